'use client'

import { ValueLink } from '@/components/allocation/value-link.tsx'
import type { Paint } from '@/components/charts/paint.ts'
import { paintOfState } from '@/components/charts/paint.ts'
import { Swatch } from '@/components/charts/swatch.tsx'
import { knownCost } from '@/components/spend/known.ts'
import { Amount, Hours, Missing, RateAmount } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { currencyName } from '@/lib/core/currency-code.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPercent } from '@/lib/core/format.ts'
import { compare } from '@/lib/core/money.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { StateBar } from './state-bar.tsx'
import type { UsageTotals } from './usage-totals.ts'
import { rateOf, seen, shareOf, usageTotals, usefulRate } from './usage-totals.ts'

/** Each GPU class: hours by what happened to them, cost, and cost per hour and per useful hour. A name opens in Spend. */
export function ClassUseTable(props: {
  rows: readonly UsageSplitRow[]
  currency: string
  filter: SpendFilter
  paint: (gpuClass: string) => Paint
}) {
  const { rows, currency } = props
  const classes = [
    ...new Set(rows.flatMap((row) => (row.gpuClass !== null && row.currency === currency ? [row.gpuClass] : []))),
  ]
  const lines = classes
    .map((gpuClass) => ({ gpuClass, totals: usageTotals(rows, currency, (row) => row.gpuClass === gpuClass) }))
    .filter(({ totals }) => totals.all.gpuHours !== null || totals.all.cost !== null)
    .sort((a, b) => compare(b.totals.all.cost ?? '0', a.totals.all.cost ?? '0'))
  const total = usageTotals(rows, currency)
  return (
    <TableFrame label="Hours by class and use">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">GPU class</th>
            <UseHeads currency={currency} />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ gpuClass, totals }) => (
            <tr key={gpuClass}>
              <td>
                <span className="lead">
                  <Swatch paint={props.paint(gpuClass)} />
                  <ValueLink dimension="gpu-class" value={gpuClass} filter={props.filter}>
                    {valueLabel('gpu-class', gpuClass)}
                  </ValueLink>
                </span>
              </td>
              <UseCells totals={totals} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All classes</td>
            <UseCells totals={total} currency={currency} />
          </tr>
          <UnusedRow totals={total} currency={currency} />
        </tfoot>
      </table>
    </TableFrame>
  )
}

/** Under the total: the part of commitments that nobody used, which belongs to no machine. Nothing where all were used. */
export function UnusedRow({ totals, currency, after = 0 }: { totals: UsageTotals; currency: string; after?: number }) {
  const { cost, gpuHours } = totals.unused
  if (cost === null) return null
  return (
    <tr className="after">
      <td>
        <span className="lead">
          <Swatch paint={paintOfState('unused')} />
          Unused commitment
        </span>
      </td>
      <td className="n">{gpuHours !== null && <Hours value={gpuHours} />}</td>
      <td colSpan={4} className="lead-in">
        paid for and not used: no machine had it
      </td>
      <td className="n">
        <Amount value={cost} currency={currency} />
      </td>
      <td colSpan={2 + after} />
    </tr>
  )
}

/** The heads of UseCells. */
export function UseHeads({ currency }: { currency: string }) {
  return (
    <>
      <th scope="col" className="n">
        GPU hours
      </th>
      <th scope="col" className="n">
        Used
      </th>
      <th scope="col" className="n">
        Held idle
      </th>
      <th scope="col" className="n">
        Not held
      </th>
      <th scope="col">
        <span className="hn">By use</span>
      </th>
      <th scope="col" className="n">
        Cost, {currencyName(currency)}
      </th>
      <th scope="col" className="n">
        {currencyName(currency)}/GPU-h
      </th>
      <th scope="col" className="n">
        {currencyName(currency)}/useful h
      </th>
    </>
  )
}

/** GPU hours, the shares of three states, the bar, cost and both rates: eight cells. */
export function UseCells({ totals, currency }: { totals: UsageTotals; currency: string }) {
  const measured = seen(totals).gpuHours !== null
  const share = (state: 'used' | 'held-idle' | 'not-held') => {
    const part = shareOf(totals, state)
    return part === null ? '–' : formatPercent(part)
  }
  return (
    <>
      <td className="n">
        <Hours value={totals.all.gpuHours} missing="not stated" />
      </td>
      {measured ? (
        (['used', 'held-idle', 'not-held'] as const).map((state) => (
          <td className="n" key={state}>
            {share(state)}
          </td>
        ))
      ) : (
        <td className="n" colSpan={3}>
          <Missing>not measured</Missing>
        </td>
      )}
      <td>
        <StateBar totals={totals} />
      </td>
      <td className="n">
        <Amount value={knownCost(totals.all)} currency={currency} missing="not stated" />
      </td>
      <td className="n">
        <RateAmount
          value={rateOf(totals.all)}
          currency={currency}
          missing={totals.all.gpuHours === null ? '–' : 'unknown'}
        />
      </td>
      <td className="n">
        <RateAmount value={usefulRate(totals)} currency={currency} missing={measured ? 'unknown' : 'not measured'} />
      </td>
    </>
  )
}
