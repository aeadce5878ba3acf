import type { SampleDay } from '@/lib/sample/calendar.ts'

/** How much of something is wanted on a day. */
export type Activity = (day: SampleDay) => number

export const always =
  (value: number): Activity =>
  () =>
    value

export const weekly =
  (workday: number, weekend: number): Activity =>
  (day) =>
    day.weekday < 5 ? workday : weekend

/** Grows in a straight line over the 13 months. */
export const growing =
  (first: number, last: number): Activity =>
  (day) =>
    first + (last - first) * day.progress

/** `before` until the day `ago` days before the last one, `after` from that day on. */
export const since =
  (ago: number, before: number, after: number): Activity =>
  (day) =>
    day.ago <= ago ? after : before

/** A job that starts and ends: from `start` days ago to `end` days ago, both days included. */
export type Run = { run: string; start: number; end: number }

export function activeRun(runs: readonly Run[], day: SampleDay): string | null {
  return runs.find((r) => day.ago <= r.start && day.ago >= r.end)?.run ?? null
}

/** `busy` while one of the runs is on, `idle` otherwise. */
export const duringRuns =
  (runs: readonly Run[], busy: number, idle = 0): Activity =>
  (day) =>
    activeRun(runs, day) ? busy : idle
