import { mean, median } from './median.ts'

const WEEK = 7
/** Below two weeks a weekday has been seen once: no pattern is read into that. */
const SHORTEST = 14

/**
 * How each day of the week relates to its week, by position: factor[t % 7] belongs to the day at index t. The median of a day over the
 * centred mean of seven days around it; their mean is 1. All 1 for less than two weeks or without a positive level.
 */
export function weekdayFactors(history: readonly number[]): number[] {
  const none = new Array<number>(WEEK).fill(1)
  if (history.length < SHORTEST) return none
  const ratios: number[][] = Array.from({ length: WEEK }, () => [])
  for (let t = 3; t + 3 < history.length; t++) {
    const around = mean(history.slice(t - 3, t + 4))
    const value = history[t] ?? 0
    if (around > 0) ratios[t % WEEK]?.push(value / around)
  }
  // What goes on and off for days has no weekdays: half of a Monday's being zero says nothing about Mondays.
  if (ratios.some((seen) => seen.some((ratio) => ratio > 0) && median(seen) <= 0)) return none
  const factors = ratios.map((seen) => (seen.length > 0 ? Math.max(0, median(seen)) : 1))
  const level = mean(factors)
  // A weekday that is always zero would divide by zero: it keeps a little.
  return level > 0 ? factors.map((factor) => Math.max(0.01, factor / level)) : none
}
