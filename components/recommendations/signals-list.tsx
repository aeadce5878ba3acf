import { formatMoney } from '@/lib/core/format.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { FindingItem } from './finding-item.tsx'

/** Findings that claim no money: what each says, and how much it is about. */
export function SignalsList({ rows }: { rows: readonly FindingRow[] }) {
  return (
    <ul className="list">
      {rows.map((row) => (
        <FindingItem
          key={row.id}
          row={row}
          note={row.sentence}
          amount={row.size && <span className="ink3">{formatMoney(row.size.amount, row.size.currency, 0)}</span>}
        />
      ))}
    </ul>
  )
}
