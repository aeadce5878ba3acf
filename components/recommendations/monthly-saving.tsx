import { Amount } from '@/components/ui/amount.tsx'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'

/** What a finding adds to the total; commitment that comes free where it is no cash. */
export function MonthlySaving({ row }: { row: FindingRow }) {
  if (Number(row.counted.expected) > 0)
    return <Amount value={row.counted.expected} currency={row.currency} symbol digits={0} />
  if (Number(row.frees) > 0)
    return (
      <span className="ink2" title="Commitment that comes free for other use: no cash until it is used or ends">
        frees <Amount value={row.frees} currency={row.currency} symbol digits={0} />
      </span>
    )
  return <span className="ink3">no money claimed</span>
}
