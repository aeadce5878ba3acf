'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { UseCells, UseHeads } from '@/components/usage/class-use-table.tsx'
import type { StateSum, UsageTotals } from '@/components/usage/usage-totals.ts'
import { addKnown } from '@/components/usage/usage-totals.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import { formatCount, formatHours } from '@/lib/core/format.ts'
import type { HostUsageRow, OtherHosts } from '@/lib/spend/host-usage.ts'

const FIRST = 15

type Hours = Pick<
  HostUsageRow,
  'gpuHours' | 'used' | 'heldIdle' | 'notHeld' | 'notMeasured' | 'cost' | 'missing' | 'seenCost'
>

/** Machines by cost, those held beyond what was billed first. */
export function MachinesTable(props: {
  rows: readonly HostUsageRow[]
  others: readonly OtherHosts[]
  currency: string
}) {
  const { rows, others, currency } = props
  const [open, setOpen] = useState(false)
  const shown = open ? rows : rows.slice(0, FIRST)
  return (
    <>
      <TableFrame label="Machines">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Machine</th>
              <th scope="col" className="hm">
                GPU class
              </th>
              <UseHeads currency={currency} />
              <th scope="col" className="n">
                Beyond billed
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.host}>
                <td className="clip" title={row.host}>
                  <b className="med">{machineName(row.host)}</b> <span className="ink3">{row.provider}</span>
                </td>
                <td className="clip hm">{row.gpuClasses.map((name) => valueLabel('gpu-class', name)).join(', ')}</td>
                <UseCells totals={totalsOf(row)} currency={currency} />
                <td className="n">
                  {row.excess === null ? (
                    '–'
                  ) : (
                    <Badge tone="warn" title={`on ${row.excessDays} ${row.excessDays === 1 ? 'day' : 'days'}`}>
                      +{formatHours(row.excess)} h
                    </Badge>
                  )}
                </td>
              </tr>
            ))}
            {others.map((row) => (
              <tr key={row.currency} className="muted">
                <td>{formatCount(row.hosts)} smaller machines</td>
                <td className="hm" />
                <UseCells totals={totalsOf(row)} currency={currency} />
                <td />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>Total</td>
              <td className="hm" />
              <UseCells totals={[...rows, ...others].map(totalsOf).reduce(both)} currency={currency} />
              <td />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
      {rows.length > FIRST && (
        <p className="note">
          <Button look="ghost" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
            {open ? `Show the first ${FIRST}` : `Show all ${formatCount(rows.length)}`}
          </Button>
        </p>
      )}
    </>
  )
}

/** The end of a resource's path, which is what people call the machine. */
function machineName(host: string): string {
  return host.slice(Math.max(host.lastIndexOf('/'), host.startsWith('arn:') ? host.lastIndexOf(':') : -1) + 1) || host
}

/** A machine's hours as states. The cost of what was seen counts with the hours used: it is what useful hours cost. */
function totalsOf(row: Hours): UsageTotals {
  const hours = (gpuHours: string | null): StateSum => ({ gpuHours, cost: null, missing: 0 })
  return {
    used: { gpuHours: row.used, cost: row.seenCost, missing: row.missing },
    'held-idle': hours(row.heldIdle),
    'not-held': hours(row.notHeld),
    'not-measured': hours(row.notMeasured),
    unused: hours(null),
    all: { gpuHours: row.gpuHours, cost: row.cost, missing: row.missing },
  }
}

function both(a: UsageTotals, b: UsageTotals): UsageTotals {
  const sum = (x: StateSum, y: StateSum): StateSum => ({
    gpuHours: addKnown(x.gpuHours, y.gpuHours),
    cost: addKnown(x.cost, y.cost),
    missing: x.missing + y.missing,
  })
  return {
    used: sum(a.used, b.used),
    'held-idle': sum(a['held-idle'], b['held-idle']),
    'not-held': sum(a['not-held'], b['not-held']),
    'not-measured': sum(a['not-measured'], b['not-measured']),
    unused: sum(a.unused, b.unused),
    all: sum(a.all, b.all),
  }
}
