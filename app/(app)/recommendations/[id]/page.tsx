import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { AppError } from '@/lib/core/errors.ts'
import { readFinding } from '@/lib/recommendations/finding-detail.ts'
import { keepFresh } from '../../../api/recommendations/keep-fresh.ts'
import { readFreshness } from '../../read-freshness.ts'
import { FindingView } from './view.tsx'

export const metadata: Metadata = { title: 'Finding' }

export default async function FindingPage({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireScope('recommendations:read')
  const { id } = await params
  const number = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  const { asOf } = await readFreshness(scope)
  try {
    const detail = await readFinding(scope, number)
    const refreshing = await keepFresh()
    return (
      <FindingView
        initial={{ ...detail, refreshing }}
        asOf={asOf ?? ''}
        mayChange={may(scope.role, 'recommendations:write')}
      />
    )
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
