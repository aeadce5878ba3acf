import type { Metadata } from 'next'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { trainingCosts } from '@/lib/catalog/training-costs.ts'
import { listRuns } from '@/lib/recommendations/read-runs.ts'
import { readFreshness } from '../read-freshness.ts'
import { ownRates } from './own-rates.ts'
import { RunsView } from './view.tsx'

export const metadata: Metadata = { title: 'Unit economics' }

export default async function RunsPage() {
  const scope = await requireScope('recommendations:read')
  const mayImport = may(scope.role, 'imports:write')
  const { asOf } = await readFreshness(scope)
  if (asOf === null)
    return (
      <NoData
        title="Unit economics"
        shows="This page says what a training run and a million tokens cost."
        mayImport={mayImport}
      />
    )
  const [runs, own] = await Promise.all([listRuns(scope, asOf), ownRates(scope, asOf)])
  const references = trainingCosts.flatMap(({ id, model, mfu, source }) =>
    mfu === null ? [] : [{ id, model, mfu, source }],
  )
  return <RunsView runs={runs} own={own} references={references} mayImport={mayImport} />
}
