'use client'

import { Amount } from '@/components/ui/amount.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { UnknownGpu } from '@/lib/attribution/unknown-gpus.ts'
import { formatCount } from '@/lib/core/format.ts'

/** The unknown GPUs of the live bills, each with its size and the way to classify it. */
export function UnknownGpuTable(props: { gpus: readonly UnknownGpu[]; onClassify: (gpu: UnknownGpu) => void }) {
  return (
    <TableFrame label="Unknown GPUs">
      <table>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col" className="hn">
              Provider
            </th>
            <th scope="col" className="hn">
              Seen as
            </th>
            <th scope="col" className="n hn">
              Resources
            </th>
            <th scope="col" className="n hn">
              Charges
            </th>
            <th scope="col" className="n">
              Effective cost
            </th>
            <th scope="col" aria-label="Action" />
          </tr>
        </thead>
        <tbody>
          {props.gpus.map((gpu) => (
            <tr key={`${gpu.provider} ${gpu.evidence}`}>
              <td className="mono">{gpu.evidence}</td>
              <td className="hn">{gpu.provider}</td>
              <td className="wrap ink2 hn">{gpu.seenAs.join(', ')}</td>
              <td className="n hn">{formatCount(gpu.resources)}</td>
              <td className="n hn">{formatCount(gpu.charges)}</td>
              <td className="n">
                <Costs gpu={gpu} />
              </td>
              <td className="n">
                <Button aria-label={`Classify ${gpu.evidence}`} onClick={() => props.onClassify(gpu)}>
                  Classify
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** One line per currency; what the bill does not state is said, not counted as 0. */
function Costs({ gpu }: { gpu: UnknownGpu }) {
  return gpu.costs.map(({ currency, cost, missing }) => (
    <div key={currency}>
      <Amount value={cost} currency={currency} symbol missing="not stated" />
      {cost !== null && missing > 0 && <span className="ink3"> and {formatCount(missing)} not stated</span>}
    </div>
  ))
}
