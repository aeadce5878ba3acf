'use client'

import Link from 'next/link'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { coverageFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { formatPercent } from '@/lib/core/format.ts'
import type { CoverageRow } from '@/lib/spend/coverage.ts'
import styles from './coverage.module.css'

type Kind = CoverageRow['dimension']

const names: Record<Kind, string> = {
  'gpu-class': 'class',
  team: 'team',
  project: 'project',
  model: 'model',
  utilisation: 'utilisation',
  tokens: 'tokens',
}
const wholes: Record<Kind, string> = {
  'gpu-class': 'GPU spend has a known class',
  team: 'spend has a team',
  project: 'spend has a project',
  model: 'spend has a model',
  utilisation: 'GPU spend has a measured utilisation',
  tokens: 'GPU spend has a model whose tokens are counted',
}

/** How far the evidence behind these figures goes: shares of spend, each leading to what is missing. */
export function CoverageBadges(props: { filter: SpendFilter; currency: string; kinds: readonly Kind[] }) {
  const { filter, currency } = props
  const { mayImport } = usePageData()
  const { data } = useSpend('coverage', coverageFilter(filter))
  const own = (data ?? []).filter((row) => row.currency === currency)
  const shown = props.kinds.flatMap((kind) => own.find((row) => row.dimension === kind && row.share !== null) ?? [])
  if (shown.length === 0) return null
  return (
    <ul className={styles.coverage} aria-label="How much of the spend this rests on">
      {shown.map((row) => {
        const share = row.share ?? 0
        return (
          <li key={row.dimension}>
            <Link
              prefetch={false}
              href={worklist(row.dimension, filter, mayImport)}
              title={`${formatPercent(share)} of ${wholes[row.dimension]}; see the rest`}
            >
              {names[row.dimension]} <b>{formatPercent(share, 0)}</b>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Where the part that is not covered is listed. */
function worklist(kind: Kind, filter: SpendFilter, isAdmin: boolean): string {
  if (kind === 'gpu-class') {
    return isAdmin ? '/settings/gpus' : spendHref({ ...narrow(filter, 'gpu-class', 'unknown'), group: 'service' })
  }
  const query = toSearchParams(filter)
  query.delete('group')
  if (kind === 'tokens') return `/models?${query}#tokens`
  if (kind === 'utilisation') {
    query.set('hosts', 'not-measured')
    return `/gpus?${query}#machines`
  }
  query.set('dimension', kind)
  return `/unallocated?${query}`
}
