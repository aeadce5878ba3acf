import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays, presetPeriod, previousPeriod, weekStart } from '@/lib/core/period.ts'
import { chartGrain } from '@/lib/core/series.ts'

// What each panel asks, from the filter of its page. What an answer does not depend on is set to one value, so that panels and pages share
// answers. Every currency is asked for: a view leads with one and names the others.
const plain = { currency: null, preset: null } as const

export const totalsFilter = (filter: SpendFilter): SpendFilter => ({ ...filter, ...plain, group: 'team', grain: 'day' })

export const breakdownFilter = (filter: SpendFilter): SpendFilter => ({ ...filter, ...plain, grain: 'day' })

export const seriesFilter = (filter: SpendFilter): SpendFilter => ({
  ...filter,
  ...plain,
  grain: chartGrain(filter.period, filter.grain),
  compare: false,
})

/** The series that do not depend on the group. */
export const ungroupedSeries = (filter: SpendFilter): SpendFilter => ({ ...seriesFilter(filter), group: 'team' })

/** Lists of workloads and machines: one answer whatever the grain and group. */
export const listFilter = (filter: SpendFilter): SpendFilter => ({ ...totalsFilter(filter), compare: false })

/** Coverage: idle time counts with its owner there and amounts are as billed, whatever the view. */
export const coverageFilter = (filter: SpendFilter): SpendFilter => ({
  ...listFilter(filter),
  idle: 'owner',
  reportingCurrency: null,
})

/** Machines: their idle time stays with them, whatever the view. */
export const machinesFilter = (filter: SpendFilter): SpendFilter => ({ ...listFilter(filter), idle: 'owner' })

/** The series of the period before, in the same grain. */
export const beforeFilter = (filter: SpendFilter): SpendFilter => ({
  ...seriesFilter(filter),
  period: previousPeriod(filter.period),
})

/** Everything there is by one dimension: what decides which colour a value has. */
export const paletteFilter = (group: DimensionKey, range: { firstDay: Day; asOf: Day }): SpendFilter => ({
  ...plain,
  period: { from: range.firstDay, to: range.asOf },
  grain: 'day',
  basis: 'effective',
  reportingCurrency: null,
  idle: 'separate',
  group,
  clauses: [],
  compare: false,
})

/** Thirteen months up to the data's last day, with the filters of the page. */
export const monthsFilter = (filter: SpendFilter, asOf: Day): SpendFilter => ({
  ...filter,
  ...plain,
  period: presetPeriod('last-13-months', asOf),
  grain: 'month',
  group: 'team',
  compare: false,
})

/** The last month that is over, beside the one before it. */
export const lastMonthFilter = (filter: SpendFilter, asOf: Day): SpendFilter =>
  totalsFilter({ ...filter, period: presetPeriod('last-month', asOf), compare: true })

/** Charges with a GPU only. A clause on GPU classes that is there already stays. */
export function onGpus(filter: SpendFilter): SpendFilter {
  const none = { dimension: 'gpu-class' as const, negated: true, values: [null] }
  return { ...filter, clauses: [...filter.clauses.filter((c) => c.dimension !== 'gpu-class' || !c.negated), none] }
}

const RATE_WEEKS = 13

/** Thirteen weeks up to the end of the period, by week. */
export const weeksFilter = (filter: SpendFilter): SpendFilter => ({
  ...filter,
  ...plain,
  period: { from: addDays(weekStart(addDays(filter.period.to, -1)), -7 * (RATE_WEEKS - 1)), to: filter.period.to },
  grain: 'week',
  compare: false,
})
