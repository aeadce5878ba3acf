import type { PageData } from '@/components/filters/filter-context.tsx'
import { coverageFilter, listFilter, paletteFilter, totalsFilter, ungroupedSeries } from '@/components/spend/queries.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { addDays } from '@/lib/core/period.ts'
import type { Ask } from '../page-data.ts'

const HEAT_DAYS = 92

/** The week of hours, over the last days of a long period. */
export function heatFilter(filter: SpendFilter): SpendFilter {
  const earliest = addDays(filter.period.to, -HEAT_DAYS)
  const [, from = earliest] = [earliest, filter.period.from].sort()
  return { ...listFilter(filter), period: { from, to: filter.period.to } }
}

/** Telemetry over the whole period. */
export const wholeFilter = (filter: SpendFilter): SpendFilter => ({ ...listFilter(filter), grain: 'total' })

/** What the panels of a team, project or model ask. `filter` is that of entityFilter. */
export function entityAsks(filter: SpendFilter, data: PageData): Ask[] {
  return [
    ['totals', totalsFilter(filter)],
    ['usage-split', ungroupedSeries(filter)],
    ['unit-cost', ungroupedSeries(filter)],
    ['utilisation', wholeFilter(filter)],
    ['workloads', listFilter(filter)],
    ['values', paletteFilter('gpu-class', data)],
    ['coverage', coverageFilter(filter)],
  ]
}
