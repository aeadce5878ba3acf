'use client'

import Link from 'next/link'
import { SplitBar } from '@/components/charts/share-bar.tsx'
import { Swatch } from '@/components/charts/swatch.tsx'
import { useCompared } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { GpuLine } from '@/components/spend/gpu-lines.ts'
import { gpuLines, gpuTotal } from '@/components/spend/gpu-lines.ts'
import { wholeCost } from '@/components/spend/known.ts'
import { OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import { totalsFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Rate } from '@/components/spend/spend-table.tsx'
import { Amount, ChangeText, Hours } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { formatPercent } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { ratio } from '@/lib/core/money.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { PricingKind } from '@/lib/core/pricing.ts'
import { pricingKinds } from '@/lib/core/pricing.ts'
import type { TotalsRow } from '@/lib/spend/totals.ts'
import { useClassPaint } from './use-class-paint.ts'

const inks: Record<PricingKind, string> = { committed: 'p1', 'on-demand': 'p2', spot: 'p3', other: 'sm' }

/** Each class: hours, cost, rate, and how its hours were bought. */
export function ClassesSection(props: { filter: SpendFilter; currency: string; otherTotals: readonly TotalsRow[] }) {
  const { filter, currency } = props
  const result = useSpend('gpu-classes', totalsFilter(filter))
  return (
    <Section
      title="Classes"
      note="how the hours were bought, as shares of the hours"
      actions={
        <span className="legend-row">
          {pricingKinds.slice(0, 3).map((kind) => (
            <span key={kind}>
              <svg className="sw" viewBox="0 0 10 10" aria-hidden="true">
                <rect x=".5" y=".5" width="9" height="9" rx="1.5" className={inks[kind]} />
              </svg>
              {kind}
            </span>
          ))}
        </span>
      }
    >
      <QueryPanel result={result} what="The classes" skeleton={<TableSkeleton rows={8} />}>
        {(rows) => <ClassesTable lines={gpuLines(rows, currency)} {...props} />}
      </QueryPanel>
    </Section>
  )
}

type TableProps = { lines: GpuLine[]; filter: SpendFilter; currency: string; otherTotals: readonly TotalsRow[] }

function ClassesTable({ lines, filter, currency, otherTotals }: TableProps) {
  const paint = useClassPaint(lines.map((line) => line.gpuClass))
  const compared = useCompared(filter)
  const before = formatPeriod(previousPeriod(filter.period), true)
  return (
    <TableFrame label="GPU classes">
      <table>
        <thead>
          <tr>
            <th scope="col">GPU class</th>
            <th scope="col" className="n">
              GPU hours
            </th>
            {compared && (
              <th scope="col" className="n">
                vs {before}
              </th>
            )}
            <th scope="col" className="n">
              Cost, {currency}
            </th>
            {compared && (
              <th scope="col" className="n">
                vs {before}
              </th>
            )}
            <th scope="col" className="n">
              {currency}/GPU-h
            </th>
            <th scope="col" className="n">
              Committed
            </th>
            <th scope="col" className="n">
              On-demand
            </th>
            <th scope="col" className="n">
              Spot
            </th>
            <th scope="col" className="hm">
              Bought
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.gpuClass}>
              <td>
                <span className="lead">
                  <Swatch paint={paint(line.gpuClass)} />
                  <Link prefetch={false} href={spendHref(narrow(filter, 'gpu-class', line.gpuClass))}>
                    {line.label}
                  </Link>
                </span>
              </td>
              <Cells line={line} filter={filter} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All classes</td>
            <Cells line={gpuTotal(lines)} filter={filter} currency={currency} />
          </tr>
          <OtherCurrencyRows totals={otherTotals} filter={filter} columns={10} lead={compared ? 3 : 2} />
        </tfoot>
      </table>
    </TableFrame>
  )
}

function Cells({ line, filter, currency }: { line: GpuLine; filter: SpendFilter; currency: string }) {
  const compared = useCompared(filter)
  const known = line.gpuClass !== UNKNOWN_GPU || line.gpuHours !== null
  const share = (kind: PricingKind) => {
    const part = line.gpuHours === null ? null : ratio(line.hoursBy[kind] ?? '0', line.gpuHours)
    return part === null ? '–' : formatPercent(part)
  }
  return (
    <>
      <td className="n">
        <Hours value={line.gpuHours} missing={known ? 'not stated' : 'unknown'} />
      </td>
      {compared && (
        <td className="n">
          <ChangeText current={line.gpuHours} previous={line.previousGpuHours ?? '0'} judged={false} />
        </td>
      )}
      <td className="n">
        <Amount value={line.cost} currency={currency} missing="not stated" />
      </td>
      {compared && (
        <td className="n">
          <ChangeText current={line.cost} previous={line.previousCost ?? '0'} />
        </td>
      )}
      <td className="n">
        <Rate cost={wholeCost(line.cost, line.missing)} hours={line.gpuHours} currency={currency} />
      </td>
      <td className="n">{share('committed')}</td>
      <td className="n">{share('on-demand')}</td>
      <td className="n">{share('spot')}</td>
      <td className="hm">
        <SplitBar
          parts={pricingKinds.map((kind) => ({ className: inks[kind], value: Number(line.hoursBy[kind] ?? '0') }))}
        />
      </td>
    </>
  )
}
