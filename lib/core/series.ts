import type { DimensionKey } from './dimensions.ts'
import { IDLE, UNKNOWN_GPU, valueLabel } from './dimensions.ts'
import { add } from './money.ts'
import type { Day, Grain, Period } from './period.ts'
import { buckets, dayCount } from './period.ts'

const DAILY_BARS = 92
const WEEKLY_BARS = 92

export type Measure = 'cost' | 'gpuHours'

/** One cell as a metric answers it: amounts are decimal text, null where the bill does not say. */
export type SeriesCell = {
  key: string | null
  bucket: Day
  currency: string
  cost: string | null
  gpuHours: string | null
}

/** What a series stands for: a named value, the values beyond the top, a GPU that the catalogue does not know, idle GPUs, or no value. */
export type SeriesKind = 'entity' | 'others' | 'unknown' | 'idle' | 'absent'

/** One series, ready to draw. `values` has one entry a bucket: null is a gap, 0 is nothing spent. */
export type PreparedSeries = {
  id: string
  key: string | null
  kind: SeriesKind
  label: string
  /** Colour slot 1..10 of an entity; null for what has a grey of its own. */
  slot: number | null
  values: (number | null)[]
  /** The same as exact decimal text, for figures on screen; null where no cell states one. */
  amounts: (string | null)[]
  /** How many values it sums: 1, or the size of Others. */
  members: number
}

/** A chart, prepared: series from the bottom of the stack to its top. */
export type PreparedChart = {
  buckets: Day[]
  grain: Grain
  series: PreparedSeries[]
  totals: (number | null)[]
  shown: number
  of: number
}

/** What there is data for: half-open, null when there is none. */
export type DataRange = { firstDay: Day | null; asOf: Day | null }

export type SeriesInput = {
  cells: readonly SeriesCell[]
  period: Period
  grain: Grain
  dimension: DimensionKey
  measure: Measure
  currency: string
  range: DataRange
  /** Named values, the largest first: the first `top` get a series, the rest are Others. */
  ranked: readonly string[]
  slots: ReadonlyMap<string, number>
  top: number
}

/**
 * Turns cells into dense series: every bucket has a value, a bucket without data is a gap, within data a value without cells is 0.
 * Numbers are for drawing only; figures on screen come from decimal text.
 */
export function prepareSeries(input: SeriesInput): PreparedChart {
  const days = buckets(input.period, input.grain)
  const index = new Map(days.map((day, at) => [day, at]))
  const covered = days.map((day, at) => overlaps(input.range, day, days[at + 1] ?? input.period.to))
  const named = input.ranked.slice(0, input.top)
  const groups = new Map<string, PreparedSeries>()
  const isNamed = new Set(named)
  for (const key of named) groups.set(`is:${key}`, empty(input, `is:${key}`, key, 'entity', covered))
  const otherKeys = new Set<string>()
  for (const cell of input.cells) {
    const at = index.get(cell.bucket)
    if (cell.currency !== input.currency || at === undefined) continue
    const [id, kind] = place(cell.key, input.dimension, isNamed)
    let target = groups.get(id)
    if (!target) {
      target = empty(input, id, kind === 'others' ? null : cell.key, kind, covered)
      groups.set(id, target)
    }
    if (kind === 'others' && cell.key !== null) otherKeys.add(cell.key)
    const text = cell[input.measure]
    const sum = target.amounts[at] ?? null
    if (text !== null) {
      target.values[at] = (target.values[at] ?? 0) + Number(text)
      target.amounts[at] = sum === null ? text : add(sum, text)
    } else if (input.measure === 'cost' && target.values[at] === 0 && sum === null) target.values[at] = null
  }
  const others = groups.get('others')
  if (others) {
    others.members = otherKeys.size
    others.label = `Others (${otherKeys.size})`
  }
  const series = [...groups.values()].sort(byStackOrder)
  return {
    buckets: days,
    grain: input.grain,
    series,
    totals: days.map((_, at) => sumAt(series, at)),
    shown: named.length,
    of: input.ranked.length,
  }
}

function overlaps({ firstDay, asOf }: DataRange, from: Day, to: Day): boolean {
  return firstDay !== null && asOf !== null && from < asOf && to > firstDay
}

function place(key: string | null, dimension: DimensionKey, named: ReadonlySet<string>): [string, SeriesKind] {
  const kind = kindOf(key, dimension)
  if (kind !== 'entity' || key === null) return [kind, kind]
  return named.has(key) ? [`is:${key}`, 'entity'] : ['others', 'others']
}

/** What a value of a dimension is: named, or one of the buckets that stand for something that is not there. */
export function kindOf(key: string | null, dimension: DimensionKey): Exclude<SeriesKind, 'others'> {
  if (key === null) return 'absent'
  if (dimension === 'gpu-class') return key === UNKNOWN_GPU ? 'unknown' : 'entity'
  return key === IDLE && ['team', 'project', 'model'].includes(dimension) ? 'idle' : 'entity'
}

function empty(
  input: SeriesInput,
  id: string,
  key: string | null,
  kind: SeriesKind,
  covered: readonly boolean[],
): PreparedSeries {
  const slot = kind === 'entity' && key !== null ? (input.slots.get(key) ?? null) : null
  const label = kind === 'others' ? 'Others' : valueLabel(input.dimension, key)
  return {
    id,
    key,
    kind,
    label,
    slot,
    members: 1,
    values: covered.map((has) => (has ? 0 : null)),
    amounts: covered.map(() => null),
  }
}

const stackRank: Record<SeriesKind, number> = { entity: 0, others: 1, unknown: 2, absent: 3, idle: 4 }

function byStackOrder(a: PreparedSeries, b: PreparedSeries): number {
  return stackRank[a.kind] - stackRank[b.kind] || (a.slot ?? 99) - (b.slot ?? 99) || a.label.localeCompare(b.label)
}

function sumAt(series: readonly PreparedSeries[], at: number): number | null {
  let sum: number | null = null
  for (const { values } of series) {
    const value = values[at]
    if (value !== null && value !== undefined) sum = (sum ?? 0) + value
  }
  return sum
}

/** The exact total of a bucket over all series; null where no cell states an amount. */
export function bucketTotal(chart: PreparedChart, at: number): string | null {
  return chart.series.reduce<string | null>((sum, { amounts }) => {
    const amount = amounts[at] ?? null
    return amount === null ? sum : sum === null ? amount : add(sum, amount)
  }, null)
}

/**
 * The grain that can be drawn as bars: days up to 92, then weeks up to 92, then months. `total` has no time axis and reads as months.
 */
export function chartGrain(period: Period, wanted: Grain): Grain {
  const days = dayCount(period)
  if (wanted === 'day' && days <= DAILY_BARS) return 'day'
  if ((wanted === 'day' || wanted === 'week') && days <= WEEKLY_BARS * 7) return 'week'
  return 'month'
}

/** The totals of another period laid over this one, bucket by bucket; what is longer is cut, what is shorter ends in gaps. */
export function overlay(totals: readonly (number | null)[], length: number): (number | null)[] {
  return Array.from({ length }, (_, at) => totals[at] ?? null)
}

/** Round tick values from below the smallest to above the largest, zero always among them. */
export function niceTicks(smallest: number, largest: number, wanted = 4): number[] {
  const low = Math.min(0, smallest)
  const high = Math.max(0, largest)
  const span = high - low
  if (!(span > 0)) return [0, 1]
  const raw = span / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
