/** Decimal text without an exponent, as Postgres writes NUMERIC: `-12.50`. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** A decimal as digits and scale: value = units / 10^scale. */
type Scaled = { units: bigint; scale: number }

function parse(text: string): Scaled {
  const match = DECIMAL.exec(text)
  if (!match) throw new RangeError(`Not a decimal: ${JSON.stringify(text.slice(0, 40))}`)
  const [, sign, whole, fraction = ''] = match
  const units = BigInt(`${whole}${fraction}`)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

/** Without trailing zeros, and never "-0". */
function format({ units, scale }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

function align(a: string, b: string): { a: bigint; b: bigint; scale: number } {
  const left = parse(a)
  const right = parse(b)
  const scale = Math.max(left.scale, right.scale)
  const widen = (x: Scaled) => x.units * 10n ** BigInt(scale - x.scale)
  return { a: widen(left), b: widen(right), scale }
}

/** a + b, exact. Both must be of one currency; throws RangeError on text that is not a decimal. */
export function add(a: string, b: string): string {
  const at = align(a, b)
  return format({ units: at.a + at.b, scale: at.scale })
}

/** a - b, exact. */
export function subtract(a: string, b: string): string {
  const at = align(a, b)
  return format({ units: at.a - at.b, scale: at.scale })
}

/** -a, exact. */
export function negate(a: string): string {
  const { units, scale } = parse(a)
  return format({ units: -units, scale })
}

/** -1, 0 or 1 as a is less than, equal to or greater than b; fit for sort(). */
export function compare(a: string, b: string): -1 | 0 | 1 {
  const at = align(a, b)
  if (at.a === at.b) return 0
  return at.a < at.b ? -1 : 1
}

/** a / b as a number, for display only; null where b is zero. Right to about 15 digits whatever the sizes. */
export function ratio(a: string, b: string): number | null {
  const at = align(a, b)
  if (at.b === 0n) return null
  // The quotient is carried to 17 significant digits before it becomes a number, so huge operands do not overflow it.
  const lengthOf = (x: bigint) => (x < 0n ? -x : x).toString().length
  const shift = Math.max(0, 18 - lengthOf(at.a) + lengthOf(at.b))
  return Number(`${(at.a * 10n ** BigInt(shift)) / at.b}e-${shift}`)
}

/** The amount as whole units of 10^-digits, cut towards zero: `units('1.239', 2)` = 123n. */
export function units(text: string, digits: number): bigint {
  const parsed = parse(text)
  return digits >= parsed.scale
    ? parsed.units * 10n ** BigInt(digits - parsed.scale)
    : parsed.units / 10n ** BigInt(parsed.scale - digits)
}

/** The inverse: whole units of 10^-digits as decimal text. */
export function fromUnits(whole: bigint, digits: number): string {
  return format({ units: whole, scale: digits })
}
