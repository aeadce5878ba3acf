'use client'

import Link from 'next/link'
import { FilterLink } from '@/components/filters/filter-link.tsx'
import { Amount } from '@/components/ui/amount.tsx'
import { costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { TotalsRow } from '@/lib/spend/totals.ts'
import { knownCost } from './known.ts'

/** Under the total: each other currency on its own line, never added, with the link that leads with it. In a reporting currency it is what
 * months without a rate leave, with the way to add one. */
export function OtherCurrencyRows(props: {
  totals: readonly TotalsRow[]
  filter: SpendFilter
  columns: number
  lead?: number
}) {
  const shownIn = props.filter.reportingCurrency
  const noRate = (currency: string) => shownIn !== null && currency !== 'XXX'
  return props.totals.map((row) => (
    <tr className="after" key={row.currency}>
      <td colSpan={props.lead}>
        {currencyName(row.currency)}
        {noRate(row.currency) ? `, no rate into ${shownIn} for all of it` : ', shown separately'}
      </td>
      <td className="n">
        <Amount value={knownCost(row)} currency={row.currency} symbol missing="not stated" />
      </td>
      <td className="lead-in" colSpan={props.columns - 1 - (props.lead ?? 1)}>
        {noRate(row.currency) ? (
          <Link className="link" prefetch={false} href="/settings/exchange-rates">
            Add the rate
          </Link>
        ) : (
          <FilterLink className="link" to={{ ...props.filter, currency: row.currency, reportingCurrency: null }}>
            Show {currencyName(row.currency)}
          </FilterLink>
        )}
      </td>
    </tr>
  ))
}

/** The same where no table is: what these figures leave out because it is in another currency. */
export function OtherCurrenciesNote({ totals, filter }: { totals: readonly TotalsRow[]; filter: SpendFilter }) {
  if (totals.length === 0) return null
  return (
    <table className="col-12">
      <tfoot>
        <OtherCurrencyRows totals={totals} filter={filter} columns={3} />
      </tfoot>
    </table>
  )
}

/** Says how many charges do not carry the chosen cost: they are in no figure, and Billed usually has them. */
export function MissingNote({ total, filter }: { total: TotalsRow | null; filter: SpendFilter }) {
  if (!total || total.missing === 0) return null
  const cost = costBasisLabel[filter.basis].toLowerCase()
  return (
    <p className="note">
      <b>{formatCount(total.missing)}</b> of {formatCount(total.charges)} charges carry no {cost}: they are not in these
      figures
      {filter.basis === 'billed' ? (
        '.'
      ) : (
        <>
          ; see{' '}
          <FilterLink className="link" to={{ ...filter, basis: 'billed' }}>
            Billed cost
          </FilterLink>
          .
        </>
      )}
    </p>
  )
}
