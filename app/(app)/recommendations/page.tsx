import type { Metadata } from 'next'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { FindingList } from '@/lib/recommendations/read-findings.ts'
import { readFindings } from '@/lib/recommendations/read-findings.ts'
import { keepFresh } from '../../api/recommendations/keep-fresh.ts'
import type { SearchParams } from '../page-data.ts'
import { readFreshness } from '../read-freshness.ts'
import { RecommendationsView } from './view.tsx'

export const metadata: Metadata = { title: 'Recommendations' }

const lists: readonly FindingList[] = ['to-do', 'done', 'dismissed', 'closed']

export default async function RecommendationsPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('recommendations:read')
  const mayImport = may(scope.role, 'imports:write')
  const { asOf } = await readFreshness(scope)
  if (asOf === null) {
    return (
      <NoData
        title="Recommendations"
        shows="This page lists what could be saved, with the evidence for it."
        mayImport={mayImport}
      />
    )
  }
  const asked = (await searchParams).list
  const list = lists.find((one) => one === asked) ?? 'to-do'
  const refreshing = await keepFresh()
  const [found, done] = await Promise.all([readFindings(scope, list), readFindings(scope, 'done')])
  return (
    <RecommendationsView
      key={list}
      list={list}
      initial={{ ...found, refreshing }}
      done={done.rows}
      mayImport={mayImport}
      mayConfigure={may(scope.role, 'recommendations:configure')}
    />
  )
}
