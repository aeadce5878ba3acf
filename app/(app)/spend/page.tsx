import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { beforeFilter, breakdownFilter, paletteFilter, seriesFilter, totalsFilter } from '@/components/spend/queries.ts'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import type { Ask, SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { SpendView } from './view.tsx'

export const metadata: Metadata = { title: 'Spend' }

export default async function SpendPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('spend:read')
  const page = await readPage(scope, searchParams, { group: 'team' })
  if (!page) {
    const mayImport = may(scope.role, 'imports:write')
    return (
      <NoData title="Spend" shows="This page breaks spend down by anything that a bill says." mayImport={mayImport} />
    )
  }
  const { data, filter } = page
  const asks: Ask[] = [
    ['totals', totalsFilter(filter)],
    ['breakdown', breakdownFilter(filter)],
    ['series', seriesFilter(filter)],
    ['values', paletteFilter(filter.group, data)],
  ]
  if (filter.compare) asks.push(['series', beforeFilter(filter)])
  return (
    <HydrationBoundary state={await prefetch(scope, asks)}>
      <PageDataProvider value={data}>
        <SpendView />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
