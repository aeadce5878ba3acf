'use client'

import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatFull } from '@/lib/core/format.ts'
import { formatDay, formatMonth } from '@/lib/core/format-date.ts'
import type { Day } from '@/lib/core/period.ts'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'
import type { ClosedMonth } from '@/lib/currency/closed-months.ts'
import type { RateGrid } from './rate-grid.ts'

/** Months by currencies; a rate opens with its source, a month closes and, for an admin, opens again. */
export function ExchangeRatesTable(props: {
  grid: RateGrid
  from: string
  closed: readonly ClosedMonth[]
  thisMonth: string
  may: { change: boolean; close: boolean; reopen: boolean }
  busy: boolean
  onOpen: (rate: ExchangeRateRow) => void
  onClose: (month: Day) => void
  onReopen: (month: Day) => void
}) {
  const { grid, may } = props
  const closedBy = new Map(props.closed.map((one) => [one.month, one]))
  return (
    <TableFrame label={`Rates from ${props.from}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {grid.currencies.map((currency) => (
              <th scope="col" className="n" key={currency}>
                {currency}
              </th>
            ))}
            <th scope="col">Books</th>
          </tr>
        </thead>
        <tbody>
          {grid.months.map(({ month, cells }) => {
            const closed = closedBy.get(month)
            return (
              <tr key={month}>
                <td>{formatMonth(month)}</td>
                {cells.map((rate, at) => (
                  <td className="n" key={grid.currencies[at]}>
                    {rate && <Rate rate={rate} open={may.change && !closed ? props.onOpen : null} />}
                  </td>
                ))}
                <td>
                  <span className="acts-row" style={{ flexWrap: 'nowrap' }}>
                    {closed && (
                      <Badge tone="line" title={`By ${closed.closedBy}, ${formatDay(closed.closedAt.slice(0, 10))}`}>
                        Closed
                      </Badge>
                    )}
                    {closed && may.reopen && (
                      <Button
                        look="ghost"
                        disabled={props.busy}
                        aria-label={`Open ${month.slice(0, 7)} again`}
                        onClick={() => props.onReopen(month)}
                      >
                        Open again
                      </Button>
                    )}
                    {!closed && may.close && month.slice(0, 7) < props.thisMonth && (
                      <Button
                        look="ghost"
                        disabled={props.busy}
                        aria-label={`Close ${month.slice(0, 7)}`}
                        onClick={() => props.onClose(month)}
                      >
                        Close
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Rate({ rate, open }: { rate: ExchangeRateRow; open: ((rate: ExchangeRateRow) => void) | null }) {
  const where = `${rate.source}, ${formatDay(rate.observedOn)}`
  if (!open) return <span title={where}>{formatFull(rate.rate)}</span>
  return (
    <Button
      look="ghost"
      className="num"
      title={where}
      aria-label={`${rate.from} to ${rate.to} of ${rate.month.slice(0, 7)}: ${rate.rate}`}
      onClick={() => open(rate)}
    >
      {formatFull(rate.rate)}
    </Button>
  )
}
