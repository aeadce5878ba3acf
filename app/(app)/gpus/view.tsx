'use client'

import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { GroupPicker } from '@/components/filters/view-pickers.tsx'
import { both, QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { FindingsBadge } from '@/components/recommendations/findings-badge.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { NoMatch } from '@/components/spend/no-match.tsx'
import { ungroupedSeries } from '@/components/spend/queries.ts'
import { useGroupedSpend, useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { gpuFilter, gpuGroups } from './asks.ts'
import { ClassesSection } from './classes-section.tsx'
import { Figures } from './figures.tsx'
import { GroupSection } from './group-section.tsx'
import { MachineIssues } from './machine-issues.tsx'
import { MachinesSection } from './machines-section.tsx'
import { MatrixSection } from './matrix-section.tsx'
import { OverTimeSection } from './over-time-section.tsx'
import { RatesSection } from './rates-section.tsx'

/** GPU hours, what they cost, what one costs, and how they were bought. */
export function GpusView() {
  const page = useFilter()
  const filter = gpuFilter(page.filter)
  const { currency } = useTotals(filter)
  const measure = page.extra('show') === 'cost' ? 'cost' : 'gpuHours'
  const grouped = useGroupedSpend(filter, measure)
  const split = useSpend('usage-split', ungroupedSeries(filter))
  return (
    <>
      <PageHead
        title="GPUs"
        fresh={<FreshText />}
        actions={
          <>
            <FindingsBadge where={{ lever: 'right-hardware' }} />
            <CopyLink />
            <ExportLink filter={filter} currency={currency} shortcut />
          </>
        }
      />
      <FilterBar currency={currency}>
        <GroupPicker offered={gpuGroups} current={filter.group} />
      </FilterBar>
      <QueryPanel result={both(grouped, split)} what="GPUs" skeleton={<BlockSkeleton height={900} />}>
        {([spend, states]) =>
          spend.rows.length === 0 ? (
            <NoMatch filter={page.filter} />
          ) : (
            <Grid>
              <Figures spend={spend} states={states} />
              <OverTimeSection spend={spend} filter={spend.filter} measure={measure} states={states} />
              <RatesSection spend={spend} filter={spend.filter} />
              {spend.filter.group !== 'gpu-class' && <GroupSection spend={spend} />}
              <ClassesSection
                filter={spend.filter}
                currency={spend.currency}
                otherTotals={spend.otherTotals}
                states={states}
              />
              <MatrixSection filter={spend.filter} currency={spend.currency} />
              <MachinesSection filter={spend.filter} currency={spend.currency} />
              <MachineIssues filter={spend.filter} />
            </Grid>
          )
        }
      </QueryPanel>
    </>
  )
}
