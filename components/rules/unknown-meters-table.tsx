import Link from 'next/link'
import { meterName } from '@/components/spend/meter-name.ts'
import { Amount, Hours } from '@/components/ui/amount.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { providerLabel } from '@/lib/catalog/provider.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { MeterRow, Meters } from '@/lib/spend/meters.ts'

/** The largest meters that nothing names, with their labels and a way to a rule. */
export function UnknownMetersTable(props: {
  meters: Meters
  filter: SpendFilter
  dimension: 'team' | 'project' | 'model'
  /** What stands first where there are several. */
  currency: string
  mayChange: boolean
}) {
  const { meters, dimension, mayChange } = props
  const query = toSearchParams(props.filter)
  const isMain = (row: MeterRow) => Number(row.currency === props.currency)
  const rows = [...meters.rows].sort((a, b) => isMain(b) - isMain(a))
  return (
    <>
      <TableFrame label={`Meters without a ${dimension}`}>
        <table>
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
              <th scope="col" className="n">
                Cost
              </th>
              <th scope="col" className="n hn">
                GPU hours
              </th>
              {mayChange && <th scope="col" aria-label="Action" />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.meterId} ${row.currency}`}>
                <td className="name">
                  <Link href={`/spend/meters/${row.meterId}?${query}`} prefetch={false}>
                    <b className="med">{meterName(row)}</b>
                    <small>{labels(row)}</small>
                  </Link>
                </td>
                <td className="clip hn">{row.service ?? 'not stated'}</td>
                <td className="clip hm" title={row.subAccountId ?? row.billingAccountId}>
                  {row.subAccountId ?? row.billingAccountId}
                </td>
                <td className="hn">{row.region ?? 'not stated'}</td>
                <td className="n">
                  <Amount value={row.cost} currency={row.currency} symbol missing="no price" />
                </td>
                <td className="n hn">
                  <Hours value={row.gpuHours} missing="none" />
                </td>
                {mayChange && (
                  <td className="n">
                    <ButtonLink
                      prefetch={false}
                      href={`/rules?meter=${row.meterId}&dimension=${dimension}`}
                      aria-label={`Make a rule for ${meterName(row)}`}
                    >
                      Make a rule
                    </ButtonLink>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {meters.others.map((rest) => (
        <p className="note" key={rest.currency}>
          {formatCount(rest.meters)} smaller meters cost{' '}
          <Amount value={rest.cost} currency={rest.currency} symbol missing="nothing that is priced" /> together.
        </p>
      ))}
    </>
  )
}

function labels(row: MeterRow): string {
  const name = meterName(row)
  const gpu = row.gpuClass && valueLabel('gpu-class', row.gpuClass)
  const parts = [
    providerLabel(row.provider),
    gpu,
    row.instanceType,
    row.sku,
    row.chargeCategory === 'Usage' ? null : row.chargeCategory,
  ]
  return [...new Set(parts)].filter((part) => part !== null && part !== name).join(', ')
}
