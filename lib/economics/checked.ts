/** The number, or RangeError when it is not finite or is below `least`. */
export function atLeast(least: number, value: number, name: string): number {
  if (!Number.isFinite(value) || value < least) throw new RangeError(`${name} must be at least ${least}, not ${value}`)
  return value
}

/** The number, or RangeError when it is not above zero. */
export function positive(value: number, name: string): number {
  if (!Number.isFinite(value) || value <= 0) throw new RangeError(`${name} must be above 0, not ${value}`)
  return value
}

/** The number, or RangeError when it is not between 0 and 1. */
export function share(value: number, name: string): number {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be between 0 and 1, not ${value}`)
  return value
}
