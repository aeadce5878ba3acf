import type { PageData } from '@/components/filters/filter-context.tsx'
import {
  beforeFilter,
  breakdownFilter,
  coverageFilter,
  lastMonthFilter,
  monthsFilter,
  paletteFilter,
  seriesFilter,
  totalsFilter,
} from '@/components/spend/queries.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Ask } from '../page-data.ts'

/** What the panels of Overview ask: teams over time, what changed, the months and the GPU classes. */
export function overviewAsks(filter: SpendFilter, data: PageData): Ask[] {
  const teams = { ...filter, group: 'team' as const }
  const classes = { ...filter, group: 'gpu-class' as const }
  const asks: Ask[] = [
    ['totals', totalsFilter(filter)],
    ['totals', lastMonthFilter(filter, data.asOf)],
    ['breakdown', breakdownFilter(teams)],
    ['series', seriesFilter(teams)],
    ['values', paletteFilter('team', data)],
    ['coverage', coverageFilter(filter)],
    ['movers', totalsFilter(filter)],
    ['series', monthsFilter(filter, data.asOf)],
    ['breakdown', breakdownFilter(classes)],
    ['values', paletteFilter('gpu-class', data)],
  ]
  if (filter.compare) asks.push(['series', beforeFilter(teams)])
  return asks
}
