import { totalsFilter } from '@/components/spend/queries.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'

/** Of a meter's charges only the period is asked: everything else is the meter's own. */
export function chargesFilter(filter: SpendFilter): SpendFilter {
  return { ...totalsFilter(filter), clauses: [], compare: false, basis: 'effective' }
}
