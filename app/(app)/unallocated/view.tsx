'use client'

import { useRouter } from 'next/navigation'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter, usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { UnknownMetersTable } from '@/components/rules/unknown-meters-table.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { EmptyState, TableSkeleton } from '@/components/ui/state.tsx'
import { toSearchParams } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { WorklistDimension } from './worklist-filter.ts'
import { unknownFilter, worklistDimensions } from './worklist-filter.ts'

/** What nobody has claimed, the largest first, each one click from a rule that claims it and its likes. */
export function UnallocatedView({ dimension, mayChange }: { dimension: WorklistDimension; mayChange: boolean }) {
  const { filter } = useFilter()
  const { homeCurrency } = usePageData()
  const router = useRouter()
  const asked = unknownFilter(filter, dimension)
  const result = useSpend('meters', asked)
  return (
    <>
      <PageHead title="Unallocated" fresh={<FreshText />} />
      <div className="acts-row" style={{ marginBottom: 'var(--s-3)' }}>
        <Segments
          label="What is missing"
          value={dimension}
          options={worklistDimensions.map((value) => ({ value, label: `No ${value}` }))}
          onChange={(next) => {
            const query = toSearchParams(filter)
            query.delete('group')
            query.set('dimension', next)
            router.replace(`/unallocated?${query}`)
          }}
        />
      </div>
      <FilterBar currency={null} />
      <QueryPanel result={result} what="The meters" skeleton={<TableSkeleton rows={12} />}>
        {(meters) =>
          meters.count === 0 ? (
            <EmptyState title={`Everything has a ${dimension}`}>
              In this view no cost is left whose {dimension} nothing names.
            </EmptyState>
          ) : (
            <Section
              title={`Meters without a ${dimension}`}
              note={`${formatCount(meters.count)}, the largest first; a rule or a tag names them`}
            >
              <UnknownMetersTable
                meters={meters}
                filter={asked}
                dimension={dimension}
                currency={homeCurrency}
                mayChange={mayChange}
              />
            </Section>
          )
        }
      </QueryPanel>
    </>
  )
}
