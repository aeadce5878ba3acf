'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { EntityKind } from '@/components/allocation/entity.ts'
import { paintOfState } from '@/components/charts/paint.ts'
import { SplitBar } from '@/components/charts/share-bar.tsx'
import { Swatch } from '@/components/charts/swatch.tsx'
import { Rate } from '@/components/spend/spend-table.tsx'
import { Amount, Hours, Missing } from '@/components/ui/amount.tsx'
import type { SortState } from '@/components/ui/table.tsx'
import { nextSort, SortHead, TableFrame } from '@/components/ui/table.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCount, formatPercent } from '@/lib/core/format.ts'
import { add, ratio } from '@/lib/core/money.ts'
import type { WorkloadRow, Workloads } from '@/lib/spend/workloads.ts'
import type { WorkloadColumn } from './sort-workloads.ts'
import { sortWorkloads, usedShare } from './sort-workloads.ts'
import { shortSpan, workloadHref } from './workload-href.ts'

const FIRST = 12

/** Workloads in one currency, what no workload held, and the total over both. `named` is the entity that the page is about. */
export function WorkloadsTable(props: {
  workloads: Workloads
  filter: SpendFilter
  currency: string
  named: EntityKind
  sort: SortState
  onSort: (sort: SortState) => void
}) {
  const { workloads, currency, sort } = props
  const [open, setOpen] = useState(false)
  const own = workloads.rows.filter((row) => row.currency === currency || row.currency === null)
  const sorted = sortWorkloads(own, sort.column as WorkloadColumn, sort.descending)
  const others = workloads.others.filter((row) => row.currency === currency)
  const total = (pick: 'cost' | 'gpuHours') => [...own, ...others].reduce((sum, row) => add(sum, row[pick] ?? '0'), '0')
  const cost = total('cost')
  const head = (column: WorkloadColumn, text: ReactNode, className: string) => (
    <SortHead
      column={column}
      sort={sort}
      className={className}
      onSort={(pressed) => props.onSort(nextSort(sort, pressed, pressed !== 'workload' && pressed !== 'person'))}
    >
      {text}
    </SortHead>
  )
  return (
    <>
      <TableFrame label="Workloads">
        <table>
          <thead>
            <tr>
              {head('workload', 'Workload', '')}
              <th scope="col" className="hn">
                GPU class
              </th>
              {head('person', props.named === 'project' ? 'Who' : 'Who, project', 'hn')}
              {head('firstStart', 'When, UTC', 'hm')}
              {head('gpuHours', 'GPU hours', 'n')}
              {head('cost', `Cost, ${currencyName(currency)}`, 'n')}
              <th scope="col" className="n hn">
                Share
              </th>
              {head('utilisation', 'Utilisation', 'n')}
              {head('used', 'Used, held idle', 'hn')}
              {head('rate', `${currencyName(currency)}/GPU-h`, 'n')}
            </tr>
          </thead>
          <tbody>
            {(open ? sorted : sorted.slice(0, FIRST)).map((row) => (
              <Line
                key={[row.workload, row.kind, row.person, row.team, row.project].join('\u0000')}
                row={row}
                cost={cost}
                {...props}
              />
            ))}
            {!open && <Rest rows={sorted.slice(FIRST)} {...props} cost={cost} onOpen={() => setOpen(true)} />}
            {others.map((row) => (
              <tr key={row.workloads} className={row.workloads === 0 ? undefined : 'muted'}>
                <td>
                  <span className="lead">
                    <Swatch paint={paintOfState(row.workloads === 0 ? 'not-held' : 'not-gpu')} />
                    {row.workloads === 0 ? 'In no workload' : `${formatCount(row.workloads)} smaller workloads`}
                  </span>
                </td>
                <td className="hn" />
                <td className="hn" />
                <td className="hm" />
                <td className="n">
                  <Hours value={row.gpuHours} missing="–" />
                </td>
                <td className="n">
                  <Amount value={row.cost} currency={currency} missing="not stated" />
                </td>
                <td className="n hn">{share(row.cost, cost)}</td>
                <td className="n">–</td>
                <td className="hn" />
                <td className="n">–</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>Total</td>
              <td className="hn" />
              <td className="hn" />
              <td className="hm" />
              <td className="n">
                <Hours value={total('gpuHours')} />
              </td>
              <td className="n">
                <Amount value={cost} currency={currency} />
              </td>
              <td className="n hn">100.0%</td>
              <td />
              <td className="hn" />
              <td />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      <p className="note">
        In no workload: not held by anybody, not measured, or not a GPU. Utilisation is the average over the hours that
        were measured.
      </p>
    </>
  )
}

/** The rows beyond the first in one line, which opens them. */
function Rest(props: { rows: readonly WorkloadRow[]; currency: string; cost: string; onOpen: () => void }) {
  const { rows, currency, cost } = props
  if (rows.length === 0) return null
  const sum = (pick: 'cost' | 'gpuHours') => rows.reduce((all, row) => add(all, row[pick] ?? '0'), '0')
  return (
    <tr className="muted">
      <td>
        <button type="button" className="fold" aria-expanded={false} onClick={props.onOpen}>
          {formatCount(rows.length)} further workloads
        </button>
      </td>
      <td className="hn" />
      <td className="hn" />
      <td className="hm" />
      <td className="n">
        <Hours value={sum('gpuHours')} />
      </td>
      <td className="n">
        <Amount value={sum('cost')} currency={currency} />
      </td>
      <td className="n hn">{share(sum('cost'), cost)}</td>
      <td className="n">–</td>
      <td className="hn" />
      <td className="n">–</td>
    </tr>
  )
}

function Line(props: { row: WorkloadRow; cost: string; filter: SpendFilter; currency: string; named: EntityKind }) {
  const { row, currency } = props
  const used = usedShare(row)
  return (
    <tr>
      <td className="clip">
        <Link prefetch={false} href={workloadHref(row.workload, row.kind, props.filter)}>
          <b className="med">{row.workload}</b>
        </Link>{' '}
        <span className="ink3">{row.kind}</span>
      </td>
      <td className="clip hn">{row.gpuClasses.map((gpuClass) => valueLabel('gpu-class', gpuClass)).join(', ')}</td>
      <td className="clip hn">
        {row.person ?? <Missing>not stated</Missing>}
        {props.named !== 'project' && <span className="ink3">, {valueLabel('project', row.project)}</span>}
      </td>
      <td className="hm ink2">{row.firstStart && row.lastEnd && shortSpan(row.firstStart, row.lastEnd)}</td>
      <td className="n">
        <Hours value={row.gpuHours ?? row.held} missing="–" />
      </td>
      <td className="n">
        <Amount
          value={row.cost}
          currency={currency}
          missing={row.currency === null ? 'no bill names its machine' : 'not stated'}
        />
      </td>
      <td className="n hn">{share(row.cost, props.cost)}</td>
      <td className="n">
        {row.utilisation === null ? <Missing>not measured</Missing> : formatPercent(row.utilisation, 0)}
      </td>
      <td className="hn">
        {used !== null && (
          <SplitBar
            width={72}
            parts={[
              { className: 'sx', value: used },
              { className: 'si', value: 1 - used },
            ]}
          />
        )}
      </td>
      <td className="n">
        <Rate cost={row.missing > 0 ? null : row.cost} hours={row.gpuHours} currency={currency} />
      </td>
    </tr>
  )
}

function share(part: string | null, whole: string): string {
  const value = part === null ? null : ratio(part, whole)
  return value === null ? '–' : formatPercent(value)
}
