/** An exact fraction of whole numbers; bottom is above zero. */
export type Fraction = { top: bigint; bottom: bigint }

/** Digits after the point of every amount that has to be rounded: a cent x 1e-10. */
export const SCALE = 12n

/** Plain decimal text (no sign, no exponent) as a fraction. */
export function fractionOf(decimal: string): Fraction {
  const [whole = '0', digits = ''] = decimal.split('.')
  return { top: BigInt(whole + digits), bottom: 10n ** BigInt(digits.length) }
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom }
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

/** A fraction in units of 1e-12, cut. */
export function unitsOf({ top, bottom }: Fraction): bigint {
  return (top * 10n ** SCALE) / bottom
}

/**
 * What lies between two marks of an amount that accrues: cut(to) - cut(from) in units of 1e-12. Pieces that follow each other add up to
 * the whole exactly, whatever is cut from each, so nothing has to be spread over the last one.
 */
export function between(from: Fraction, to: Fraction): bigint {
  return unitsOf(to) - unitsOf(from)
}

/** Units of 1e-12 as decimal text without trailing zeros. */
export function decimalOf(units: bigint): string {
  const digits = units.toString().padStart(Number(SCALE) + 1, '0')
  const point = digits.length - Number(SCALE)
  const fraction = digits.slice(point).replace(/0+$/, '')
  return fraction ? `${digits.slice(0, point)}.${fraction}` : digits.slice(0, point)
}

/** Shares out whole units by weights: the parts add up to `units` exactly. */
export function shareOut(units: bigint, weights: readonly number[]): bigint[] {
  const whole = BigInt(weights.reduce((sum, weight) => sum + weight, 0))
  let before = 0n
  let reached = 0n
  return weights.map((weight) => {
    reached += BigInt(weight)
    const mark = (units * reached) / whole
    const part = mark - before
    before = mark
    return part
  })
}
