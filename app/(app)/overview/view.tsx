'use client'

import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { FindingsBadge } from '@/components/recommendations/findings-badge.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { NoMatch } from '@/components/spend/no-match.tsx'
import { useGroupedSpend, useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { ClassesSection } from './classes-section.tsx'
import { DailySection } from './daily-section.tsx'
import { Figures } from './figures.tsx'
import { MonthsSection } from './months-section.tsx'
import { MoversSection } from './movers-section.tsx'
import { TeamsSection } from './teams-section.tsx'

/** The month: what was spent, what moved, and by whom. */
export function OverviewView() {
  const page = useFilter()
  const filter = { ...page.filter, group: 'team' as const }
  const { currency } = useTotals(filter)
  const teams = useGroupedSpend(filter, 'cost')
  return (
    <>
      <PageHead
        title="Overview"
        fresh={<FreshText />}
        actions={
          <>
            <FindingsBadge where={{}} />
            <CopyLink />
            <ExportLink filter={filter} currency={currency} shortcut />
          </>
        }
      />
      <FilterBar currency={currency} />
      <QueryPanel result={teams} what="Overview" skeleton={<BlockSkeleton height={900} />}>
        {(spend) =>
          spend.rows.length === 0 ? (
            <NoMatch filter={page.filter} />
          ) : (
            <Grid>
              <Figures spend={spend} filter={spend.filter} />
              <DailySection spend={spend} filter={spend.filter} />
              <MoversSection spend={spend} filter={spend.filter} />
              <TeamsSection spend={spend} filter={spend.filter} />
              <MonthsSection currency={spend.currency} filter={spend.filter} />
              <ClassesSection currency={spend.currency} filter={spend.filter} />
            </Grid>
          )
        }
      </QueryPanel>
    </>
  )
}
