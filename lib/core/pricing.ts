/** How GPU time was bought, in the three words that people use; `other` is what a bill states otherwise or not at all. */
export type PricingKind = 'committed' | 'on-demand' | 'spot' | 'other'

export const pricingKinds: readonly PricingKind[] = ['committed', 'on-demand', 'spot', 'other']

/** FOCUS PricingCategory (Standard, Committed, Dynamic, Other or nothing) as one of the three words. */
export function pricingKind(category: string | null): PricingKind {
  if (category === 'Committed') return 'committed'
  if (category === 'Standard') return 'on-demand'
  if (category === 'Dynamic') return 'spot'
  return 'other'
}
