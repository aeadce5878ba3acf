import { intervalScale } from './interval.ts'
import { smoothedLevel, theta, weekdayMedian } from './methods.ts'
import { stepAt, switchAt } from './step-cut.ts'
import { t80 } from './student.ts'
import { weekdayFactors } from './weekday-factors.ts'

const WEEK = 7
/** Below three weeks there is nothing to forecast from. */
export const SHORTEST_HISTORY = 21
/** A stretch after a step that is shorter keeps the weekday pattern from before it. */
const SHORTEST_ALONE = 28

/** Estimates, so plain numbers; in the unit of the history. */
export type Forecast = {
  days: number[]
  total: number
  /** 80% interval of the total. */
  low: number
  high: number
  /** Back-test origins that the interval comes from; below 3 it is a fixed +-20% scale. */
  origins: number
  /** Index of the first day of a new level that the forecast starts from, or null. */
  stepAt: number | null
}

/**
 * Forecast of the `horizon` days after a daily history, the oldest first: the mean of weekday median, exponential smoothing and Theta, from the last
 * step on, with an 80% interval of the total from back-tests of the same method. Null below 21 days. RangeError for what is not a number or no horizon.
 * Days may be zero or, as credits make them, below it.
 */
export function forecast(history: readonly number[], horizon: number): Forecast | null {
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError(`horizon must be 1 or more days, not ${horizon}`)
  if (history.some((value) => !Number.isFinite(value))) throw new RangeError('history holds what is not a number')
  if (history.length < SHORTEST_HISTORY) return null
  const { days, stepAt: step } = combination(history, horizon)
  const total = days.reduce((sum, value) => sum + value, 0)
  const { scale, origins } = intervalScale(history, horizon, (past, ahead) => combination(past, ahead).days)
  const width = Math.exp((origins >= 3 ? t80(origins - 1) : t80(2)) * scale)
  const ends = [total * width, total / width]
  return { days, total, low: Math.min(...ends), high: Math.max(...ends), origins, stepAt: step }
}

/** The days ahead and the step they start from. */
export function combination(history: readonly number[], horizon: number): { days: number[]; stepAt: number | null } {
  const start = switchAt(history)
  const { days, stepAt: step } = combinationSince(history.slice(start ?? 0), horizon)
  return { days, stepAt: step === null ? start : (start ?? 0) + step }
}

function combinationSince(history: readonly number[], horizon: number): { days: number[]; stepAt: number | null } {
  const factors = weekdayFactors(history)
  const adjust = (values: readonly number[], offset: number) =>
    values.map((value, index) => value / (factors[(index + offset) % WEEK] ?? 1))
  const step = stepAt(adjust(history, 0))
  const from = step ?? 0
  const kept = history.slice(from)
  // Few days after a step say nothing about weekdays of their own.
  const own = step !== null && kept.length >= SHORTEST_ALONE ? weekdayFactors(kept) : rotated(factors, from)
  const factorAt = (h: number) => own[(kept.length + h - 1) % WEEK] ?? 1
  const days = kept.map((value, index) => value / (own[index % WEEK] ?? 1))
  const seasonal = kept.length >= SHORTEST_ALONE ? weekdayMedian(kept, horizon) : smoothedLevel(days, factorAt, horizon)
  const smoothed = smoothedLevel(days, factorAt, horizon)
  const trended = theta(days, factorAt, horizon)
  return {
    days: smoothed.map((value, index) => (value + (seasonal[index] ?? value) + (trended[index] ?? value)) / 3),
    stepAt: step,
  }
}

function rotated(factors: readonly number[], by: number): number[] {
  return factors.map((_, index) => factors[(index + by) % WEEK] ?? 1)
}
