import Link from 'next/link'
import { formatMoney } from '@/lib/core/format.ts'
import { groupedBy } from '@/lib/core/grouped.ts'
import type { Findings } from '@/lib/recommendations/read-findings.ts'

/** Evidence that rules need and do not have, by rule: what it is about and what to upload. No money is claimed without it. */
export function MissingList({ missing, mayImport }: { missing: Findings['missing']; mayImport: boolean }) {
  return (
    <ul className="list">
      {[...groupedBy(missing, ({ rule }) => rule)].map(([rule, entries]) => (
        <li key={rule}>
          <span>
            <span className="grade D">D</span>
          </span>
          <span>
            <b>
              {entries[0]?.number} {entries[0]?.title}:{' '}
              {entries.length > 3
                ? `${entries.length} subjects`
                : [...new Set(entries.map(({ subject }) => subject))].join(', ')}
            </b>
            <small>
              Missing: {entries[0]?.what}
              {sumText(entries)}. Upload {entries[0]?.upload}.
            </small>
          </span>
          {mayImport && (
            <Link className="a link" href="/imports" prefetch={false}>
              Upload
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function sumText(entries: Findings['missing']): string {
  const sums = new Map<string, number>()
  for (const { currency, amount } of entries.flatMap(({ cost }) => cost))
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount))
  const texts = [...sums].map(([currency, amount]) => formatMoney(amount.toFixed(0), currency, 0))
  return texts.length > 0 ? `, about ${texts.join(' and ')} of spend` : ''
}
