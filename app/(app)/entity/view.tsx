'use client'

import Link from 'next/link'
import type { Entity } from '@/components/allocation/entity.ts'
import { entityFilter, entityLabel, entityPaths } from '@/components/allocation/entity.ts'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { both, QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { FindingsBadge } from '@/components/recommendations/findings-badge.tsx'
import { FindingsSection } from '@/components/recommendations/findings-section.tsx'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { MetersSection } from '@/components/spend/meters-section.tsx'
import { NoMatch } from '@/components/spend/no-match.tsx'
import { OtherCurrenciesNote } from '@/components/spend/other-currencies.tsx'
import { ungroupedSeries } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { ClassesSection } from './classes-section.tsx'
import { CostSection } from './cost-section.tsx'
import { Figures } from './figures.tsx'
import { HeatSection } from './heat-section.tsx'
import { HoursSection } from './hours-section.tsx'
import { UnitCostSection } from './unit-cost-section.tsx'
import { WorkloadsSection } from './workloads-section.tsx'

/** One team, project or model: what it cost, what its GPUs did, who ran what, when, and on which machines. */
export function EntityView({ entity }: { entity: Entity }) {
  const page = useFilter()
  const filter = entityFilter(page.filter, entity)
  const { totals, currency } = useTotals(filter)
  const split = useSpend('usage-split', ungroupedSeries(filter))
  const plural = dimension(entity.kind)?.plural ?? ''
  // A finding says whose it is; of a model it knows only where its rule looks at models.
  const about = entity.kind === 'model' || entity.name === null ? null : { [entity.kind]: entity.name }
  const exported = { ...filter, group: 'gpu-class' as const }
  return (
    <>
      <PageHead
        title={entityLabel(entity)}
        crumbs={
          <Crumbs>
            <Link prefetch={false} href={entityPaths[entity.kind]} data-shortcut="step-out">
              {plural.charAt(0).toUpperCase() + plural.slice(1)}
            </Link>
            <span>{entity.kind}</span>
          </Crumbs>
        }
        fresh={<FreshText />}
        actions={
          <>
            {about && <FindingsBadge where={about} />}
            <Link className="btn" prefetch={false} href={spendHref(exported)}>
              Open in Spend
            </Link>
            <CopyLink />
            <ExportLink filter={exported} currency={currency} shortcut />
          </>
        }
      />
      <FilterBar currency={currency} />
      <QueryPanel result={both(totals, split)} what={`This ${entity.kind}`} skeleton={<BlockSkeleton height={900} />}>
        {([rows, states]) => {
          const total = rows.find((row) => row.currency === currency)
          if (!total) return <NoMatch filter={filter} />
          const panel = { filter, currency, states }
          return (
            <Grid>
              <Figures {...panel} total={total} />
              <OtherCurrenciesNote
                filter={page.filter}
                totals={rows.filter((row) => row.currency !== currency && row.charges > 0)}
              />
              {states.length > 0 ? (
                <>
                  <HoursSection {...panel} />
                  <UnitCostSection {...panel} />
                  <WorkloadsSection {...panel} entity={entity} />
                  <ClassesSection {...panel} />
                  <HeatSection filter={filter} />
                </>
              ) : (
                <WithoutGpus {...panel} />
              )}
              {about && <FindingsSection where={about} />}
              <MetersSection title="Resources" first={15} filter={filter} currency={currency} />
            </Grid>
          )
        }}
      </QueryPanel>
    </>
  )
}

/** What there is to see without GPUs: cost, and what a million tokens cost where they are counted. */
function WithoutGpus({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const counted = useSpend('unit-cost', ungroupedSeries(filter)).data?.some((row) => row.costPerMillion !== null)
  return (
    <>
      <CostSection filter={filter} span={counted ? 8 : 12} />
      {counted && <UnitCostSection filter={filter} currency={currency} states={[]} />}
    </>
  )
}
