'use client'

import { useSpend } from '@/components/query/use-spend.ts'
import { Badge } from '@/components/ui/badge.tsx'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatMoney, formatPercent } from '@/lib/core/format.ts'
import { add, ratio } from '@/lib/core/money.ts'
import type { CostSourceRow } from '@/lib/spend/cost-sources.ts'
import { breakdownFilter } from './queries.ts'

/** Money of a view that no bill states, by what it is grouped by; nothing while it loads. */
export function useCostSources(filter: SpendFilter): readonly CostSourceRow[] {
  return useSpend('cost-sources', { ...breakdownFilter(filter), compare: false }).data ?? []
}

/**
 * Tells rated money and owned hardware from what was billed, with its share of `cost`: "38% rated". `keys` are the values that the figure
 * stands for, null for all of them. Nothing where all is billed.
 */
export function CostSourceBadge(props: {
  sources: readonly CostSourceRow[]
  keys: readonly (string | null)[] | null
  currency: string
  cost: string | null
}) {
  const { keys, currency, cost } = props
  const sums = new Map<string, string>()
  for (const row of props.sources) {
    if (row.currency !== currency || row.cost === null || (keys && !keys.includes(row.key))) continue
    sums.set(row.costSource, add(sums.get(row.costSource) ?? '0', row.cost))
  }
  return [...sums].map(([source, sum]) => {
    const share = cost === null ? null : ratio(sum, cost)
    const name = source === 'owned' ? 'owned' : valueLabel('cost-source', source).toLowerCase()
    const part = share === null || share > 0.9995 ? '' : `${formatPercent(share, 0)} `
    return (
      <Badge
        key={source}
        tone="line"
        title={`${formatMoney(sum, currency)} is not from a bill: ${valueLabel('cost-source', source).toLowerCase()}`}
      >
        {part}
        {name}
      </Badge>
    )
  })
}
