import { share } from './checked.ts'

/**
 * The part of cost that sending `routed` of it to a model of `priceRatio` times the price saves, when `escalated` of that has to be
 * asked of the larger model again. Below 0 where that costs more.
 */
export function routingSaving(routed: number, priceRatio: number, escalated: number): number {
  return share(routed, 'part routed') * (1 - share(priceRatio, 'price ratio') - share(escalated, 'part escalated'))
}

/** The part of cost that a speed-up saves: 1 - 1/factor. */
export function speedUpSaving(factor: number): number {
  return factor > 1 ? 1 - 1 / factor : 0
}
