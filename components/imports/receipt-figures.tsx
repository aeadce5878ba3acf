import { Amount, ChangeText, Missing } from '@/components/ui/amount.tsx'
import { Kpi, KpiStrip } from '@/components/ui/kpi.tsx'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBasisLabel } from '@/lib/core/cost-basis.ts'
import { currencyName } from '@/lib/core/currency-code.ts'
import { formatCount, formatFull } from '@/lib/core/format.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { compare } from '@/lib/core/money.ts'
import type { Period } from '@/lib/core/period.ts'
import { addDays, addMonths, dayCount, monthStart } from '@/lib/core/period.ts'
import type { Receipt } from '@/lib/core/receipt.ts'
import { headlineBasis, sumByCurrency } from './headline-cost.ts'
import { isReconciled } from './reconciled.ts'

/** The five figures that say whether an import is what one expects. */
export function ReceiptFigures({ receipt }: { receipt: Receipt }) {
  const { meters } = receipt
  return (
    <KpiStrip count={5} label="Key figures of this import">
      <Kpi label="Rows read" value={formatCount(receipt.rowsRead)}>
        = {formatCount(receipt.rowsStored)} stored + {formatCount(receipt.rowsWithIssues)}{' '}
        {receipt.rowsWithIssues === 1 ? 'issue' : 'issues'}
      </Kpi>
      <CostFigure receipt={receipt} />
      <DifferenceFigure receipt={receipt} />
      <PeriodFigure period={receipt.chargePeriod} />
      <Kpi label="New meters" value={formatCount(meters.created)}>
        {formatCount(meters.seen - meters.created)} seen before
      </Kpi>
    </KpiStrip>
  )
}

/** Days of one month by their dates; a longer period, whose dates are too wide for a figure, by how many days it has. */
function PeriodFigure({ period }: { period: Period | null }) {
  if (!period) return <Kpi label="Charge period" value={<Missing>no charges</Missing>} />
  const count = dayCount(period)
  const days = count === 1 ? '1 day' : `${formatCount(count)} days`
  const inOneMonth = monthStart(period.from) === monthStart(addDays(period.to, -1))
  return (
    <Kpi label="Charge period" value={inOneMonth ? formatPeriod(period, !isOneMonth(period)) : days}>
      {inOneMonth && `${days}, `}
      {formatPeriod(period)}, UTC
    </Kpi>
  )
}

function isOneMonth({ from, to }: Period): boolean {
  return from.endsWith('-01') && addMonths(from, 1) === to
}

function CostFigure({ receipt }: { receipt: Receipt }) {
  const after = receipt.slices.map((slice) => slice.totals)
  const basis = headlineBasis(after)
  const [first, ...others] = basis ? sumByCurrency(after, basis) : []
  if (!basis || !first) return <Kpi label="Cost" value={<Missing>not available</Missing>} />
  return (
    <Kpi
      label={`${costBasisLabel[basis]}, ${currencyName(first.currency)}`}
      value={<Amount value={first.amount} currency={first.currency} missing="not available" />}
    >
      {others.map(({ currency, amount }) => (
        <span key={currency}>
          and <Amount value={amount} currency={currency} missing="not available" /> {currencyName(currency)}{' '}
        </span>
      ))}
      <OnWhatItReplaced receipt={receipt} basis={basis} currency={first.currency} />
    </Kpi>
  )
}

/** Change against the versions replaced, where every slice replaced one; otherwise the two are not the same thing. */
function OnWhatItReplaced({ receipt, basis, currency }: { receipt: Receipt; basis: CostBasis; currency: string }) {
  const replaced = receipt.slices.map((slice) => slice.replaces?.totals)
  if (!replaced.some(Boolean)) return 'nothing was replaced'
  const complete = replaced.filter((totals) => totals !== undefined)
  if (complete.length < replaced.length) return `replaced ${complete.length} of ${replaced.length} slices`
  const of = (totals: typeof complete) =>
    sumByCurrency(totals, basis).find((sum) => sum.currency === currency)?.amount ?? null
  return (
    <>
      <ChangeText current={of(receipt.slices.map((slice) => slice.totals))} previous={of(complete)} judged={false} /> on
      what it replaced
    </>
  )
}

function DifferenceFigure({ receipt }: { receipt: Receipt }) {
  const costs = new Set(receipt.reconciliation.filter((line) => line.difference !== null).map((line) => line.cost))
  const note = `${costs.size} ${costs.size === 1 ? 'cost' : 'costs'}, every digit`
  if (isReconciled(receipt)) {
    return (
      <Kpi label="Difference, file to store" value={<span className="pos">0</span>}>
        {note}
      </Kpi>
    )
  }
  const off = receipt.reconciliation.filter((line) => line.difference !== null && compare(line.difference, '0') !== 0)
  return (
    <Kpi label="Difference, file to store" value={<span className="neg">{off.length} sums differ</span>}>
      {off.map((line) => formatFull(line.difference ?? '0', line.currency)).join(', ')}
    </Kpi>
  )
}
