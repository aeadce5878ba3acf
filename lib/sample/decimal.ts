/** An exact decimal: `units` x 10^-`scale`. */
export type Decimal = { readonly units: bigint; readonly scale: number }

export const zero: Decimal = { units: 0n, scale: 0 }

/** Parses plain decimal text (`-12.50`); throws on anything else. */
export function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new Error(`not a decimal: ${text}`)
  const fraction = match[3] ?? ''
  const units = BigInt(`${match[2]}${fraction}`)
  return { units: match[1] ? -units : units, scale: fraction.length }
}

/** A whole number of 10^-`scale` steps. */
export function steps(count: number, scale: number): Decimal {
  return { units: BigInt(count), scale }
}

function at(d: Decimal, scale: number): bigint {
  return d.units * 10n ** BigInt(scale - d.scale)
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: at(a, scale) + at(b, scale), scale }
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, negated(b))
}

export function negated(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale }
}

/** The exact product. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** The exact quotient by a power of two (at most 8); throws when it is not exact in three more digits. */
export function dividedBy(a: Decimal, divisor: number): Decimal {
  const units = a.units * 1000n
  if (units % BigInt(divisor) !== 0n) throw new Error(`${toText(a)} / ${divisor} is not exact`)
  return { units: units / BigInt(divisor), scale: a.scale + 3 }
}

/** Rounds half away from zero to `scale` digits. */
export function rounded(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return a
  const unit = 10n ** BigInt(a.scale - scale)
  const half = a.units < 0n ? -unit / 2n : unit / 2n
  return { units: (a.units + half) / unit, scale }
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero
  for (const value of values) total = plus(total, value)
  return total
}

/** Plain decimal text without trailing zeros. */
export function toText(d: Decimal): string {
  const digits = (d.units < 0n ? -d.units : d.units).toString().padStart(d.scale + 1, '0')
  const whole = digits.slice(0, digits.length - d.scale)
  let end = digits.length
  while (end > whole.length && digits.charCodeAt(end - 1) === 48) end--
  const fraction = digits.slice(whole.length, end)
  const sign = d.units < 0n ? '-' : ''
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`
}
