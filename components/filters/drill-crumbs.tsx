'use client'

import { Crumbs } from '@/components/shell/page-head.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import { drillPath } from '@/lib/core/filter-edit.ts'
import { useFilter } from './filter-context.tsx'
import { FilterLink } from './filter-link.tsx'

/** The way into the figures; each step leads back to the view it was taken in. Escape takes the last step back. */
export function DrillCrumbs() {
  const { filter } = useFilter()
  const steps = drillPath(filter)
  const last = steps.at(-1)
  return (
    <Crumbs>
      {steps[0] ? <FilterLink to={steps[0].before}>All spend</FilterLink> : <span>All spend</span>}
      {steps.map((step) =>
        step === last ? (
          <span key={step.dimension}>{step.label}</span>
        ) : (
          <FilterLink key={step.dimension} to={step.after}>
            {step.label}
          </FilterLink>
        ),
      )}
      <span>
        group by {dimension(filter.group)?.label.toLowerCase().replace('gpu', 'GPU')}
        {last && (
          <FilterLink to={last.before} className="sr" tabIndex={-1} aria-hidden="true" data-shortcut="step-out">
            out
          </FilterLink>
        )}
      </span>
    </Crumbs>
  )
}
