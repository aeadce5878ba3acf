import { Amount } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import { RangeText } from './money-text.tsx'
import { byLever } from './sum-findings.ts'
import { leverNames } from './words.ts'

/** What counts, by lever and currency. */
export function LeverTable({ rows }: { rows: readonly FindingRow[] }) {
  return (
    <TableFrame label="By lever">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Lever</th>
            <th scope="col" className="n">
              Findings
            </th>
            <th scope="col" className="n">
              A month
            </th>
            <th scope="col" className="n">
              Low – high
            </th>
          </tr>
        </thead>
        <tbody>
          {byLever(rows).map(({ lever, total }) => (
            <tr key={`${lever} ${total.currency}`}>
              <td>{leverNames[lever]}</td>
              <td className="n">{total.findings}</td>
              <td className="n">
                <Amount value={total.counted.expected} currency={total.currency} symbol digits={0} />
              </td>
              <td className="n ink2">
                <RangeText range={total.counted} currency={total.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
