'use client'

import { useRouter } from 'next/navigation'
import { Fragment } from 'react'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter, usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { UnknownMetersTable } from '@/components/rules/unknown-meters-table.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { Amount } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { EmptyState, TableSkeleton } from '@/components/ui/state.tsx'
import { toSearchParams } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { MetricResult } from '@/lib/spend/index.ts'
import type { WorklistDimension } from './worklist-filter.ts'
import { unknownFilter, worklistDimensions } from './worklist-filter.ts'

/** What nobody has claimed, the largest first, each one click from a rule that claims it and its likes. */
export function UnallocatedView({ dimension, mayChange }: { dimension: WorklistDimension; mayChange: boolean }) {
  const { filter } = useFilter()
  const { homeCurrency } = usePageData()
  const router = useRouter()
  const asked = unknownFilter(filter, dimension)
  const result = useSpend('meters', asked)
  const totals = useSpend('totals', asked)
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
              note={<Sums meters={meters.count} totals={totals.data ?? []} currency={homeCurrency} />}
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

/** What the listed meters cost together, one sum a currency, that of the organisation first. */
function Sums(props: { meters: number; totals: MetricResult<'totals'>; currency: string }) {
  const isMain = (row: { currency: string }) => Number(row.currency === props.currency)
  const sums = props.totals
    .toSorted((a, b) => isMain(b) - isMain(a))
    .flatMap(({ cost, currency }) => (cost === null ? [] : [{ cost, currency }]))
  return (
    <>
      {formatCount(props.meters)}
      {sums.map(({ cost, currency }) => (
        <Fragment key={currency}>
          {', '}
          <Amount value={cost} currency={currency} symbol />
        </Fragment>
      ))}
      , the largest first; a rule or a tag names them
    </>
  )
}
