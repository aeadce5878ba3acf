import { atLeast, positive } from './checked.ts'

/** What moving to a cheaper place saves a month: hours x difference of prices, less what leaves the new place again. */
export function priceGapSaving(
  gpuHours: number,
  price: number,
  priceThere: number,
  gbPerMonth: number,
  egressPerGb: number,
): number {
  return (
    atLeast(0, gpuHours, 'GPU hours') * (positive(price, 'price') - atLeast(0, priceThere, 'price there')) -
    atLeast(0, gbPerMonth, 'GB') * atLeast(0, egressPerGb, 'egress')
  )
}
