import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { overviewAsks } from './asks.ts'
import { OverviewView } from './view.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('spend:read')
  const page = await readPage(scope, searchParams, { group: 'team' })
  if (!page) {
    const mayImport = may(scope.role, 'imports:write')
    return (
      <NoData title="Overview" shows="This page shows the month by team, model and GPU class." mayImport={mayImport} />
    )
  }
  return (
    <HydrationBoundary state={await prefetch(scope, overviewAsks(page.filter, page.data))}>
      <PageDataProvider value={page.data}>
        <OverviewView />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
