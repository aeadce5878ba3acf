'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { paintOf } from '@/components/charts/paint.ts'
import { ShareBar } from '@/components/charts/share-bar.tsx'
import { Sparkline } from '@/components/charts/sparkline.tsx'
import { Swatch } from '@/components/charts/swatch.tsx'
import { Amount, ChangeText, Difference, Hours, RateAmount } from '@/components/ui/amount.tsx'
import type { SortState } from '@/components/ui/table.tsx'
import { nextSort, SortHead, TableFrame } from '@/components/ui/table.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPercent } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { CostSourceRow } from '@/lib/spend/cost-sources.ts'
import type { GroupedSpend } from './arrange-spend.ts'
import { CostSourceBadge, useCostSources } from './cost-source-badge.tsx'
import { knownCost, knownPrevious, rateText, wholeCost } from './known.ts'
import { sortRows } from './sort-rows.ts'
import type { SpendRow } from './spend-rows.ts'

const MEMBERS_OPEN = 12

/** The table of a grouped view: cost, share, change, GPU hours, rate and a line for each value, and the total over all of them. */
export function SpendTable(props: {
  spend: GroupedSpend
  filter: SpendFilter
  label: string
  link: (row: SpendRow) => ReactNode
  after?: ReactNode
}) {
  const { spend, filter } = props
  const [sort, setSort] = useState<SortState>({ column: 'cost', descending: true })
  const rows = sortRows(spend.rows, sort)
  const largest = Math.max(0, ...spend.rows.map((row) => row.share ?? 0))
  const head = (column: string, text: ReactNode, className: string) => (
    <SortHead
      column={column}
      sort={sort}
      className={className}
      onSort={(pressed) => setSort(nextSort(sort, pressed, pressed !== 'label'))}
    >
      {text}
    </SortHead>
  )
  const sources = useCostSources(spend.filter)
  const total = spend.total
  const cost = total && knownCost(total)
  const previous = total && knownPrevious(total)
  return (
    <TableFrame label={props.label}>
      <table>
        <thead>
          <tr>
            {head('label', dimension(filter.group)?.label, '')}
            {head('cost', `${formatPeriod(filter.period, true)}, ${currencyName(spend.currency)}`, 'n')}
            {head('share', 'Share', 'n sh')}
            {spend.compared && head('previous', formatPeriod(previousPeriod(filter.period), true), 'n')}
            {spend.compared && head('difference', 'Change', 'n')}
            {spend.compared && head('change', '%', 'n')}
            {head('gpuHours', 'GPU hours', 'n')}
            {head('rate', `${currencyName(spend.currency)}/GPU-h`, 'n')}
            <th scope="col" className="n">
              {spend.chart.grain === 'day' ? 'Daily' : spend.chart.grain === 'week' ? 'Weekly' : 'Monthly'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowGroup key={row.id} row={row} largest={largest} sources={sources} {...props} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              <span className="lead">
                Total, {currencyName(spend.currency)}
                <CostSourceBadge sources={sources} keys={null} currency={spend.currency} cost={cost} />
              </span>
            </td>
            <td className="n">
              <Amount value={cost} currency={spend.currency} missing="not stated" />
            </td>
            <td className="n">
              <ShareBar text={cost === null ? '' : '100.0%'} ratio={0} widest={1} />
            </td>
            {spend.compared && (
              <td className="n">
                <Amount value={previous} currency={spend.currency} missing="not stated" />
              </td>
            )}
            {spend.compared && (
              <td className="n">
                <Difference current={cost} previous={previous} />
              </td>
            )}
            {spend.compared && (
              <td className="n">
                <ChangeText current={cost} previous={previous} />
              </td>
            )}
            <td className="n">
              <Hours value={total?.gpuHours ?? null} missing="–" />
            </td>
            <td className="n">
              <Rate
                cost={total && wholeCost(total.gpuCost, total.missing)}
                hours={total?.gpuHours ?? null}
                currency={spend.currency}
              />
            </td>
            <td className="n">
              <Sparkline values={spend.chart.totals} />
            </td>
          </tr>
          {props.after}
        </tfoot>
      </table>
    </TableFrame>
  )
}

type GroupProps = Parameters<typeof SpendTable>[0] & {
  row: SpendRow
  largest: number
  sources: readonly CostSourceRow[]
}

/** A row, and under Others its members, which a button folds away. */
function RowGroup(props: GroupProps) {
  const { row } = props
  const [open, setOpen] = useState(row.members.length <= MEMBERS_OPEN)
  if (row.kind !== 'others') return <Line {...props} name={props.link(row)} />
  const name = (
    <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
      {row.label}
    </button>
  )
  return (
    <>
      <Line {...props} name={name} />
      {open &&
        row.members.map((member) => <Line key={member.id} {...props} row={member} name={props.link(member)} sub />)}
    </>
  )
}

function Line({ row, spend, filter, largest, sources, name, sub }: GroupProps & { name: ReactNode; sub?: boolean }) {
  const slot = row.key === null ? null : (spend.slots.get(row.key) ?? null)
  return (
    <tr className={sub ? 'sub part' : undefined}>
      <td>
        <span className="lead">
          {!sub && <Swatch paint={paintOf({ kind: row.kind, slot, key: row.key }, filter.group)} />}
          {name}
          {row.kind !== 'others' && (
            <CostSourceBadge sources={sources} keys={[row.key]} currency={spend.currency} cost={row.cost} />
          )}
        </span>
      </td>
      <td className="n">
        <Amount value={row.cost} currency={spend.currency} missing="not stated" />
      </td>
      <td className="n">
        <ShareBar text={row.share === null ? '' : formatPercent(row.share)} ratio={row.share ?? 0} widest={largest} />
      </td>
      {spend.compared && (
        <td className="n ink2">
          <Amount value={row.previous} currency={spend.currency} missing="not stated" />
        </td>
      )}
      {spend.compared && (
        <td className="n">
          <Difference current={row.cost} previous={row.previous} />
        </td>
      )}
      {spend.compared && (
        <td className="n">
          <ChangeText current={row.cost} previous={row.previous} />
        </td>
      )}
      <td className="n">
        <Hours value={row.gpuHours} missing="–" />
      </td>
      <td className="n">
        <Rate cost={row.gpuCost} hours={row.gpuHours} currency={spend.currency} />
      </td>
      <td className="n">
        <Sparkline values={spend.lines.get(row.id) ?? []} />
      </td>
    </tr>
  )
}

/** Cost per GPU-hour to the cent; a dash where there are no GPU hours, a word where a part of their cost is not known. */
export function Rate({ cost, hours, currency }: { cost: string | null; hours: string | null; currency: string }) {
  return <RateAmount value={rateText(cost, hours)} currency={currency} missing={hours === null ? '–' : 'unknown'} />
}
