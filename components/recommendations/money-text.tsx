import { Amount } from '@/components/ui/amount.tsx'
import type { Range } from '@/lib/recommendations/finding.ts'

/** `14,063 – 22,099`, whole units of a currency. */
export function RangeText({ range, currency }: { range: Range; currency: string }) {
  return (
    <span className="nowrap">
      <Amount value={range.low} currency={currency} symbol digits={0} /> –{' '}
      <Amount value={range.high} currency={currency} symbol digits={0} />
    </span>
  )
}
