'use client'

import Link from 'next/link'
import { formatCompactMoney } from '@/lib/core/format.ts'
import type { FindingFilter } from './finding-filter.ts'
import { hrefOf, matching } from './finding-filter.ts'
import { sumFindings } from './sum-findings.ts'
import { useFindings } from './use-findings.ts'

/** How many open findings there are and what they would save, as a link to them; nothing where there are none. */
export function FindingsBadge({ where }: { where: FindingFilter }) {
  const rows = matching(useFindings('to-do').data?.rows ?? [], where)
  if (rows.length === 0) return null
  const sums = sumFindings(rows).filter(({ counted }) => Number(counted.expected) > 0)
  const saving = sums.map(({ counted, currency }) => formatCompactMoney(Number(counted.expected), currency)).join(' + ')
  return (
    <Link className="btn" href={hrefOf(where)} prefetch={false}>
      <span>
        {rows.length} {rows.length === 1 ? 'finding' : 'findings'}
        {saving && <span className="hn">, {saving} a month</span>}
      </span>
    </Link>
  )
}
