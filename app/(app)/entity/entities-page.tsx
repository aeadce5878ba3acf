import { HydrationBoundary } from '@tanstack/react-query'
import type { EntityKind } from '@/components/allocation/entity.ts'
import { PageDataProvider } from '@/components/filters/filter-context.tsx'
import { NoData } from '@/components/spend/no-data.tsx'
import { beforeFilter, breakdownFilter, paletteFilter, seriesFilter, totalsFilter } from '@/components/spend/queries.ts'
import { may } from '@/lib/auth/permissions.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { dimension } from '@/lib/core/dimensions.ts'
import type { Ask, SearchParams } from '../page-data.ts'
import { prefetch, readPage } from '../page-data.ts'
import { EntitiesView } from './entities-view.tsx'

/** The list of all teams, projects or models. */
export async function EntitiesPage(props: { kind: EntityKind; scope: Scope; searchParams: SearchParams }) {
  const { kind, scope } = props
  const page = await readPage(scope, props.searchParams, { group: kind, idle: 'owner' })
  if (!page) {
    const plural = dimension(kind)?.plural ?? ''
    const title = `${plural.charAt(0).toUpperCase()}${plural.slice(1)}`
    const mayImport = may(scope.role, 'imports:write')
    return <NoData title={title} shows={`This page lists ${plural} by cost.`} mayImport={mayImport} />
  }
  const filter = { ...page.filter, group: kind }
  const asks: Ask[] = [
    ['totals', totalsFilter(filter)],
    ['breakdown', breakdownFilter(filter)],
    ['series', seriesFilter(filter)],
    ['values', paletteFilter(kind, page.data)],
  ]
  if (filter.compare) asks.push(['series', beforeFilter(filter)])
  return (
    <HydrationBoundary state={await prefetch(scope, asks)}>
      <PageDataProvider value={page.data}>
        <EntitiesView kind={kind} />
      </PageDataProvider>
    </HydrationBoundary>
  )
}
