import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { AppError } from '@/lib/core/errors.ts'
import { importParams, readImport } from '@/lib/import/history.ts'
import { ImportView } from './view.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Import ${(await params).id}` }
}

export default async function ImportPage({ params }: Props) {
  const scope = await requireScope('imports:read')
  const parsed = importParams.safeParse(await params)
  if (!parsed.success) notFound()
  const detail = await readImport(scope, parsed.data.id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  })
  return <ImportView initial={detail} mayChange={may(scope.role, 'imports:write')} />
}
