import { Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { SourceRow } from '@/lib/import/source-row.ts'
import styles from './imports.module.css'

/** A row of a file turned upright: one line a column. */
export function SourceRowTable({ row }: { row: SourceRow }) {
  return (
    <TableFrame label={`Row ${row.row}`}>
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {row.header.map((name, at) => (
            <tr key={name}>
              <td>
                <span className="mono">{name}</span>
              </td>
              <td className={styles.long}>
                {row.values[at] === null ? <Missing>no value</Missing> : <span className="mono">{row.values[at]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
