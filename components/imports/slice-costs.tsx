import type { ReactNode } from 'react'
import { Amount, Difference, Missing } from '@/components/ui/amount.tsx'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import type { Totals } from './headline-cost.ts'
import { sumByCurrency } from './headline-cost.ts'
import styles from './imports.module.css'

/** What the cost cells of one line show: the slices summed in it, before and after; undefined where there was none. */
type Line = {
  before: readonly (Totals | undefined)[]
  after: readonly (Totals | undefined)[]
  basis: CostBasis
  /** Whether the currency stands beside each amount, because the head names none. */
  named: boolean
  /** Without it, only what is there after is shown. */
  compared: boolean
}

/** Cost before, cost after and the difference, one line a currency in each. */
export function SliceCosts({ before, after, basis, named, compared }: Line) {
  const was = amounts(before, basis)
  const is = amounts(after, basis)
  const currencies = [...new Set([...was.keys(), ...is.keys()])].sort()
  const cell = (render: (currency: string) => ReactNode) => (
    <td className="n">
      <span className={styles.stack}>
        {currencies.map((currency) => (
          <span key={currency}>{render(currency)}</span>
        ))}
      </span>
    </td>
  )
  const money = (side: ReadonlyMap<string, string | null>) =>
    cell((currency) => (
      <>
        {named && <span className="ink3">{currencyName(currency)} </span>}
        {side.has(currency) ? (
          <Amount value={side.get(currency) ?? null} currency={currency} missing="not available" />
        ) : (
          <Missing>none</Missing>
        )}
      </>
    ))
  return (
    <>
      {compared && money(was)}
      {money(is)}
      {compared && cell((currency) => <Change was={known(was, currency)} is={known(is, currency)} />)}
    </>
  )
}

function Change({ was, is }: { was: string | null; is: string | null }) {
  if (was === null || is === null) return <Missing>not available</Missing>
  return <Difference current={is} previous={was} />
}

/** The amount of a currency: nothing there is 0, a cost that is not stated stays unknown. */
function known(side: ReadonlyMap<string, string | null>, currency: string): string | null {
  return side.has(currency) ? (side.get(currency) ?? null) : '0'
}

function amounts(side: readonly (Totals | undefined)[], basis: CostBasis): Map<string, string | null> {
  const there = side.filter((totals) => totals !== undefined)
  return new Map(sumByCurrency(there, basis).map(({ currency, amount }) => [currency, amount]))
}
