/** A UTC calendar day, `YYYY-MM-DD`. */
export type Day = string

/** Half-open: `from` is the first day in it, `to` the first day after it. */
export type Period = { from: Day; to: Day }

export const grains = ['day', 'week', 'month', 'total'] as const
export type Grain = (typeof grains)[number]

const MS_PER_DAY = 86_400_000

/** Whether text is a real calendar day (2026-02-29 is not) of 1900 to 2999, so that no arithmetic leaves four-digit years. */
export function isDay(text: string): text is Day {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && toDay(time) === text
}

function toDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The day `count` days after (before, when negative) `day`. */
export function addDays(day: Day, count: number): Day {
  return toDay(toMs(day) + count * MS_PER_DAY)
}

/** The first day of the month that is `count` months after the month of `day`. */
export function addMonths(day: Day, count: number): Day {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + count
  return toDay(Date.UTC(year, month, 1))
}

/** The first day of the month of `day`. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

/** The Monday on or before `day`: weeks start on Monday, UTC. */
export function weekStart(day: Day): Day {
  return addDays(day, -((new Date(toMs(day)).getUTCDay() + 6) % 7))
}

/** The number of days in the period; 0 or less when it is empty or reversed. */
export function dayCount(period: Period): number {
  return Math.round((toMs(period.to) - toMs(period.from)) / MS_PER_DAY)
}

/** The bucket that `day` falls in, named by its first day; for `total` the period's first day. */
export function bucketOf(day: Day, grain: Grain, period: Period): Day {
  if (grain === 'day') return day
  if (grain === 'week') return weekStart(day)
  if (grain === 'month') return monthStart(day)
  return period.from
}

/** Every bucket that the period touches, in order. */
export function buckets(period: Period, grain: Grain): Day[] {
  if (dayCount(period) <= 0) return []
  if (grain === 'total') return [period.from]
  const out: Day[] = []
  const step = (d: Day) => (grain === 'month' ? addMonths(d, 1) : addDays(d, grain === 'week' ? 7 : 1))
  for (let d = bucketOf(period.from, grain, period); d < period.to; d = step(d)) out.push(d)
  return out
}

/** Whether both ends are firsts of months. */
export function isWholeMonths(period: Period): boolean {
  return period.from.endsWith('-01') && period.to.endsWith('-01')
}

/**
 * What the period is compared with. Whole months compare with the same number of months before; a month to date compares with
 * the same days of the month before (cut at that month's end); anything else with the equally long period right before.
 */
export function previousPeriod(period: Period): Period {
  if (isWholeMonths(period)) {
    const months = monthsBetween(period.from, period.to)
    return { from: addMonths(period.from, -months), to: period.from }
  }
  if (period.from.endsWith('-01') && addMonths(period.from, 1) > period.to) {
    const from = addMonths(period.from, -1)
    const to = addDays(from, dayCount(period))
    if (to > period.from) return { from, to: period.from }
    return { from, to }
  }
  return { from: addDays(period.from, -dayCount(period)), to: period.from }
}

/** Whole months from one first-of-month to another. */
function monthsBetween(from: Day, to: Day): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/** Presets of the period picker. `asOf` is the first day without data yet, that is: data runs through the day before. */
export const periodPresets = [
  { key: 'month-to-date', label: 'Month to date' },
  { key: 'last-month', label: 'Last month' },
  { key: 'last-7-days', label: 'Last 7 days' },
  { key: 'last-30-days', label: 'Last 30 days' },
  { key: 'last-90-days', label: 'Last 90 days' },
  { key: 'quarter-to-date', label: 'Quarter to date' },
  { key: 'year-to-date', label: 'Year to date' },
  { key: 'last-13-months', label: 'Last 13 months' },
] as const
export type PeriodPreset = (typeof periodPresets)[number]['key']

/** The period that a preset means when data runs through the day before `asOf`. */
export function presetPeriod(preset: PeriodPreset, asOf: Day): Period {
  const month = monthStart(addDays(asOf, -1))
  switch (preset) {
    case 'month-to-date':
      return { from: month, to: asOf }
    case 'last-month':
      return { from: addMonths(month, -1), to: month }
    case 'last-7-days':
      return { from: addDays(asOf, -7), to: asOf }
    case 'last-30-days':
      return { from: addDays(asOf, -30), to: asOf }
    case 'last-90-days':
      return { from: addDays(asOf, -90), to: asOf }
    case 'quarter-to-date':
      return { from: addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3)), to: asOf }
    case 'year-to-date':
      return { from: `${month.slice(0, 4)}-01-01`, to: asOf }
    case 'last-13-months':
      return { from: addMonths(month, -12), to: asOf }
  }
}
