import type { PageData } from '@/components/filters/filter-context.tsx'
import {
  beforeFilter,
  breakdownFilter,
  coverageFilter,
  machinesFilter,
  onGpus,
  paletteFilter,
  seriesFilter,
  totalsFilter,
  ungroupedSeries,
  weeksFilter,
} from '@/components/spend/queries.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Ask } from '../page-data.ts'

/** What GPU time can be seen by. */
export const gpuGroups = ['gpu-class', 'project', 'team', 'model'] as const satisfies readonly DimensionKey[]

/** The page's filter: charges with a GPU, by one of the page's groups. */
export function gpuFilter(filter: SpendFilter): SpendFilter {
  const group = gpuGroups.find((key) => key === filter.group) ?? 'gpu-class'
  return onGpus({ ...filter, group })
}

/** What the panels of GPUs ask. `filter` is that of gpuFilter. */
export function gpuAsks(filter: SpendFilter, data: PageData): Ask[] {
  const asks: Ask[] = [
    ['totals', totalsFilter(filter)],
    ['breakdown', breakdownFilter(filter)],
    ['series', seriesFilter(filter)],
    ['series', weeksFilter(filter)],
    ['gpu-classes', totalsFilter(filter)],
    ['usage-split', ungroupedSeries(filter)],
    ['coverage', coverageFilter(filter)],
    ['host-usage', machinesFilter(filter)],
    ['gpu-matrix', totalsFilter({ ...filter, compare: false })],
    ['values', paletteFilter(filter.group, data)],
  ]
  if (filter.compare) asks.push(['series', beforeFilter(filter)])
  return asks
}
