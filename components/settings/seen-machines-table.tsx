'use client'

import { useState } from 'react'
import { Hours, Missing } from '@/components/ui/amount.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { SeenMachineRow } from '@/lib/attribution/seen-machines.ts'
import { formatCount } from '@/lib/core/format.ts'
import { formatDay } from '@/lib/core/format-date.ts'

const SHOWN = 25

const how: Record<string, string> = { id: 'its id', 'provider-id': 'its provider id', name: 'its name' }

/** Every machine that telemetry names: which one of the bills it is and how that was found; first those that no bill names. */
export function SeenMachinesTable(props: { machines: readonly SeenMachineRow[]; onName: (resource: string) => void }) {
  const [open, setOpen] = useState(false)
  const folded = props.machines.filter((machine, at) => machine.host === null || at < SHOWN)
  const shown = open ? props.machines : folded
  return (
    <>
      <TableFrame label="Machines of the telemetry">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Telemetry calls it</th>
              <th scope="col">Machine of the bills</th>
              <th scope="col" className="hn">
                Found by
              </th>
              <th scope="col" className="n">
                GPU hours held
              </th>
              <th scope="col" className="n hn">
                Records
              </th>
              <th scope="col" className="hn">
                Days
              </th>
              <th scope="col" aria-label="Action" />
            </tr>
          </thead>
          <tbody>
            {shown.map((machine) => (
              <tr key={machine.resource}>
                <td className="clip mono" title={machine.resource}>
                  {machine.resource}
                </td>
                <td className="clip mono" title={machine.host ?? undefined}>
                  {machine.host ?? <Missing>no bill names it</Missing>}
                </td>
                <td className="hn ink2">{machine.foundBy && (how[machine.foundBy] ?? 'a rule')}</td>
                <td className="n">
                  <Hours value={machine.held} missing="–" />
                </td>
                <td className="n hn">{formatCount(machine.records)}</td>
                <td className="hn ink2">
                  {machine.firstDay &&
                    machine.lastDay &&
                    `${formatDay(machine.firstDay)} – ${formatDay(machine.lastDay)}`}
                </td>
                <td className="n">
                  {machine.host === null && (
                    <Button aria-label={`Name ${machine.resource}`} onClick={() => props.onName(machine.resource)}>
                      Name it
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {folded.length < props.machines.length && !open && (
        <p className="note">
          <Button look="ghost" onClick={() => setOpen(true)}>
            Show all {formatCount(props.machines.length)}
          </Button>
        </p>
      )}
    </>
  )
}
