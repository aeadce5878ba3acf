import Link from 'next/link'
import { Amount } from '@/components/ui/amount.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatMoney } from '@/lib/core/format.ts'
import { formatDayShort } from '@/lib/core/format-date.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { verifiedByRule } from './verified-by-rule.ts'
import { verdictNames } from './words.ts'

/** Done findings: what was predicted against what the bills say since, one by one and by rule. */
export function VerifiedTable({ rows }: { rows: readonly FindingRow[] }) {
  if (rows.length === 0)
    return (
      <EmptyState title="Nothing is marked done yet">
        Once a finding is done, its cost after is compared here with the forecast of the days before.
      </EmptyState>
    )
  return (
    <TableFrame label="Verified">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Done</th>
            <th scope="col">Since</th>
            <th scope="col" className="n">
              Predicted
            </th>
            <th scope="col" className="n">
              Realised
            </th>
            <th scope="col" className="n">
              80% interval
            </th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="wrap">
                <Link href={`/recommendations/${row.id}`} prefetch={false}>
                  {row.title}: {row.subject.name}
                </Link>
              </td>
              <td className="ink2">{row.doneOn && formatDayShort(row.doneOn)}</td>
              <td className="n">
                <Amount
                  value={row.realised?.predicted ?? row.saving.expected}
                  currency={row.currency}
                  symbol
                  digits={0}
                />
              </td>
              <Realised row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          {verifiedByRule(rows).map(({ title, currency, predicted, realised, count }) => (
            <tr key={`${title} ${currency}`}>
              <td colSpan={2}>
                {title}, {count} compared
              </td>
              <td className="n">
                <Amount value={predicted} currency={currency} symbol digits={0} />
              </td>
              <td className="n">
                <Amount value={realised} currency={currency} symbol digits={0} />
              </td>
              <td colSpan={2} />
            </tr>
          ))}
        </tfoot>
      </table>
    </TableFrame>
  )
}

function Realised({ row }: { row: FindingRow }) {
  const { realised, currency } = row
  if (!realised || realised.verdict === 'too early' || realised.verdict === 'no history')
    return (
      <>
        <td className="n ink3">{realised ? `${realised.days} of 14 days` : 'not yet'}</td>
        <td />
        <td>
          <Badge tone="line">{realised ? verdictNames[realised.verdict] : 'Waiting'}</Badge>
        </td>
      </>
    )
  return (
    <>
      <td className="n">
        <Amount value={realised.realised} currency={currency} symbol digits={0} />
      </td>
      <td className="n ink2 nowrap">
        {formatMoney(realised.realisedLow, currency, 0)} to {formatMoney(realised.realisedHigh, currency, 0)}
      </td>
      <td>
        <Badge tone={realised.verdict === 'saved' ? 'pos' : realised.verdict === 'not seen' ? 'neg' : 'warn'}>
          {verdictNames[realised.verdict]}
        </Badge>
      </td>
    </>
  )
}
