import type { Paint } from '@/components/charts/paint.ts'
import { paintOf, paintOfState } from '@/components/charts/paint.ts'
import { TOP } from '@/components/spend/arrange-spend.ts'
import { UNKNOWN_GPU, valueLabel } from '@/lib/core/dimensions.ts'
import { compare } from '@/lib/core/money.ts'
import type { Grain, Period } from '@/lib/core/period.ts'
import type { DataRange, Measure, PreparedChart, PreparedSeries } from '@/lib/core/series.ts'
import { prepareSeries } from '@/lib/core/series.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { addKnown, hourStates } from './usage-totals.ts'

/** What the bars are split by: what happened to the hours with the used ones by class, the same without classes, or classes alone. */
export type UsageStack = 'use-by-class' | 'use' | 'class'

export type UsageChartInput = {
  rows: readonly UsageSplitRow[]
  currency: string
  period: Period
  grain: Grain
  range: DataRange
  measure: Measure
  stack: UsageStack
  /** Colour slots of the GPU classes. */
  slots: ReadonlyMap<string, number>
}

const USED = 'used '
const OTHER_CLASSES = `${USED}~`
/** Behind every slot of a class, in this order. */
const order = [...hourStates, 'unused']

/** Bars of GPU hours or their cost: classes from the bottom, then what did no work, then what was not measured. */
export function prepareUsage(input: UsageChartInput): PreparedChart {
  const { measure, stack, slots } = input
  const own = input.rows.filter(
    (row) => row.currency === input.currency && (measure === 'cost' || row.usageState !== 'unused'),
  )
  const top = topClasses(own, measure)
  const cells = own.map((row) => ({ ...row, key: keyOf(row, stack, top) }))
  const keys = [...new Set(cells.map((cell) => cell.key))]
  const chart = prepareSeries({
    ...input,
    cells,
    dimension: 'usage-state',
    ranked: keys,
    slots: new Map(keys.map((key) => [key, place(key, slots)])),
    top: Number.POSITIVE_INFINITY,
  })
  return { ...chart, series: chart.series.map((series) => ({ ...series, label: labelOf(series.key, stack) })) }
}

/** The ground of a series of prepareUsage. */
export function usagePaint(series: PreparedSeries, slots: ReadonlyMap<string, number>): Paint {
  const gpuClass = classOf(series.key)
  if (gpuClass === null) return paintOfState(series.key ?? '')
  return paintOf({ kind: 'entity', slot: slots.get(gpuClass) ?? null }, 'gpu-class')
}

/** The GPU classes of rows, the most hours or cost first, the unknown one left out. */
export function topClasses(rows: readonly UsageSplitRow[], measure: Measure): string[] {
  const sums = new Map<string, string | null>()
  for (const { gpuClass, ...row } of rows) {
    if (gpuClass !== null && gpuClass !== UNKNOWN_GPU)
      sums.set(gpuClass, addKnown(sums.get(gpuClass) ?? null, row[measure]))
  }
  const ranked = [...sums].sort(([a, x], [b, y]) => compare(y ?? '0', x ?? '0') || a.localeCompare(b))
  return ranked.slice(0, TOP).map(([gpuClass]) => gpuClass)
}

function keyOf(row: UsageSplitRow, stack: UsageStack, top: readonly string[]): string {
  if (row.usageState === 'unused') return row.usageState
  if (stack === 'use' || (stack === 'use-by-class' && row.usageState !== 'used')) return row.usageState
  return row.gpuClass !== null && top.includes(row.gpuClass) ? USED + row.gpuClass : OTHER_CLASSES
}

const classOf = (key: string | null) => (key?.startsWith(USED) ? key.slice(USED.length) : null)

function place(key: string, slots: ReadonlyMap<string, number>): number {
  const gpuClass = classOf(key)
  if (gpuClass === null) return 100 + order.indexOf(key)
  return key === OTHER_CLASSES ? 99 : (slots.get(gpuClass) ?? 98)
}

function labelOf(key: string | null, stack: UsageStack): string {
  const gpuClass = classOf(key)
  if (gpuClass === null) return valueLabel('usage-state', key)
  const name = key === OTHER_CLASSES ? 'Other classes' : gpuClass
  return stack === 'class' ? name : `${name} used`
}
