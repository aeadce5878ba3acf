'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { PeriodPicker } from '@/components/filters/period-picker.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { AttributionFacts, MeterFacts } from '@/components/spend/meter-facts.tsx'
import { meterName } from '@/components/spend/meter-name.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState, TableSkeleton } from '@/components/ui/state.tsx'
import { drillPath } from '@/lib/core/filter-edit.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { MeterLabels } from '@/lib/spend/charge.ts'
import { chargesFilter } from './charges-filter.ts'
import { ChargesTable } from './charges-table.tsx'

/** A meter: its charges in the period, page by page, what the bill says about it and what it counts for. */
export function MeterView({ meter }: { meter: MeterLabels }) {
  const { filter } = useFilter()
  const [page, setPage] = useState(1)
  const result = useSpend('charges', chargesFilter(filter), { meter: meter.meterId, page: String(page) })
  const name = meterName({ ...meter, sku: meter.skuMeter ?? meter.skuId ?? meter.skuDetail })
  return (
    <>
      <PageHead
        title={name}
        crumbs={
          <Crumbs>
            <Link prefetch={false} href={spendHref(drillPath(filter)[0]?.before ?? filter)}>
              All spend
            </Link>
            {drillPath(filter).map((step) => (
              <Link key={step.dimension} prefetch={false} href={spendHref(step.after)}>
                {step.label}
              </Link>
            ))}
            <Link prefetch={false} href={spendHref(filter)} data-shortcut="step-out">
              meters
            </Link>
            <span>meter</span>
          </Crumbs>
        }
        fresh={<FreshText />}
        actions={<CopyLink />}
      />
      <section className="bar" aria-label="Period">
        <PeriodPicker />
      </section>
      <Grid>
        <Section
          span={8}
          title="Charges"
          note={result.data && `${formatCount(result.data.count)} in this period, by time`}
        >
          <QueryPanel result={result} what="The charges" skeleton={<TableSkeleton rows={20} />}>
            {(charges) =>
              charges.count === 0 ? (
                <EmptyState title="No charges in these days">
                  This meter has none in this period. Choose another period with the arrows above.
                </EmptyState>
              ) : (
                <ChargesTable charges={charges} onPage={setPage} />
              )
            }
          </QueryPanel>
        </Section>
        <div className="col-4 stack">
          <Section title="Counts for">
            <AttributionFacts meter={meter} />
          </Section>
          <Section title="The bill says">
            <MeterFacts meter={meter} />
          </Section>
        </div>
      </Grid>
    </>
  )
}
