'use client'

import { DrillCrumbs } from '@/components/filters/drill-crumbs.tsx'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { GroupPicker } from '@/components/filters/view-pickers.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { MetersSection } from '@/components/spend/meters-section.tsx'
import { NoMatch } from '@/components/spend/no-match.tsx'
import { useGroupedSpend, useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import { ChartSection } from './chart-section.tsx'
import { TableSection } from './table-section.tsx'

/** Spend by any dimension: the chart, the table that is its legend, and the meters behind both. */
export function SpendView() {
  const { filter } = useFilter()
  const { currency } = useTotals(filter)
  const result = useGroupedSpend(filter, 'cost')
  const group = dimension(filter.group)
  return (
    <>
      <PageHead
        crumbs={<DrillCrumbs />}
        title={`Spend by ${group?.label.toLowerCase().replace('gpu', 'GPU')}`}
        fresh={<FreshText />}
        actions={
          <>
            <CopyLink />
            <ExportLink filter={filter} currency={currency} shortcut />
          </>
        }
      />
      <FilterBar currency={currency}>
        <GroupPicker />
      </FilterBar>
      <QueryPanel result={result} what="This view" skeleton={<BlockSkeleton height={640} />}>
        {(spend) =>
          spend.rows.length === 0 ? (
            <NoMatch filter={filter} />
          ) : (
            <Grid>
              <ChartSection spend={spend} filter={spend.filter} />
              <TableSection spend={spend} filter={spend.filter} />
              <MetersSection filter={spend.filter} currency={spend.currency} />
            </Grid>
          )
        }
      </QueryPanel>
    </>
  )
}
