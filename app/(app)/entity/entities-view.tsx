'use client'

import { useRouter } from 'next/navigation'
import type { EntityKind } from '@/components/allocation/entity.ts'
import { ValueLink, valueHref } from '@/components/allocation/value-link.tsx'
import { FilterBar } from '@/components/filters/filter-bar.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { FreshText } from '@/components/spend/fresh-text.tsx'
import { NoMatch } from '@/components/spend/no-match.tsx'
import { MissingNote, OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { SpendTable } from '@/components/spend/spend-table.tsx'
import { useGroupedSpend, useTotals } from '@/components/spend/use-grouped-spend.ts'
import { CopyLink } from '@/components/ui/copy-link.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import { TokensSection } from './tokens-section.tsx'

/** Every team, project or model with its cost over time; each opens. */
export function EntitiesView({ kind }: { kind: EntityKind }) {
  const page = useFilter()
  const filter = { ...page.filter, group: kind }
  const { currency } = useTotals(filter)
  const result = useGroupedSpend(filter, 'cost')
  const router = useRouter()
  const plural = dimension(kind)?.plural ?? ''
  const title = `${plural.charAt(0).toUpperCase()}${plural.slice(1)}`
  return (
    <>
      <PageHead
        title={title}
        fresh={<FreshText />}
        actions={
          <>
            <CopyLink />
            <ExportLink filter={filter} currency={currency} shortcut />
          </>
        }
      />
      <FilterBar currency={currency} />
      <QueryPanel result={result} what={title} skeleton={<BlockSkeleton height={640} />}>
        {(spend) =>
          spend.rows.length === 0 ? (
            <NoMatch filter={page.filter} />
          ) : (
            <Grid>
              <Section
                title={`Cost by ${kind}`}
                note={
                  spend.compared
                    ? `${spend.currency}; line: ${formatPeriod(previousPeriod(spend.filter.period), true)}`
                    : spend.currency
                }
              >
                <SpendChart
                  title={`Cost by ${kind}, ${formatPeriod(spend.filter.period)}, ${spend.currency}`}
                  filter={spend.filter}
                  chart={spend.chart}
                  before={spend.before}
                  measure="cost"
                  currency={spend.currency}
                  height={280}
                  legend
                  hrefOf={(narrowed) => {
                    const clause = narrowed.clauses.find((c) => c.dimension === kind && c.values.length === 1)
                    return clause ? valueHref(kind, clause.values[0] ?? null, narrowed) : spendHref(narrowed)
                  }}
                  onOpen={(href) => router.push(href)}
                />
              </Section>
              <Section title={title} note={`${spend.chart.of} named; every one opens`}>
                <SpendTable
                  spend={spend}
                  filter={spend.filter}
                  label={title}
                  link={(row) => (
                    <ValueLink dimension={kind} value={row.key} filter={spend.filter}>
                      {row.label}
                    </ValueLink>
                  )}
                  after={<OtherCurrencyRows totals={spend.otherTotals} filter={spend.filter} columns={9} />}
                />
                <MissingNote total={spend.total} filter={spend.filter} />
              </Section>
              {kind === 'model' && <TokensSection filter={spend.filter} currency={spend.currency} />}
            </Grid>
          )
        }
      </QueryPanel>
    </>
  )
}
