'use client'

import Link from 'next/link'
import { paintOf } from '@/components/charts/paint.ts'
import { Swatch } from '@/components/charts/swatch.tsx'
import { useCompared } from '@/components/filters/filter-context.tsx'
import { both, QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { TOP } from '@/components/spend/arrange-spend.ts'
import { breakdownFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { rankedKeys, spendRows } from '@/components/spend/spend-rows.ts'
import { Rate } from '@/components/spend/spend-table.tsx'
import { usePalette } from '@/components/spend/use-grouped-spend.ts'
import { Amount, ChangeText, Hours } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { colorSlots } from '@/lib/core/color-slots.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { add } from '@/lib/core/money.ts'
import type { BreakdownRow } from '@/lib/spend/breakdown.ts'

/** GPU hours and what one cost, by class. */
export function ClassesSection({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const classes = { ...filter, group: 'gpu-class' as const }
  const result = both(useSpend('breakdown', breakdownFilter(classes)), usePalette('gpu-class'))
  return (
    <Section
      span={5}
      title="GPU classes"
      actions={
        <Link className="link" prefetch={false} href={`/gpus?${toSearchParams({ ...classes })}`}>
          All figures
        </Link>
      }
    >
      <QueryPanel result={result} what="The GPU classes" skeleton={<TableSkeleton rows={8} />}>
        {([rows, order]) => <ClassesTable rows={rows} order={order} filter={classes} currency={currency} />}
      </QueryPanel>
    </Section>
  )
}

function ClassesTable(props: {
  rows: readonly BreakdownRow[]
  order: readonly string[]
  filter: SpendFilter
  currency: string
}) {
  const { filter, currency } = props
  const compared = useCompared(filter)
  const slots = colorSlots(props.order, rankedKeys(props.rows, currency, 'gpu-class').slice(0, TOP))
  const lines = spendRows(props.rows, currency, 'gpu-class', null, TOP).filter((row) => row.kind !== 'absent')
  const whole = lines.every((row) => row.gpuHours === null || row.gpuCost !== null)
  const sum = (pick: 'cost' | 'gpuHours') => lines.reduce((all, row) => add(all, row[pick] ?? '0'), '0')
  return (
    <TableFrame label="GPU classes">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">GPU class</th>
            <th scope="col" className="n">
              GPU hours
            </th>
            <th scope="col" className="n">
              {currencyName(currency)}
            </th>
            {compared && (
              <th scope="col" className="n">
                %
              </th>
            )}
            <th scope="col" className="n">
              {currencyName(currency)}/GPU-h
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((row) => (
            <tr key={row.id}>
              <td>
                <span className="lead">
                  <Swatch paint={paintOf({ kind: row.kind, slot: slots.get(row.key ?? '') ?? null }, 'gpu-class')} />
                  {row.kind === 'others' ? (
                    row.label
                  ) : (
                    <Link prefetch={false} href={spendHref(narrow(filter, 'gpu-class', row.key))}>
                      {row.label}
                    </Link>
                  )}
                </span>
              </td>
              <td className="n">
                <Hours value={row.gpuHours} missing="not stated" />
              </td>
              <td className="n">
                <Amount value={row.cost} currency={currency} missing="not stated" />
              </td>
              {compared && (
                <td className="n">
                  <ChangeText current={row.cost} previous={row.previous} />
                </td>
              )}
              <td className="n">
                <Rate cost={row.gpuCost} hours={row.gpuHours} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All classes</td>
            <td className="n">
              <Hours value={sum('gpuHours')} />
            </td>
            <td className="n">
              <Amount value={sum('cost')} currency={currency} />
            </td>
            {compared && <td />}
            <td className="n">
              <Rate cost={whole ? sum('cost') : null} hours={sum('gpuHours')} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
