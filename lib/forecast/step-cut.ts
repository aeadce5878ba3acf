import { median } from './median.ts'

const LOOK_BACK = 70
const SIDE = 28
const SHORTEST_AFTER = 7
const SMALLEST = Math.log(1.2)
const ERRORS = 5.25

/**
 * Where weekday-adjusted days took a new level for good: the index of its first day, or null. Medians of up to 28 days on both sides are compared on
 * a log scale: the step must be above 20%, above one robust deviation and above 5.25 standard errors of a median. Days at or below
 * zero have no logarithm and are left out.
 */
export function stepAt(adjusted: readonly number[]): number | null {
  let best: { at: number; size: number } | null = null
  for (let at = Math.max(SHORTEST_AFTER, adjusted.length - LOOK_BACK); at <= adjusted.length - SHORTEST_AFTER; at++) {
    const before = logs(adjusted.slice(Math.max(0, at - SIDE), at))
    const after = logs(adjusted.slice(at, at + SIDE))
    if (before.length < SHORTEST_AFTER || after.length < SHORTEST_AFTER) continue
    const [levelBefore, levelAfter] = [median(before), median(after)]
    const size = Math.abs(levelAfter - levelBefore)
    const spread =
      1.4826 *
      median([
        ...before.map((value) => Math.abs(value - levelBefore)),
        ...after.map((value) => Math.abs(value - levelAfter)),
      ])
    const error = 1.2533 * spread * Math.sqrt(1 / before.length + 1 / after.length)
    if (size > SMALLEST && size > spread && size > ERRORS * error && (best === null || size > best.size + 1e-12))
      best = { at, size }
  }
  return best?.at ?? null
}

function logs(values: readonly number[]): number[] {
  return values.filter((value) => value > 0).map(Math.log)
}
