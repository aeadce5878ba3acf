'use client'

import { RowAction, RowActions } from '@/components/ui/row-actions.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { providerLabel } from '@/lib/catalog/provider.ts'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import { formatDay } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import type { RateRow } from '@/lib/rates/live-rates.ts'

/** The rates that count, with what each prices now. */
export function RatesTable(props: {
  rates: readonly RateRow[]
  mayChange: boolean
  busy: boolean
  onChange: (rate: RateRow) => void
  onEnd: (rate: RateRow) => void
}) {
  return (
    <TableFrame label="Rates">
      <table>
        <thead>
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">For</th>
            <th scope="col" className="n">
              Price
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Valid</th>
            <th scope="col" className="hn">
              Source
            </th>
            <th scope="col" className="n">
              Charges
            </th>
            <th scope="col" aria-label="Action" />
          </tr>
        </thead>
        <tbody>
          {props.rates.map((rate) => (
            <tr key={rate.id}>
              <td>{providerLabel(rate.provider)}</td>
              <td>{conditions(rate)}</td>
              <td className="n">{formatFull(rate.price, rate.currency)}</td>
              <td>{rate.unit}</td>
              <td>{validity(rate)}</td>
              <td className="hn">{rate.source || <span className="ink3">not stated</span>}</td>
              <td className="n">{formatCount(rate.charges)}</td>
              <td className="n">
                {props.mayChange && (
                  <RowActions>
                    <RowAction
                      does="Change"
                      to={`rate ${rate.id}`}
                      disabled={props.busy}
                      onClick={() => props.onChange(rate)}
                    />
                    <RowAction
                      does="End"
                      to={`rate ${rate.id}`}
                      disabled={props.busy}
                      onClick={() => props.onEnd(rate)}
                    />
                  </RowActions>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function conditions({ skuId, gpuClass, regionId, pricingCategory }: RateRow): string {
  return [skuId, gpuClass, regionId, pricingCategory].filter(Boolean).join(', ') || 'everything'
}

function validity({ validFrom, validTo }: RateRow): string {
  return validTo === null
    ? `from ${formatDay(validFrom)}`
    : `${formatDay(validFrom)} to ${formatDay(addDays(validTo, -1))}`
}
