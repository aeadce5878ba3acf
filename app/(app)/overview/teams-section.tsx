'use client'

import { ValueLink } from '@/components/allocation/value-link.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { MissingNote, OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import { SpendTable } from '@/components/spend/spend-table.tsx'
import { Section } from '@/components/ui/section.tsx'
import { CoverageBadges } from '@/components/usage/coverage-badges.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'

/** Every team, its share and its change; a name opens the team's page. */
export function TeamsSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  return (
    <Section
      title="Teams"
      note={`${spend.chart.of} named`}
      actions={
        <CoverageBadges
          filter={filter}
          currency={spend.currency}
          kinds={['gpu-class', 'team', 'project', 'model', 'utilisation', 'tokens']}
        />
      }
    >
      <SpendTable
        spend={spend}
        filter={filter}
        label="Teams"
        link={(row) => (
          <ValueLink dimension="team" value={row.key} filter={filter}>
            {row.label}
          </ValueLink>
        )}
        after={<OtherCurrencyRows totals={spend.otherTotals} filter={filter} columns={9} />}
      />
      <MissingNote total={spend.total} filter={filter} />
    </Section>
  )
}
