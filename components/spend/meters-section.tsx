'use client'

import Link from 'next/link'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { Amount, Hours } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { MeterRow, Meters } from '@/lib/spend/meters.ts'
import { meterName } from './meter-name.ts'
import { breakdownFilter } from './queries.ts'

const SHOWN = 25

/** What accrued the charges behind a view: the largest meters, each with its charges, and the rest in one line. */
export function MetersSection({
  filter,
  currency,
  title = 'Meters',
  first = SHOWN,
}: {
  filter: SpendFilter
  currency: string
  title?: string
  first?: number
}) {
  const asked = { ...breakdownFilter(filter), currency, compare: false, group: 'team' as const }
  const result = useSpend('meters', asked)
  return (
    <Section
      title={title}
      note={
        result.data
          ? `${formatCount(result.data.count)} behind this view, the largest first`
          : 'what accrued these charges'
      }
    >
      <QueryPanel result={result} what="The meters" skeleton={<TableSkeleton rows={8} />}>
        {(meters) => <MetersTable meters={meters} filter={filter} currency={currency} first={first} />}
      </QueryPanel>
    </Section>
  )
}

function MetersTable(props: { meters: Meters; filter: SpendFilter; currency: string; first: number }) {
  const { meters, filter, currency } = props
  const query = toSearchParams(filter)
  const rows = meters.rows.slice(0, props.first)
  return (
    <>
      <TableFrame label="Meters">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Resource or SKU</th>
              <th scope="col" className="hn">
                Service
              </th>
              <th scope="col" className="hm">
                Account
              </th>
              <th scope="col" className="hn">
                Region
              </th>
              <th scope="col" className="hn">
                Pricing
              </th>
              <th scope="col" className="n">
                {currencyName(currency)}
              </th>
              <th scope="col" className="n">
                GPU hours
              </th>
              <th scope="col" className="n">
                Charges
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.meterId}>
                <td className="name">
                  <Link href={`/spend/meters/${row.meterId}?${query}`} prefetch={false}>
                    <b className="med">{meterName(row)}</b>
                    <small>{meterDetail(row)}</small>
                  </Link>
                </td>
                <td className="clip hn">{row.service ?? row.provider}</td>
                <td className="clip hm" title={row.subAccountId ?? row.billingAccountId}>
                  {row.subAccountId ?? row.billingAccountId}
                </td>
                <td className="hn">{row.region ?? '–'}</td>
                <td className="hn">
                  {row.chargeCategory === 'Usage' ? (row.pricingCategory ?? 'not stated') : row.chargeCategory}
                </td>
                <td className="n">
                  <Amount value={row.cost} currency={currency} missing="not stated" />
                </td>
                <td className="n">
                  <Hours value={row.gpuHours} missing="–" />
                </td>
                <td className="n">{formatCount(row.charges)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {meters.count > rows.length && (
        <p className="note">
          {formatCount(rows.length)} of {formatCount(meters.count)} meters. Narrow the view above to see the others.
        </p>
      )}
    </>
  )
}

function meterDetail(row: MeterRow): string {
  const name = meterName(row)
  const gpu = row.gpuClass && valueLabel('gpu-class', row.gpuClass)
  return [gpu, row.instanceType, row.sku].filter((part) => part !== null && part !== name).join(', ')
}
