import { Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { CalculationLine } from '@/lib/recommendations/finding.ts'

/** How the money was worked out, step by step, with the numbers filled in. */
export function CalculationSection({ lines, span }: { lines: readonly CalculationLine[]; span: 8 | 12 }) {
  return (
    <Section span={span} title="Calculation" note="the last 30 days">
      <TableFrame label="Calculation">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">With</th>
              <th scope="col" className="n">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <td>{line.label}</td>
                <td className="ink2 wrap">{line.formula}</td>
                <td className="n wrap">{line.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  )
}
