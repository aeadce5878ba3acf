import type { Metadata } from 'next'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { listImports } from '@/lib/import/history.ts'
import { maxUploadBytes } from '@/lib/import/receive.ts'
import { ImportsView } from './view.tsx'

export const metadata: Metadata = { title: 'Imports' }

export default async function ImportsPage({ searchParams }: { searchParams: Promise<{ page?: string }> }) {
  const scope = await requireScope('imports:read')
  const asked = Number((await searchParams).page)
  const page = Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1
  const list = await listImports(scope, page)
  return (
    <ImportsView initial={list} upload={may(scope.role, 'imports:write') ? { maxBytes: maxUploadBytes() } : null} />
  )
}
