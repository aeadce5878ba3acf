'use client'

import Link from 'next/link'
import { Section } from '@/components/ui/section.tsx'
import type { FindingFilter } from './finding-filter.ts'
import { hrefOf, matching } from './finding-filter.ts'
import { FindingItem } from './finding-item.tsx'
import { MonthlySaving } from './monthly-saving.tsx'
import { useFindings } from './use-findings.ts'
import { leverNames } from './words.ts'

const LISTED = 6

/** The largest open findings about a part of the spend; nothing where there are none. */
export function FindingsSection({ where }: { where: FindingFilter }) {
  const rows = matching(useFindings('to-do').data?.rows ?? [], where)
  if (rows.length === 0) return null
  return (
    <Section
      title="Findings"
      note="expected saving a month"
      actions={
        <Link className="link" prefetch={false} href={hrefOf(where)}>
          {rows.length > LISTED ? `All ${rows.length}` : 'Open in Recommendations'}
        </Link>
      }
    >
      <ul className="list">
        {rows.slice(0, LISTED).map((row) => (
          <FindingItem key={row.id} row={row} note={leverNames[row.lever]} amount={<MonthlySaving row={row} />} />
        ))}
      </ul>
    </Section>
  )
}
