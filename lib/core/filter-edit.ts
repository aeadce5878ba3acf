import type { DimensionKey } from './dimensions.ts'
import { dimension, valueLabel } from './dimensions.ts'
import type { Clause, SpendFilter } from './filter.ts'
import type { Day, Grain, Period, PeriodPreset } from './period.ts'
import {
  addDays,
  addMonths,
  dayCount,
  isWholeMonths,
  monthStart,
  periodPresets,
  presetPeriod,
  previousPeriod,
} from './period.ts'

/** Where a click leads: from each dimension to the ones that say most about it, the first that is not fixed yet. */
const drillOrder: Record<DimensionKey, readonly DimensionKey[]> = {
  team: ['project', 'model', 'gpu-class', 'service'],
  project: ['gpu-class', 'model', 'service', 'pricing-category'],
  model: ['gpu-class', 'project', 'service', 'pricing-category'],
  'gpu-class': ['project', 'pricing-category', 'region', 'provider'],
  environment: ['team', 'project', 'gpu-class', 'service'],
  provider: ['account', 'service', 'gpu-class', 'team'],
  account: ['sub-account', 'service', 'gpu-class', 'project'],
  'sub-account': ['service', 'gpu-class', 'project', 'region'],
  service: ['gpu-class', 'project', 'region', 'pricing-category'],
  region: ['service', 'gpu-class', 'project', 'pricing-category'],
  'pricing-category': ['gpu-class', 'project', 'service', 'team'],
  'charge-category': ['service', 'team', 'project', 'pricing-category'],
  'usage-state': ['gpu-class', 'project', 'team', 'provider'],
  workload: ['gpu-class', 'usage-state', 'project', 'region'],
  'cost-source': ['provider', 'gpu-class', 'project', 'service'],
}
const fallbackOrder: readonly DimensionKey[] = ['pricing-category', 'region', 'service', 'charge-category']

const isFixed = (clauses: readonly Clause[], key: DimensionKey) =>
  clauses.some((c) => c.dimension === key && !c.negated && c.values.length === 1)

const isCrumb = (clause: Clause) => !clause.negated && clause.values.length === 1

/** The filter with this clause in place of the one of the same dimension and sense; without it when it has no values. */
export function withClause(filter: SpendFilter, clause: Clause): SpendFilter {
  const rest = filter.clauses.filter((c) => c.dimension !== clause.dimension || c.negated !== clause.negated)
  return { ...filter, clauses: clause.values.length > 0 ? [...rest, clause] : rest }
}

/** The filter without the clause of this dimension and sense. */
export function withoutClause(filter: SpendFilter, clause: Clause): SpendFilter {
  return withClause(filter, { ...clause, values: [] })
}

/** The days of a bucket that lie in the period. */
export function bucketPeriod(bucket: Day, grain: Grain, period: Period): Period {
  const end = grain === 'month' ? addMonths(bucket, 1) : addDays(bucket, grain === 'week' ? 7 : 1)
  const [, from = bucket] = [bucket, period.from].sort()
  const [to = end] = [end, period.to].sort()
  return { from, to }
}

/** Whether the view compares: asked for, and the data reaches back over the whole period before. What is not known is not compared. */
export function isCompared(filter: SpendFilter, firstDay: Day): boolean {
  return filter.compare && previousPeriod(filter.period).from >= firstDay
}

/** The preset that means this period, or null. */
export function presetOf(period: Period, asOf: Day): PeriodPreset | null {
  const same = periodPresets.find(({ key }) => {
    const meant = presetPeriod(key, asOf)
    return meant.from === period.from && meant.to === period.to
  })
  return same?.key ?? null
}

/** The filter on these days alone, by day. */
export function withPeriod(filter: SpendFilter, period: Period): SpendFilter {
  return { ...filter, period, preset: null, grain: 'day' }
}

/** The filter narrowed to one value, grouped by what tells most about that value. */
export function narrow(filter: SpendFilter, key: DimensionKey, value: string | null): SpendFilter {
  const clauses = filter.clauses.filter((c) => c.dimension !== key)
  clauses.push({ dimension: key, negated: false, values: [value] })
  const next = [...drillOrder[key], ...fallbackOrder].find((d) => d !== key && !isFixed(clauses, d))
  return { ...filter, clauses, group: next ?? key }
}

/** A step of the way into the figures: what it was narrowed to, and the view before and after that step. */
export type DrillStep = { dimension: DimensionKey; label: string; before: SpendFilter; after: SpendFilter }

/**
 * The way that leads to a view, read from its single-value clauses in the order of the registry (URLs sort them so). `before` shows
 * the view in which this value was one row.
 */
export function drillPath(filter: SpendFilter): DrillStep[] {
  const steps = filter.clauses.filter(isCrumb)
  const rest = filter.clauses.filter((c) => !isCrumb(c))
  return steps.map((step, at) => ({
    dimension: step.dimension,
    label: valueLabel(step.dimension, step.values[0] ?? null),
    before: { ...filter, clauses: [...steps.slice(0, at), ...rest], group: step.dimension },
    after: {
      ...filter,
      clauses: [...steps.slice(0, at + 1), ...rest],
      group: steps[at + 1]?.dimension ?? filter.group,
    },
  }))
}

/** `Team is Assistant`: a clause in words, short for a chip. */
export function clauseText(clause: Clause): { field: string; operator: string; value: string } {
  const names = clause.values.map((value) => valueLabel(clause.dimension, value))
  const value = names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', ')
  return { field: dimension(clause.dimension)?.label ?? '', operator: clause.negated ? 'is not' : 'is', value }
}

/**
 * The period before (-1) or after (+1). Within a month it is the whole neighbouring month, whole months move by their number, anything
 * else by its own length. Never beyond `asOf`; null when nothing is left there.
 */
export function shiftPeriod(period: Period, direction: -1 | 1, asOf: Day): Period | null {
  const shifted = unboundedShift(period, direction)
  const to = shifted.to > asOf ? asOf : shifted.to
  return shifted.from < to ? { from: shifted.from, to } : null
}

function unboundedShift(period: Period, direction: -1 | 1): Period {
  if (isWholeMonths(period)) {
    const months = monthsIn(period)
    return { from: addMonths(period.from, direction * months), to: addMonths(period.to, direction * months) }
  }
  if (period.from === monthStart(period.from) && period.to <= addMonths(period.from, 1)) {
    return { from: addMonths(period.from, direction), to: addMonths(period.from, direction + 1) }
  }
  const days = dayCount(period)
  return { from: addDays(period.from, direction * days), to: addDays(period.to, direction * days) }
}

function monthsIn(period: Period): number {
  let months = 0
  for (let at = period.from; at < period.to; at = addMonths(at, 1)) months += 1
  return months
}
