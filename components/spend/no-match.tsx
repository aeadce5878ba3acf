'use client'

import { FilterLink } from '@/components/filters/filter-link.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { clauseText, withoutClause } from '@/lib/core/filter-edit.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'

/** Nothing behind the filter: which filters there are, and each one's removal. */
export function NoMatch({ filter }: { filter: SpendFilter }) {
  const period = formatPeriod(filter.period)
  if (filter.clauses.length === 0) {
    return (
      <EmptyState title="No charges in these days">
        No import has charges in {period}. Choose another period with the arrows above.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Nothing matches these filters"
      actions={filter.clauses.map((clause) => {
        const { field, operator, value } = clauseText(clause)
        return (
          <FilterLink
            className="btn"
            key={`${clause.dimension}-${clause.negated}`}
            to={withoutClause(filter, clause)}
          >{`Remove ${field} ${operator} ${value}`}</FilterLink>
        )
      })}
    >
      No charge in {period} fits all of them.
    </EmptyState>
  )
}
