import { Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { Receipt } from '@/lib/core/receipt.ts'

const BAR = 64

/** What the importer did, how long each step took, and that drawn to scale. */
export function ReceiptSteps({ steps }: { steps: Receipt['steps'] }) {
  const longest = Math.max(1, ...steps.map((step) => step.milliseconds))
  const total = steps.reduce((sum, step) => sum + step.milliseconds, 0)
  return (
    <Section span={4} title="Steps">
      <TableFrame label="Steps">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col" aria-label="What" />
              <th scope="col" className="n">
                Time
              </th>
              <th scope="col" className="hm" aria-label="To scale" />
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.name}>
                <td className="med">{step.name}</td>
                <td className="ink2 wrap">{step.note}</td>
                <td className="n">{seconds(step.milliseconds)}</td>
                <td className="hm">
                  <svg width={BAR} height="8" aria-hidden="true">
                    <rect
                      y="1"
                      height="6"
                      width={Math.max(1, (step.milliseconds / longest) * BAR)}
                      fill="var(--ink-3)"
                    />
                  </svg>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>Total</td>
              <td />
              <td className="n">{seconds(total)}</td>
              <td className="hm" />
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </Section>
  )
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
