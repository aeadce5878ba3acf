import { NO_CURRENCY } from './currency-code.ts'
import { compare, ratio as ratioOf, subtract } from './money.ts'

const LOCALE = 'en-US'
const MINUS = '\u2212'
const MATERIAL_RATIO = 0.05
const MATERIAL_AMOUNT = 500

const integers = new Intl.NumberFormat(LOCALE)
const unsigned = (text: string) => text.replace(/^[+-]/, '')

/** Rounded half away from zero and grouped, without a sign. On digits, not numbers: nothing is lost at any size. */
function exact(text: string, digits: number): string {
  const [head = '0', fraction = ''] = unsigned(text).split('.')
  const kept = BigInt(head + fraction.slice(0, digits).padEnd(digits, '0'))
  const rounded = (kept + ((fraction[digits] ?? '0') >= '5' ? 1n : 0n)).toString().padStart(digits + 1, '0')
  const point = rounded.length - digits
  return integers.format(BigInt(rounded.slice(0, point))) + (digits > 0 ? `.${rounded.slice(point)}` : '')
}

/** An amount cut for display: the sign, the grouped whole part, and the decimals with their point. */
export type AmountParts = { negative: boolean; whole: string; cents: string }

/** Splits decimal text, rounded half away from zero, so that cents can be set in the third ink. What rounds to zero has no sign. */
export function amountParts(text: string, digits = 2): AmountParts {
  const shown = exact(text, digits)
  const point = shown.indexOf('.')
  return {
    negative: compare(text, '0') < 0 && /[1-9]/.test(shown),
    whole: point < 0 ? shown : shown.slice(0, point),
    cents: point < 0 ? '' : shown.slice(point),
  }
}

/** `1,234.50`, or `(1,234.50)` when negative. */
export function formatAmount(text: string, digits = 2): string {
  const { negative, whole, cents } = amountParts(text, digits)
  return negative ? `(${whole}${cents})` : `${whole}${cents}`
}

/** Every digit that the text has, grouped, with a currency code: for titles and copying. */
export function formatFull(text: string, currency?: string): string {
  const [head = '0', fraction] = unsigned(text).split('.')
  const sign = compare(text, '0') < 0 ? MINUS : ''
  const digits = `${sign}${integers.format(BigInt(head))}${fraction ? `.${fraction}` : ''}`
  return currency ? `${digits} ${currency}` : digits
}

const symbols = new Map<string, string>([[NO_CURRENCY, '']])

/** `$` for USD, `€` for EUR; the code and a space where there is no symbol of its own, nothing where there is no currency. */
export function currencySymbol(currency: string): string {
  let symbol = symbols.get(currency)
  if (symbol === undefined) {
    const part = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find((p) => p.type === 'currency')?.value
    symbol = part === undefined || part === currency ? `${currency} ` : part
    symbols.set(currency, symbol)
  }
  return symbol
}

/** `$1,234.50`; `($1,234.50)` when negative. */
export function formatMoney(text: string, currency: string, digits = 2): string {
  const { negative, whole, cents } = amountParts(text, digits)
  const money = `${currencySymbol(currency)}${whole}${cents}`
  return negative ? `(${money})` : money
}

/** `+1,234.50`, `−1,234.50`, `0.00`: the difference current − previous, with a sign. */
export function formatDifference(current: string, previous: string, digits = 2): string {
  const { negative, whole, cents } = amountParts(subtract(current, previous), digits)
  const shown = `${whole}${cents}`
  if (!/[1-9]/.test(shown)) return shown
  return `${negative ? MINUS : '+'}${shown}`
}

/** Short, for axes and chips: `184k`, `1.2M`, `950`, `0.4`. `value` is for drawing only. */
export function formatCompact(value: number): string {
  const size = Math.abs(value)
  const cut = (x: number, digits: number) => String(Number(x.toFixed(digits)))
  const steps: [number, string][] = [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ]
  const sign = value < 0 ? MINUS : ''
  for (const [step, unit] of steps) {
    if (size >= step * 0.9995) return `${sign}${cut(size / step, size >= step * 10 ? 0 : 1)}${unit}`
  }
  return `${sign}${cut(size, size >= 10 ? 0 : size >= 1 ? 1 : 2)}`
}

/** formatCompact with the currency's symbol: `$184k`, `−$2k`. */
export function formatCompactMoney(value: number, currency: string): string {
  return `${value < 0 ? MINUS : ''}${currencySymbol(currency)}${formatCompact(Math.abs(value))}`
}

/** `46.7%`; small shares that are not zero read `<0.1%`. */
export function formatPercent(ratio: number, digits = 1): string {
  const least = 0.1 ** digits
  if (ratio !== 0 && Math.abs(ratio * 100) < least / 2) return `<${least.toFixed(digits)}%`
  return `${ratio < 0 ? MINUS : ''}${Math.abs(ratio * 100).toFixed(digits)}%`
}

/** How a value moved: `ratio` is null where there was nothing before. */
export type Change = { text: string; ratio: number | null; material: boolean; direction: -1 | 0 | 1 }

/**
 * The change from previous to current: `+63.1%`, `−12.9%`, `×54` from tenfold on, `new` from nothing. Material, and so worth a
 * colour, only from 5% and 500 units of the currency on.
 */
export function change(current: string, previous: string): Change {
  const direction = compare(current, previous)
  const difference = Math.abs(Number(subtract(current, previous)))
  const multiple = ratioOf(current, previous)
  if (multiple === null) {
    const still = direction === 0
    return { text: still ? '0.0%' : 'new', ratio: still ? 0 : null, material: difference >= MATERIAL_AMOUNT, direction }
  }
  const ratio = (multiple - 1) * (compare(previous, '0') < 0 ? -1 : 1)
  const material = Math.abs(ratio) >= MATERIAL_RATIO && difference >= MATERIAL_AMOUNT
  const text = multiple >= 9.995 && ratio > 0 ? `\u00d7${Math.round(multiple)}` : signedPercent(ratio)
  return { text, ratio, material, direction }
}

function signedPercent(ratio: number): string {
  const shown = Math.abs(ratio * 100).toFixed(1)
  const sign = shown === '0.0' ? '' : ratio > 0 ? '+' : MINUS
  return `${sign}${shown}%`
}

/** GPU hours with one decimal, from decimal text: `36,480.0`. */
export function formatHours(text: string, digits = 1): string {
  const { negative, whole, cents } = amountParts(text, digits)
  return `${negative ? MINUS : ''}${whole}${cents}`
}

/** A count with grouping: `371,204`. */
export function formatCount(count: number | bigint): string {
  return integers.format(count)
}

/** A file size in powers of 1,000: `61.9 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
