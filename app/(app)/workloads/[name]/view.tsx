'use client'

import Link from 'next/link'
import type { Entity } from '@/components/allocation/entity.ts'
import { entityHref, entityLabel, isEntityKind } from '@/components/allocation/entity.ts'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter, usePageData } from '@/components/filters/filter-context.tsx'
import { FilterLink } from '@/components/filters/filter-link.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { listFilter } from '@/components/spend/queries.ts'
import { useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { UsageMissing } from '@/components/usage/usage-missing.tsx'
import { withPeriod } from '@/lib/core/filter-edit.ts'
import { formatDay } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'
import { SumsTable } from './sums-table.tsx'
import { WorkloadFigures } from './workload-figures.tsx'
import { workloadSums } from './workload-sums.ts'

/** One workload: its days, and the machines it ran on. A day narrows the page to it. */
export function WorkloadView({ workload }: { workload: string }) {
  const { filter, extra } = useFilter()
  const kind = extra('kind')
  const { currency } = useTotals(filter)
  const { mayImport } = usePageData()
  const result = useSpend('workload-days', listFilter(filter), kind === null ? { workload } : { workload, kind })
  const owners = filter.clauses.flatMap(({ dimension, negated, values }): Entity[] =>
    isEntityKind(dimension) && !negated && values.length === 1 ? [{ kind: dimension, name: values[0] ?? null }] : [],
  )
  return (
    <>
      <PageHead
        title={workload}
        crumbs={
          <Crumbs>
            {owners.map((owner) => (
              <Link key={owner.kind} prefetch={false} href={entityHref(owner, filter)} data-shortcut="step-out">
                {entityLabel(owner)}
              </Link>
            ))}
            <span>{kind ?? 'workload'}</span>
          </Crumbs>
        }
        fresh={<FreshText />}
        actions={<CopyLink />}
      />
      <FilterBar currency={currency} />
      <QueryPanel result={result} what="This workload" skeleton={<TableSkeleton rows={12} />}>
        {(rows) =>
          rows.length === 0 ? (
            <UsageMissing
              title="This workload held nothing in these days"
              shows="Choose another period with the arrows above."
              mayImport={mayImport}
            />
          ) : (
            <Grid>
              <WorkloadFigures rows={rows} currency={currency} />
              <Section title="Days" note="UTC; a day narrows this page to it">
                <SumsTable
                  label="Days"
                  first="Day"
                  sums={workloadSums(rows, currency, 'day')}
                  currency={currency}
                  name={({ key }) => (
                    <FilterLink to={withPeriod(filter, { from: key, to: addDays(key, 1) })}>
                      {formatDay(key)}
                    </FilterLink>
                  )}
                />
              </Section>
              <Section title="Machines" note="as the telemetry names them">
                <SumsTable
                  label="Machines"
                  first="Machine"
                  sums={workloadSums(rows, currency, 'host')}
                  currency={currency}
                  name={({ key }) => <span className="mono">{key}</span>}
                />
              </Section>
            </Grid>
          )
        }
      </QueryPanel>
    </>
  )
}
