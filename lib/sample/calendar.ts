import type { Day } from '@/lib/core/period.ts'
import { addDays, addMonths, dayCount, isDay, monthStart } from '@/lib/core/period.ts'

/** One day of the sample: events are placed by `ago`, so the story always ends on the last day. */
export type SampleDay = {
  date: Day
  next: Day
  /** `YYYY-MM` */
  month: string
  /** Days before the last day; 0 is the last day. */
  ago: number
  /** 0 is Monday. */
  weekday: number
  /** From 0 (about 13 months ago) to 1 (the last day). */
  progress: number
}

const LONGEST_HISTORY = 396

/** Every day from the first of the month 12 months before `until` up to and including `until`. */
export function sampleDays(until: Day): SampleDay[] {
  if (!isDay(until)) throw new Error(`not a day: ${until}`)
  const from = addMonths(monthStart(until), -12)
  const count = dayCount({ from, to: until }) + 1
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(from, index)
    const ago = count - 1 - index
    return {
      date,
      next: addDays(date, 1),
      month: date.slice(0, 7),
      ago,
      weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7,
      progress: 1 - ago / LONGEST_HISTORY,
    }
  })
}

/** The days grouped by billing month, in order. */
export function sampleMonths(days: SampleDay[]): { month: string; days: SampleDay[] }[] {
  const months: { month: string; days: SampleDay[] }[] = []
  for (const day of days) {
    const last = months.at(-1)
    if (last?.month === day.month) last.days.push(day)
    else months.push({ month: day.month, days: [day] })
  }
  return months
}
