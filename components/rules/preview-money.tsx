import { Amount, Missing } from '@/components/ui/amount.tsx'
import type { Amount as Sum } from '@/lib/attribution/preview-sums.ts'
import { formatCount } from '@/lib/core/format.ts'

/** Amounts per currency, one after the other. */
export function Costs({ of }: { of: Pick<Sum, 'costs' | 'charges'> }) {
  const costs = Object.entries(of.costs)
  if (costs.length === 0) return <Missing>{of.charges > 0 ? 'no price' : 'nothing'}</Missing>
  return costs.map(([currency, cost], at) => (
    <span key={currency}>
      {at > 0 && ', '}
      <Amount value={cost} currency={currency} symbol />
    </span>
  ))
}

/** `12 meters, 3,400 charges`. */
export function counted({ meters, charges }: Pick<Sum, 'meters' | 'charges'>): string {
  const of = (count: number, word: string) => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`
  return `${of(meters, 'meter')}, ${of(charges, 'charge')}`
}
