import { atLeast, positive, share } from './checked.ts'
import { HOURS_PER_MONTH } from './spot.ts'

/** The q-quantile (0 to 1) of numbers, with linear interpolation. RangeError without numbers. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new RangeError('no values')
  const sorted = [...values].sort((a, b) => a - b)
  const at = share(q, 'quantile') * (sorted.length - 1)
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * How many units to commit to at a discount (0 to 1): unit k pays if it is used for at least 1 - discount of the hours, so the discount's quantile of
 * hourly use (the newsvendor's critical ratio). Whole units.
 */
export function unitsToCommit(hourly: readonly number[], discount: number): number {
  return Math.floor(quantile(hourly, discount))
}

/** What committing to `units` would have saved over these hours, in the unit of `price`: covered use at the price less the commitment. */
export function commitmentSaving(
  hourly: readonly number[],
  units: number,
  price: number,
  committedPrice: number,
): number {
  atLeast(0, units, 'units')
  const covered = hourly.reduce((sum, used) => sum + Math.min(used, units), 0)
  return covered * positive(price, 'price') - units * atLeast(0, committedPrice, 'committed price') * hourly.length
}

/** The least part of hours that a committed unit must be used to pay: 1 - discount. */
export function breakEvenUse(discount: number): number {
  return 1 - share(discount, 'discount')
}

/** Months until an upfront payment is earned back. Null when it never is. */
export function breakEvenMonths(
  upfront: number,
  units: number,
  price: number,
  committedPrice: number,
  use: number,
): number | null {
  const monthly = units * (price - committedPrice) * HOURS_PER_MONTH * share(use, 'use')
  return monthly > 0 ? atLeast(0, upfront, 'upfront') / monthly : null
}
