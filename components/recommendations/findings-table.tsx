'use client'

import Link from 'next/link'
import { Amount } from '@/components/ui/amount.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatDayShort } from '@/lib/core/format-date.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { GradeMark } from './grade-mark.tsx'
import { RangeText } from './money-text.tsx'
import { MonthlySaving } from './monthly-saving.tsx'
import { RangeMark } from './range-mark.tsx'
import { sumFindings } from './sum-findings.ts'
import { effortNames, leverNames, stateNames } from './words.ts'

/** Findings with money, the largest first, and one total a currency in which no dollar counts twice. */
export function FindingsTable({ rows }: { rows: readonly FindingRow[] }) {
  const most = Math.max(0, ...rows.map(({ counted }) => Number(counted.high)))
  return (
    <TableFrame label="Findings">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Confidence</span>
            </th>
            <th scope="col">What to do</th>
            <th scope="col" className="hn">
              Where
            </th>
            <th scope="col" className="hn">
              Lever
            </th>
            <th scope="col" className="n" aria-sort="descending">
              A month
            </th>
            <th scope="col" className="hn">
              <span className="sr">Range drawn</span>
            </th>
            <th scope="col" className="n">
              Low – high
            </th>
            <th scope="col">Effort</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <GradeMark grade={row.grade} />
              </td>
              <td className="wrap">
                <Link href={`/recommendations/${row.id}`} prefetch={false} className="strong" title={row.sentence}>
                  {row.title}
                </Link>
                <div className="under ph">{row.subject.name}</div>
              </td>
              <td className="ink2 wrap hn">{row.subject.name}</td>
              <td className="ink2 hn">{leverNames[row.lever]}</td>
              <td className="n">
                <MonthlySaving row={row} />
              </td>
              <td className="hn">
                {Number(row.counted.expected) > 0 && <RangeMark range={row.counted} most={most} />}
              </td>
              <td className="n ink2">
                {Number(row.counted.expected) > 0 && <RangeText range={row.counted} currency={row.currency} />}
              </td>
              <td className="ink2">{effortNames[row.effort]}</td>
              <td>
                <StateBadge row={row} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sumFindings(rows).map((total) => (
            <tr key={total.currency}>
              <td />
              <td>Total in {total.currency}, no amount counted twice</td>
              <td className="hn" colSpan={2} />
              <td className="n">
                <Amount value={total.counted.expected} currency={total.currency} symbol digits={0} />
              </td>
              <td className="hn" />
              <td className="n">
                <RangeText range={total.counted} currency={total.currency} />
              </td>
              <td colSpan={2} />
            </tr>
          ))}
        </tfoot>
      </table>
    </TableFrame>
  )
}

export function StateBadge({ row }: { row: FindingRow }) {
  const tone = row.state === 'planned' ? 'info' : row.state === 'done' ? 'pos' : 'line'
  return (
    <span className="nowrap">
      <Badge tone={tone} title={row.owner ?? ''}>
        {stateNames[row.state]}
      </Badge>
      {row.dueOn && row.state === 'planned' && <span className="ink2"> {formatDayShort(row.dueOn)}</span>}
    </span>
  )
}
