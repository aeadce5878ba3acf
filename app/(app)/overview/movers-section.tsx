'use client'

import { ValueLink } from '@/components/allocation/value-link.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { knownCost, knownPrevious } from '@/components/spend/known.ts'
import { totalsFilter } from '@/components/spend/queries.ts'
import { ChangeText, Difference } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { EmptyState, TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { IDLE, valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { add, subtract } from '@/lib/core/money.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { MoverRow } from '@/lib/spend/movers.ts'

const SHOWN = 7

/** The projects that moved the total, up or down, and what all the others did together. */
export function MoversSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const result = useSpend('movers', totalsFilter({ ...filter, compare: true }))
  return (
    <Section span={4} title="What changed most" note={`vs ${formatPeriod(previousPeriod(filter.period), true)}`}>
      {spend.compared ? (
        <QueryPanel result={result} what="What changed" skeleton={<TableSkeleton rows={SHOWN} />}>
          {(rows) => (
            <MoversTable rows={rows.filter((r) => r.currency === spend.currency)} spend={spend} filter={filter} />
          )}
        </QueryPanel>
      ) : (
        <EmptyState title="Nothing to compare with">
          Either the bar above says so, or the data does not reach back to the period before.
        </EmptyState>
      )}
    </Section>
  )
}

function ownerText({ key, team }: MoverRow): string {
  if (key === null) return 'no project'
  return key === IDLE ? 'GPU time that did no work' : (team ?? 'several teams or none')
}

function MoversTable({ rows, spend, filter }: { rows: readonly MoverRow[]; spend: GroupedSpend; filter: SpendFilter }) {
  const shown = rows.slice(0, SHOWN)
  const cost = spend.total && knownCost(spend.total)
  const previous = spend.total && knownPrevious(spend.total)
  const listed = shown.reduce((sum, row) => add(sum, row.change), '0')
  const rest = cost === null || previous === null ? null : subtract(subtract(cost, previous), listed)
  return (
    <TableFrame label="What changed most">
      <table>
        <thead>
          <tr>
            <th scope="col">Project and team</th>
            <th scope="col" className="n">
              Change, {spend.currency}
            </th>
            <th scope="col" className="n">
              %
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key ?? '~'}>
              <td className="wrap">
                <ValueLink className="med" dimension="project" value={row.key} filter={filter}>
                  {valueLabel('project', row.key)}
                </ValueLink>
                <div className="under">{ownerText(row)}</div>
              </td>
              <td className="n">
                <Difference current={row.cost ?? '0'} previous={row.previousCost ?? '0'} />
              </td>
              <td className="n">
                <ChangeText current={row.cost ?? '0'} previous={row.previousCost ?? '0'} />
              </td>
            </tr>
          ))}
          {rest !== null && rows.length > SHOWN && (
            <tr>
              <td>All others</td>
              <td className="n">
                <Difference current={rest} previous="0" />
              </td>
              <td />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td>All</td>
            <td className="n">
              <Difference current={cost} previous={previous} />
            </td>
            <td className="n">
              <ChangeText current={cost} previous={previous} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
