const GRID = Array.from({ length: 19 }, (_, index) => (index + 1) * 0.05)

export type Smoothed = { level: number; alpha: number }

/** Simple exponential smoothing: the level after the last day, with the smoothing factor that had the least squared one-step error. */
export function smooth(values: readonly number[]): Smoothed {
  let best: Smoothed & { error: number } = { level: values[0] ?? 0, alpha: 0.5, error: Number.POSITIVE_INFINITY }
  for (const alpha of GRID) {
    let level = values[0] ?? 0
    let error = 0
    for (const value of values.slice(1)) {
      error += (value - level) ** 2
      level += alpha * (value - level)
    }
    if (error < best.error) best = { level, alpha, error }
  }
  return { level: best.level, alpha: best.alpha }
}

/** Slope of the least-squares line through the values, a day apart. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  let above = 0
  let below = 0
  for (const [index, value] of values.entries()) {
    above += (index - middle) * value
    below += (index - middle) ** 2
  }
  return below > 0 ? above / below : 0
}
