import type { Day, Grain, Period } from './period.ts'
import { addDays, addMonths, isWholeMonths } from './period.ts'

const EN_DASH = '\u2013'
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

const year = (day: Day) => day.slice(0, 4)
const month = (day: Day) => months[Number(day.slice(5, 7)) - 1] ?? ''
const date = (day: Day) => String(Number(day.slice(8, 10)))

/** `20 Nov 2026`. */
export function formatDay(day: Day): string {
  return `${date(day)} ${month(day)} ${year(day)}`
}

/** `20 Nov`. */
export function formatDayShort(day: Day): string {
  return `${date(day)} ${month(day)}`
}

/** `Thu 12 Nov`. */
export function formatWeekday(day: Day): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${formatDayShort(day)}`
}

/** `Nov 2026`. */
export function formatMonth(day: Day): string {
  return `${month(day)} ${year(day)}`
}

/**
 * A period as people write it, last day included: `1–20 Nov 2026`, `28 Oct – 3 Nov 2026`, `Oct 2026`, `Nov 2025 – Oct 2026`.
 * `short` leaves the year out.
 */
export function formatPeriod(period: Period, short = false): string {
  const last = addDays(period.to, -1)
  const tail = (text: string, day: Day) => (short ? text : `${text} ${year(day)}`)
  const head = (text: string) => (year(period.from) === year(last) ? text : `${text} ${year(period.from)}`)
  if (isWholeMonths(period)) {
    if (addMonths(period.from, 1) === period.to) return tail(month(period.from), last)
    return `${head(month(period.from))} ${EN_DASH} ${tail(month(last), last)}`
  }
  if (period.from === last) return tail(formatDayShort(last), last)
  if (period.from.slice(0, 7) === last.slice(0, 7)) {
    return `${date(period.from)}${EN_DASH}${tail(formatDayShort(last), last)}`
  }
  return `${head(formatDayShort(period.from))} ${EN_DASH} ${tail(formatDayShort(last), last)}`
}

/** The name of a bucket in a tooltip or table: `Thu 12 Nov`, `9–15 Nov`, `Nov 2026`. */
export function formatBucket(bucket: Day, grain: Grain): string {
  if (grain === 'month') return formatMonth(bucket)
  if (grain === 'week') return formatPeriod({ from: bucket, to: addDays(bucket, 7) }, true)
  if (grain === 'total') return 'Total'
  return formatWeekday(bucket)
}

/** An instant as UTC text: `20 Nov 2026, 04:12 UTC`. */
export function formatInstant(iso: string): string {
  const text = new Date(iso).toISOString()
  return `${formatDay(text.slice(0, 10))}, ${text.slice(11, 16)} UTC`
}
