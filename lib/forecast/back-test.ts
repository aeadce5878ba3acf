import type { Forecast } from './forecast.ts'
import { forecast } from './forecast.ts'
import type { Method } from './interval.ts'
import { intervalScale } from './interval.ts'
import { mean } from './median.ts'
import { lastFourWeeksMean, seasonalNaive } from './methods.ts'
import { t80 } from './student.ts'

/** What a method said about the days after one origin, and what they were. */
export type Score = {
  /** |forecast - actual| / actual of the total. */
  error: number
  /** Mean absolute error of a day over that of the naive method with a season of 7 within the history. */
  mase: number
  covered: boolean
  /** Width of the interval / forecast. */
  width: number
}

export const methods = {
  ours: (history, horizon) => forecast(history, horizon),
  'seasonal naive': (history, horizon) => withInterval(history, horizon, seasonalNaive),
  'last 28 days': (history, horizon) => withInterval(history, horizon, lastFourWeeksMean),
} as const satisfies Record<
  string,
  (history: readonly number[], horizon: number) => Pick<Forecast, 'days' | 'total' | 'low' | 'high'> | null
>
export type MethodName = keyof typeof methods

/** A rival with an interval made the same way, so that coverage can be compared. */
function withInterval(history: readonly number[], horizon: number, method: Method) {
  const days = method(history, horizon)
  const total = days.reduce((sum, value) => sum + value, 0)
  const { scale, origins } = intervalScale(history, horizon, method)
  const width = Math.exp((origins >= 3 ? t80(origins - 1) : t80(2)) * scale)
  return { days, total, low: total / width, high: total * width }
}

/** Scores of a method on the days `actual` that came after `history`. Null where it gives no forecast or nothing was spent. */
export function scoreOf(name: MethodName, history: readonly number[], actual: readonly number[]): Score | null {
  const said = methods[name](history, actual.length)
  const total = actual.reduce((sum, value) => sum + value, 0)
  if (said === null || total <= 0) return null
  const naive = mean(history.slice(7).map((value, index) => Math.abs(value - (history[index] ?? 0))))
  const off = mean(actual.map((value, index) => Math.abs(value - (said.days[index] ?? 0))))
  return {
    error: Math.abs(said.total - total) / total,
    mase: naive > 0 ? off / naive : off === 0 ? 0 : Number.NaN,
    covered: said.low <= total && total <= said.high,
    width: said.high > said.low ? (said.high - said.low) / said.total : 0,
  }
}
