'use client'

import Link from 'next/link'
import { RowAction, RowActions } from '@/components/ui/row-actions.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { formatCount, formatMoney } from '@/lib/core/format.ts'
import { formatDay, formatMonth } from '@/lib/core/format-date.ts'
import type { OwnedCluster } from '@/lib/owned/clusters.ts'
import type { HourlyCost } from '@/lib/owned/hourly-cost.ts'

export type ClusterRow = OwnedCluster & { cost: HourlyCost }

/** The clusters of our own with what a GPU-hour of them costs and since when their charges are there. */
export function ClustersTable(props: {
  clusters: readonly ClusterRow[]
  mayChange: boolean
  busy: boolean
  onChange: (cluster: ClusterRow) => void
  onDelete: (cluster: ClusterRow) => void
}) {
  return (
    <TableFrame label="Owned clusters">
      <table>
        <thead>
          <tr>
            <th scope="col">Cluster</th>
            <th scope="col" className="n">
              GPUs
            </th>
            <th scope="col" className="n">
              Per GPU-hour available
            </th>
            <th scope="col" className="hn">
              In service
            </th>
            <th scope="col">Charges</th>
            <th scope="col" aria-label="Action" />
          </tr>
        </thead>
        <tbody>
          {props.clusters.map((cluster) => (
            <tr key={cluster.id}>
              <td>{cluster.terms.name}</td>
              <td className="n">{formatCount(cluster.cost.gpus)}</td>
              <td className="n">{formatMoney(cluster.cost.perGpuHour, cluster.cost.currency)}</td>
              <td className="hn">
                {formatDay(cluster.terms.inServiceFrom)}
                {cluster.terms.outOfServiceFrom && ` until ${formatDay(cluster.terms.outOfServiceFrom)}`}
              </td>
              <td>
                <Charges months={cluster.months} />
              </td>
              <td className="n">
                {props.mayChange && (
                  <RowActions>
                    <RowAction does="Change" to={cluster.terms.name} onClick={() => props.onChange(cluster)} />
                    <RowAction
                      does="Delete"
                      to={cluster.terms.name}
                      disabled={props.busy}
                      onClick={() => props.onDelete(cluster)}
                    />
                  </RowActions>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Charges({ months }: { months: readonly string[] }) {
  const [first] = months
  const last = months.at(-1)
  if (!first || !last) return <span className="ink3">being written, or not in service yet</span>
  return (
    <Link className="link" href="/imports">
      {first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`}
    </Link>
  )
}
