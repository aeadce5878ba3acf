import { rateOf, usageTotals, usefulRate } from '@/components/usage/usage-totals.ts'
import type { Day } from '@/lib/core/period.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'

/** Cost per GPU-hour and per useful GPU-hour in each bucket: null, a gap, where it cannot be told. */
export function hourRates(rows: readonly UsageSplitRow[], days: readonly Day[], currency: string) {
  const totals = days.map((day) => usageTotals(rows, currency, (row) => row.bucket === day))
  return { rate: totals.map(({ all }) => rateOf(all)), useful: totals.map(usefulRate) }
}
