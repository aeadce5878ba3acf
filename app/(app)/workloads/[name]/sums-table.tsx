'use client'

import type { ReactNode } from 'react'
import { SplitBar } from '@/components/charts/share-bar.tsx'
import { Rate } from '@/components/spend/spend-table.tsx'
import { Amount, Hours, Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { usedShare } from '@/components/usage/sort-workloads.ts'
import { addKnown } from '@/components/usage/usage-totals.ts'
import { shortSpan } from '@/components/usage/workload-href.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatCompact, formatPercent } from '@/lib/core/format.ts'
import type { WorkloadSum } from './workload-sums.ts'
import { utilisationOf } from './workload-sums.ts'

/** A workload by day or by machine, and all of it. */
export function SumsTable(props: {
  label: string
  first: string
  sums: readonly WorkloadSum[]
  currency: string
  name: (sum: WorkloadSum) => ReactNode
}) {
  const { sums, currency } = props
  const total = (pick: 'cost' | 'gpuHours' | 'held') =>
    sums.reduce<string | null>((all, sum) => addKnown(all, sum[pick]), null)
  return (
    <TableFrame label={props.label}>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">{props.first}</th>
            <th scope="col" className="hn">
              From, to
            </th>
            <th scope="col" className="n">
              Held
            </th>
            <th scope="col" className="n">
              GPU hours
            </th>
            <th scope="col" className="n">
              Cost, {currencyName(currency)}
            </th>
            <th scope="col" className="n">
              Utilisation
            </th>
            <th scope="col" className="hn">
              Used, held idle
            </th>
            <th scope="col" className="n hn">
              Tokens
            </th>
            <th scope="col" className="n">
              {currencyName(currency)}/GPU-h
            </th>
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.key}>
              <td>{props.name(sum)}</td>
              <td className="hn ink2">{sum.firstStart && sum.lastEnd && shortSpan(sum.firstStart, sum.lastEnd)}</td>
              <td className="n">
                <Hours value={sum.held} missing="–" />
              </td>
              <td className="n">
                <Hours value={sum.gpuHours} missing="no bill" />
              </td>
              <td className="n">
                <Amount
                  value={sum.cost}
                  currency={currency}
                  missing={sum.gpuHours === null ? 'no bill' : 'not stated'}
                />
              </td>
              <td className="n">
                <Utilisation sum={sum} />
              </td>
              <td className="hn">
                <UseBar sum={sum} />
              </td>
              <td className="n hn">{sum.tokens === null ? '–' : formatCompact(Number(sum.tokens))}</td>
              <td className="n">
                <Rate cost={sum.cost} hours={sum.gpuHours} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>Total</td>
            <td className="hn" />
            <td className="n">
              <Hours value={total('held')} missing="–" />
            </td>
            <td className="n">
              <Hours value={total('gpuHours')} missing="–" />
            </td>
            <td className="n">
              <Amount value={total('cost')} currency={currency} missing="no bill" />
            </td>
            <td />
            <td className="hn" />
            <td className="hn" />
            <td className="n">
              <Rate cost={total('cost')} hours={total('gpuHours')} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}

function Utilisation({ sum }: { sum: WorkloadSum }) {
  const value = utilisationOf(sum)
  return value === null ? <Missing>not measured</Missing> : formatPercent(value, 0)
}

function UseBar({ sum }: { sum: WorkloadSum }) {
  const used = usedShare(sum)
  if (used === null) return null
  const parts = [
    { className: 'sx', value: used },
    { className: 'si', value: 1 - used },
  ]
  return <SplitBar parts={parts} />
}
