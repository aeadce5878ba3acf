'use client'

import { RowAction } from '@/components/ui/row-actions.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { ClassificationRow } from '@/lib/attribution/classifications.ts'

/** What admins classified, who and when, and the way to take it back. */
export function ClassifiedTable(props: {
  rows: readonly ClassificationRow[]
  busy: boolean
  onRemove: (row: ClassificationRow) => void
}) {
  return (
    <TableFrame label="Classified GPUs">
      <table>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col" className="hn">
              Provider
            </th>
            <th scope="col">Class</th>
            <th scope="col" className="n hn">
              GPUs per unit
            </th>
            <th scope="col" className="hn">
              By
            </th>
            <th scope="col" className="hn">
              Since
            </th>
            <th scope="col" aria-label="Action" />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.provider} ${row.evidence}`}>
              <td className="mono">{row.evidence}</td>
              <td className="hn">{row.provider}</td>
              <td>{row.gpuClass}</td>
              <td className="n hn">{row.gpuCount}</td>
              <td className="hn">{row.createdBy}</td>
              <td className="hn">{row.createdAt.slice(0, 10)}</td>
              <td className="n">
                <RowAction
                  does="Take back"
                  to={row.evidence}
                  disabled={props.busy}
                  onClick={() => props.onRemove(row)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
