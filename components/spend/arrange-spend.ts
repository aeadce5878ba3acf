import { colorSlots } from '@/lib/core/color-slots.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { DataRange, Measure, PreparedChart, SeriesCell } from '@/lib/core/series.ts'
import { prepareSeries } from '@/lib/core/series.ts'
import type { BreakdownRow } from '@/lib/spend/breakdown.ts'
import type { TotalsRow } from '@/lib/spend/totals.ts'
import { beforeFilter, seriesFilter } from './queries.ts'
import type { SpendRow } from './spend-rows.ts'
import { rankedKeys, spendRows } from './spend-rows.ts'

/** Named values with a series of their own; the rest are Others. */
export const TOP = 9

/** Spend by one dimension, ready for a chart and the table beneath it. */
export type GroupedSpend = {
  /** The filter that these figures answer: while newer ones load, not that of the address. */
  filter: SpendFilter
  /** Whether the figures stand beside those of the period before. */
  compared: boolean
  currency: string
  total: TotalsRow | null
  /** Totals of the other currencies, each on its own. */
  otherTotals: readonly TotalsRow[]
  rows: SpendRow[]
  chart: PreparedChart
  before: PreparedChart | null
  /** The values over time of every row and member, by row id. */
  lines: ReadonlyMap<string, readonly (number | null)[]>
  slots: ReadonlyMap<string, number>
}

export type SpendMaterial = {
  filter: SpendFilter
  compared: boolean
  measure: Measure
  range: DataRange
  currency: string
  totals: readonly TotalsRow[]
  breakdown: readonly BreakdownRow[]
  cells: readonly SeriesCell[]
  before: readonly SeriesCell[] | null
  /** Every value of the dimension by cost over all data. */
  order: readonly string[]
}

/** Brings the answers of the metrics into one view. */
export function arrangeSpend(material: SpendMaterial): GroupedSpend {
  const { filter, compared, currency, range } = material
  const total = material.totals.find((row) => row.currency === currency) ?? null
  const ranked = rankedKeys(material.breakdown, currency, filter.group)
  const slots = colorSlots(material.order, ranked.slice(0, TOP))
  const { grain } = seriesFilter(filter)
  const common = { grain, dimension: filter.group, measure: material.measure, currency, ranked, slots, range }
  const now = { ...common, cells: material.cells, period: filter.period }
  const all = prepareSeries({ ...now, top: Number.POSITIVE_INFINITY })
  const chart = prepareSeries({ ...now, top: TOP })
  const before = material.before && {
    ...common,
    cells: material.before,
    period: beforeFilter(filter).period,
    top: TOP,
  }
  return {
    filter,
    compared,
    currency,
    total,
    otherTotals: material.totals.filter((row) => row.currency !== currency && row.charges > 0),
    rows: spendRows(material.breakdown, currency, filter.group, total?.cost ?? null, TOP),
    chart,
    before: before && prepareSeries(before),
    lines: new Map([...all.series, ...chart.series].map((line) => [line.id, line.values])),
    slots,
  }
}
