import Link from 'next/link'
import { Amount, Missing } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCompact, formatPercent } from '@/lib/core/format.ts'
import { formatDayShort } from '@/lib/core/format-date.ts'
import type { RunRow } from '@/lib/recommendations/read-runs.ts'

const LISTED = 100
const percent = (share: number | null) => (share === null ? <Missing>not stated</Missing> : formatPercent(share))

/** Training and batch runs: hours, cost on two bases, what a billion tokens cost, and how much of it was work. */
export function RunsTable({ runs }: { runs: readonly RunRow[] }) {
  return (
    <TableFrame label="Training runs">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Project</th>
            <th scope="col">Class</th>
            <th scope="col">Until</th>
            <th scope="col" className="n">
              GPU hours
            </th>
            <th scope="col" className="n" title="Effective cost: commitments spread over their use">
              Amortised
            </th>
            <th scope="col" className="n" title="What bills charged for these hours">
              Billed
            </th>
            <th scope="col" className="n">
              Tokens
            </th>
            <th scope="col" className="n">
              Per 1B tokens
            </th>
            <th scope="col" className="n">
              Goodput
            </th>
            <th scope="col" className="n">
              Lost
            </th>
            <th scope="col" className="n">
              MFU
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.slice(0, LISTED).map((run) => (
            <tr key={run.key} id={run.run}>
              <td>
                <span className="strong">{run.run}</span>{' '}
                <span className="ink3">{run.attempts > 1 ? `${run.attempts} attempts` : run.state}</span>
              </td>
              <td>
                {run.project && (
                  <Link href={`/projects/${encodeURIComponent(run.project)}`} prefetch={false}>
                    {run.project}
                  </Link>
                )}
              </td>
              <td className="ink2">{run.gpuClass}</td>
              <td className="ink2">{formatDayShort(run.to.slice(0, 10))}</td>
              <td className="n">{run.gpuHours === null ? <Missing /> : formatCompact(run.gpuHours)}</td>
              <td className="n">
                <Amount value={run.cost} currency={run.currency ?? ''} symbol digits={0} missing="no bill" />
              </td>
              <td className="n ink2">
                <Amount value={run.billed} currency={run.currency ?? ''} symbol digits={0} missing="no bill" />
              </td>
              <td className="n">
                {run.tokensB === null ? <Missing>not stated</Missing> : `${formatCompact(run.tokensB)}B`}
              </td>
              <td className="n">
                <Amount value={run.costPerBillionTokens} currency={run.currency ?? ''} symbol missing="unknown" />
              </td>
              <td className="n">{percent(run.goodput)}</td>
              <td
                className="n"
                title={`${run.lostGpuHours.toFixed(0)} GPU hours after the last checkpoint of failed attempts`}
              >
                <Amount value={run.lostCost} currency={run.currency ?? ''} symbol digits={0} missing="unknown" />
              </td>
              <td className="n">{percent(run.mfu)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
