import { mean, median } from './median.ts'

const MOST_ORIGINS = 10
const BETWEEN_ORIGINS = 7
const FLOOR = 0.04
const WITHOUT_ORIGINS = 0.2

export type Method = (history: readonly number[], horizon: number) => number[]

/**
 * The scale of log(actual / forecast) of a total: from up to 10 back-tests a week apart, each over min(horizon, (n - 21) / 2) days. Errors beyond 2.5
 * medians are cut, the mean is widened by a quarter and by the fourth root of the longer horizon, and is at least 0.04. 0.2 below 3 back-tests.
 */
export function intervalScale(
  history: readonly number[],
  horizon: number,
  method: Method,
): { scale: number; origins: number } {
  const ahead = Math.min(horizon, Math.floor((history.length - 21) / 2))
  const errors: number[] = []
  for (
    let origin = history.length - ahead;
    ahead >= 1 && origin >= 21 && errors.length < MOST_ORIGINS;
    origin -= BETWEEN_ORIGINS
  ) {
    const actual = sum(history.slice(origin, origin + ahead))
    const expected = sum(method(history.slice(0, origin), ahead))
    if (actual > 0 && expected > 0) errors.push(Math.abs(Math.log(actual / expected)))
  }
  if (errors.length < 3) return { scale: WITHOUT_ORIGINS, origins: errors.length }
  const cut = 2.5 * median(errors)
  const scale = 1.25 * mean(errors.map((error) => Math.min(error, cut)))
  return { scale: Math.max(FLOOR, scale) * (horizon / ahead) ** 0.25, origins: errors.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
