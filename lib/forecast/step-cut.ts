import { mean, median } from './median.ts'

const LOOK_BACK = 70
const SIDE = 28
const SHORTEST_AFTER = 7
const SMALLEST = Math.log(1.2)
const ERRORS = 5.25
/** Added to a spread of zero, so that of several days without any noise the larger step wins. */
const LEAST = 0.01

/**
 * Where weekday-adjusted days took a new level for good: the index of its first day, or null. Medians of up to 28 days on both sides are compared on
 * a log scale: the step must be above 20%, above one robust deviation and above 5.25 standard errors of a median; of several days the one with the
 * clearest step. Days at or below zero have no logarithm and are left out.
 */
export function stepAt(adjusted: readonly number[]): number | null {
  let best: { at: number; sure: number } | null = null
  for (let at = Math.max(SHORTEST_AFTER, adjusted.length - LOOK_BACK); at <= adjusted.length - SHORTEST_AFTER; at++) {
    const before = logs(adjusted.slice(Math.max(0, at - SIDE), at))
    const after = logs(adjusted.slice(at, at + SIDE))
    if (before.length < SHORTEST_AFTER || after.length < SHORTEST_AFTER) continue
    const [levelBefore, levelAfter] = [median(before), median(after)]
    const size = Math.abs(levelAfter - levelBefore)
    const away = [
      ...before.map((value) => Math.abs(value - levelBefore)),
      ...after.map((value) => Math.abs(value - levelAfter)),
    ]
    const spread = 1.4826 * median(away)
    const error = 1.2533 * spread * Math.sqrt(1 / before.length + 1 / after.length)
    // The mean, unlike the median, feels each day that stands on the wrong side.
    const sure = size / (mean(away) + LEAST)
    if (size > SMALLEST && size > spread && size > ERRORS * error && (best === null || sure > best.sure))
      best = { at, sure }
  }
  return best?.at ?? null
}

/** The first of the last days that are all above zero, or all not, where a week at least of the other kind ends there; null where none does. */
export function switchAt(days: readonly number[]): number | null {
  let until = days.length
  while (until > 0) {
    const from = runStart(days, until)
    if (from === 0) return null
    const before = runStart(days, from)
    if (until - from >= SHORTEST_AFTER && from - before >= SHORTEST_AFTER) return from
    until = from
  }
  return null
}

/** Where the run of days of one kind that ends before `until` begins. */
function runStart(days: readonly number[], until: number): number {
  let from = until - 1
  const isOn = (days[from] ?? 0) > 0
  while (from > 0 && (days[from - 1] ?? 0) > 0 === isOn) from -= 1
  return from
}

function logs(values: readonly number[]): number[] {
  return values.filter((value) => value > 0).map(Math.log)
}
