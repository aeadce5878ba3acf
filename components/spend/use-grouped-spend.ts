'use client'

import { useMemo, useState } from 'react'
import { useCompared, usePageData } from '@/components/filters/filter-context.tsx'
import type { Loadable } from '@/components/query/query-panel.tsx'
import { both } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { filterKey } from '@/lib/core/filter.ts'
import { mainCurrency } from '@/lib/core/main-currency.ts'
import { compare } from '@/lib/core/money.ts'
import type { Measure } from '@/lib/core/series.ts'
import { kindOf } from '@/lib/core/series.ts'
import type { ValueRow } from '@/lib/spend/values.ts'
import type { GroupedSpend } from './arrange-spend.ts'
import { arrangeSpend } from './arrange-spend.ts'
import { beforeFilter, breakdownFilter, paletteFilter, seriesFilter, totalsFilter } from './queries.ts'

/** Totals of the view, and the currency that the page leads with. */
export function useTotals(filter: SpendFilter) {
  const { homeCurrency } = usePageData()
  const totals = useSpend('totals', totalsFilter(filter))
  const asked = filter.currency ?? filter.reportingCurrency
  return { totals, currency: mainCurrency(totals.data ?? [], asked, homeCurrency) ?? homeCurrency }
}

/** Every value of a dimension by cost over all data: the order that colours follow. */
export function usePalette(dimension: DimensionKey): Loadable<readonly string[]> {
  const values = useSpend('values', paletteFilter(dimension, usePageData()))
  const order = useMemo(() => values.data && paletteOrder(values.data, dimension), [values.data, dimension])
  return { ...values, data: order }
}

function paletteOrder(rows: readonly ValueRow[], dimension: DimensionKey): string[] {
  const sorted = [...rows].sort((a, b) => compare(b.cost ?? '0', a.cost ?? '0'))
  const named = sorted.flatMap(({ value }) => (value !== null && kindOf(value, dimension) === 'entity' ? [value] : []))
  return [...new Set(named)]
}

/**
 * What the chart and the table of a view show, from the metrics behind them. While any of them loads for a new filter, the whole last
 * view stays as it was, so that figures never stand under the names of another filter.
 */
export function useGroupedSpend(filter: SpendFilter, measure: Measure): Loadable<GroupedSpend> {
  const range = usePageData()
  const compared = useCompared(filter)
  const { totals, currency } = useTotals(filter)
  const breakdown = useSpend('breakdown', breakdownFilter(filter))
  const series = useSpend('series', seriesFilter(filter))
  const before = useSpend('series', compared ? beforeFilter(filter) : null)
  const palette = usePalette(filter.group)
  const parts = [totals, breakdown, series, palette, ...(compared ? [before] : [])]
  const complete = parts.every((part) => part.data !== undefined && !part.isPlaceholderData)
  const key = `${filterKey(filter)} ${measure} ${compared}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for filter, measure and compared
  const fresh = useMemo(
    () =>
      complete && totals.data && breakdown.data && series.data && palette.data
        ? arrangeSpend({
            filter,
            compared,
            measure,
            range,
            currency,
            totals: totals.data,
            breakdown: breakdown.data,
            cells: series.data,
            before: compared ? (before.data ?? null) : null,
            order: palette.data,
          })
        : null,
    [key, complete, currency, totals.data, breakdown.data, series.data, before.data, palette.data, range],
  )
  const [settled, setSettled] = useState(fresh)
  if (fresh && fresh !== settled) setSettled(fresh)
  const state = both(both(totals, breakdown), both(series, palette))
  const shown = fresh ?? settled ?? undefined
  return {
    ...state,
    error: state.error ?? (compared ? before.error : null),
    data: shown,
    isPlaceholderData: fresh === null,
  }
}
