import { Amount } from '@/components/ui/amount.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { RulePreview } from '@/lib/attribution/preview-sums.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { compare } from '@/lib/core/money.ts'
import { Costs, counted } from './preview-money.tsx'
import { teamText } from './rule-text.ts'

/** What the draft changes: how much, the money of each team before and after, and that the total stays. */
export function PreviewPanel({ preview, rules }: { preview: RulePreview; rules: readonly AllocationRule[] }) {
  const { changed, before, after } = preview
  if (preview.months.length === 0)
    return <p className="note">No bills yet, so there is nothing that rules could change.</p>
  const teams = preview.teams.filter((team) => compare(team.before, team.after) !== 0)
  const currencies = [...new Set([...Object.keys(before.costs), ...Object.keys(after.costs)])].sort()
  return (
    <>
      <p aria-live="polite">
        {changed.charges === 0 ? (
          'The draft names every meter as now.'
        ) : (
          <>
            <b>
              <Costs of={changed} />
            </b>{' '}
            named otherwise: {counted(changed)}.
          </>
        )}
      </p>
      <TableFrame label="Teams before and after">
        <table className="compact">
          <thead>
            <tr>
              <th scope="col">Team</th>
              <th scope="col" className="n">
                Now
              </th>
              <th scope="col" className="n">
                With the draft
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, currency, before: now, after: then }) => (
              <tr key={`${team} ${currency}`}>
                <td className="clip">{teamText(team, rules)}</td>
                <td className="n">
                  <Amount value={now} currency={currency} symbol />
                </td>
                <td className="n">
                  <Amount value={then} currency={currency} symbol />
                </td>
              </tr>
            ))}
            {teams.length === 0 && (
              <tr className="muted">
                <td colSpan={3}>No team’s money changes.</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            {currencies.map((currency) => (
              <tr key={currency}>
                <td>{currencies.length > 1 ? `Total, ${currency}` : 'Total'}</td>
                <td className="n">
                  <Amount value={before.costs[currency] ?? null} currency={currency} symbol />
                </td>
                <td className="n">
                  <Amount value={after.costs[currency] ?? null} currency={currency} symbol />
                </td>
              </tr>
            ))}
          </tfoot>
        </table>
      </TableFrame>
      <p className="note">
        Effective cost by rules, tags and bills. What telemetry says of who held a machine comes on top; what a split
        shares out is worked out when it is saved.
      </p>
    </>
  )
}
