import Link from 'next/link'
import { formatMoney } from '@/lib/core/format.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { GradeMark } from './grade-mark.tsx'

/** Findings that claim no money: what each says, and how much it is about. */
export function SignalsList({ rows }: { rows: readonly FindingRow[] }) {
  return (
    <ul className="list">
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            <GradeMark grade={row.grade} />
          </span>
          <span>
            <Link href={`/recommendations/${row.id}`} prefetch={false}>
              <b>
                {row.title}: {row.subject.name}
              </b>
            </Link>
            <small>{row.sentence}</small>
          </span>
          <span className="a ink3 num">{row.size && formatMoney(row.size.amount, row.size.currency, 0)}</span>
        </li>
      ))}
    </ul>
  )
}
