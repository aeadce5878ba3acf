import Link from 'next/link'
import type { ReactNode } from 'react'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { GradeMark } from './grade-mark.tsx'

/** A finding as one item of a list: its grade, its name as the link to it, a line below, and an amount at the right. */
export function FindingItem({ row, note, amount }: { row: FindingRow; note: ReactNode; amount: ReactNode }) {
  return (
    <li>
      <span>
        <GradeMark grade={row.grade} />
      </span>
      <span>
        <Link href={`/recommendations/${row.id}`} prefetch={false}>
          <b>
            {row.title}: {row.subject.name}
          </b>
        </Link>
        <small>{note}</small>
      </span>
      <span className="a num">{amount}</span>
    </li>
  )
}
