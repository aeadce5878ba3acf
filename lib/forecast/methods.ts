import { mean, median } from './median.ts'
import { slope, smooth } from './smoothing.ts'

const WEEK = 7
const WEEKS_OF_MEDIAN = 8
/** Below four weeks a line through the days says more about chance than about a trend. */
const SHORTEST_TREND = 28

const ahead = (horizon: number, at: (h: number) => number) =>
  Array.from({ length: horizon }, (_, index) => at(index + 1))

/** The same weekday of the last week. */
export function seasonalNaive(history: readonly number[], horizon: number): number[] {
  const week = history.slice(-WEEK)
  return ahead(horizon, (h) => week[(h - 1) % week.length] ?? 0)
}

/** The mean of the last 28 days. */
export function lastFourWeeksMean(history: readonly number[], horizon: number): number[] {
  const level = mean(history.slice(-28))
  return ahead(horizon, () => level)
}

/** The median of the same weekday over the last eight weeks. */
export function weekdayMedian(history: readonly number[], horizon: number): number[] {
  const recent = history.slice(-WEEK * WEEKS_OF_MEDIAN)
  const of = (h: number) => recent.filter((_, index) => (recent.length - index + h - 1) % WEEK === 0)
  const byDay = ahead(WEEK, (h) => median(of(h)))
  return ahead(horizon, (h) => byDay[(h - 1) % WEEK] ?? 0)
}

/** Exponential smoothing of weekday-adjusted days. `factorAt(h)` is the factor of the h-th day ahead. */
export function smoothedLevel(adjusted: readonly number[], factorAt: (h: number) => number, horizon: number): number[] {
  const { level } = smooth(adjusted)
  return ahead(horizon, (h) => level * factorAt(h))
}

/** Theta: the smoothed level with half of the trend of all days (Assimakopoulos and Nikolopoulos 2000, in the form of Hyndman and Billah 2003). */
export function theta(adjusted: readonly number[], factorAt: (h: number) => number, horizon: number): number[] {
  const { level, alpha } = smooth(adjusted)
  const count = adjusted.length
  const drift = count < SHORTEST_TREND ? 0 : slope(adjusted) / 2
  return ahead(horizon, (h) => (level + drift * (h - 1 + (1 - (1 - alpha) ** count) / alpha)) * factorAt(h))
}
