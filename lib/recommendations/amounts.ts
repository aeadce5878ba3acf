import { fromUnits, units } from '@/lib/core/money.ts'

/** Money inside the engine: whole millionths, so that sums and parts are exact. */
export type Micro = bigint

const DIGITS = 6
const WHOLE = 1_000_000_000

/** Decimal text as millionths, cut. */
export function micro(amount: string): Micro {
  return units(amount, DIGITS)
}

/** Millionths as decimal text, cut to cents: a saving is never rounded up. */
export function cents(amount: Micro): string {
  return fromUnits(amount / 10_000n, 2)
}

/** The part `share` (0 to 1) of an amount, cut: parts never add up to more than the whole. */
export function partOf(amount: Micro, share: number): Micro {
  if (amount <= 0n || !(share > 0)) return 0n
  return (amount * BigInt(Math.round(Math.min(1, share) * WHOLE))) / BigInt(WHOLE)
}
