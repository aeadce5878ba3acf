'use client'

import Link from 'next/link'
import { SplitBar } from '@/components/charts/share-bar.tsx'
import { Swatch } from '@/components/charts/swatch.tsx'
import { useCompared } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { GpuLine } from '@/components/spend/gpu-lines.ts'
import { gpuLines, gpuTotal } from '@/components/spend/gpu-lines.ts'
import { OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import { totalsFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { ChangeText } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { UnusedRow, UseCells, UseHeads } from '@/components/usage/class-use-table.tsx'
import { usageTotals } from '@/components/usage/usage-totals.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { formatPercent } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { ratio } from '@/lib/core/money.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { PricingKind } from '@/lib/core/pricing.ts'
import { pricingKinds } from '@/lib/core/pricing.ts'
import type { TotalsRow } from '@/lib/spend/totals.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { useClassPaint } from './use-class-paint.ts'

const inks: Record<PricingKind, string> = { committed: 'p1', 'on-demand': 'p2', spot: 'p3', other: 'sm' }

type SectionProps = {
  filter: SpendFilter
  currency: string
  otherTotals: readonly TotalsRow[]
  states: readonly UsageSplitRow[]
}

/** Each class: its hours and what happened to them, cost and rates, and how its hours were bought. */
export function ClassesSection(props: SectionProps) {
  const { filter, currency } = props
  const result = useSpend('gpu-classes', totalsFilter(filter))
  return (
    <Section
      title="Classes"
      note="hours billed = used + held idle + not held + not measured"
      actions={
        <span className="legend-row hn">
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

function ClassesTable({ lines, filter, currency, otherTotals, states }: SectionProps & { lines: GpuLine[] }) {
  const paint = useClassPaint(lines.map((line) => line.gpuClass))
  const compared = useCompared(filter)
  const before = formatPeriod(previousPeriod(filter.period), true)
  const ends = (line: GpuLine) => (
    <>
      {compared && (
        <td className="n">
          <ChangeText current={line.cost} previous={line.previousCost ?? '0'} />
        </td>
      )}
      <td className="n">
        <Bought line={line} />
      </td>
    </>
  )
  return (
    <TableFrame label="GPU classes">
      <table>
        <thead>
          <tr>
            <th scope="col">GPU class</th>
            <UseHeads currency={currency} />
            {compared && (
              <th scope="col" className="n">
                Cost vs {before}
              </th>
            )}
            <th scope="col" className="n">
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
              <UseCells
                totals={usageTotals(states, currency, (row) => row.gpuClass === line.gpuClass)}
                currency={currency}
              />
              {ends(line)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All classes</td>
            <UseCells totals={usageTotals(states, currency)} currency={currency} />
            {ends(gpuTotal(lines))}
          </tr>
          <UnusedRow totals={usageTotals(states, currency)} currency={currency} after={compared ? 2 : 1} />
          <OtherCurrencyRows totals={otherTotals} filter={filter} columns={compared ? 11 : 10} lead={6} />
        </tfoot>
      </table>
    </TableFrame>
  )
}

/** How the hours were bought: a bar, and its shares in words. */
function Bought({ line }: { line: GpuLine }) {
  const parts = pricingKinds.flatMap((kind) => {
    const share = line.gpuHours === null ? null : ratio(line.hoursBy[kind] ?? '0', line.gpuHours)
    return share ? [`${kind} ${formatPercent(share)}`] : []
  })
  if (parts.length === 0) return <>–</>
  return (
    <span title={parts.join(', ')}>
      <span className="sr">{parts.join(', ')}</span>
      <SplitBar
        width={72}
        parts={pricingKinds.map((kind) => ({ className: inks[kind], value: Number(line.hoursBy[kind] ?? '0') }))}
      />
    </span>
  )
}
