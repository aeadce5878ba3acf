'use client'

import Link from 'next/link'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { MissingNote, OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { SpendTable } from '@/components/spend/spend-table.tsx'
import { Section } from '@/components/ui/section.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'

/** Every team, its share and its change; a name opens the team in Spend. */
export function TeamsSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  return (
    <Section title="Teams" note={`${spend.chart.of} named`}>
      <SpendTable
        spend={spend}
        filter={filter}
        label="Teams"
        link={(row) => (
          <Link prefetch={false} href={spendHref(narrow(filter, 'team', row.key))}>
            {row.label}
          </Link>
        )}
        after={<OtherCurrencyRows totals={spend.otherTotals} filter={filter} columns={9} />}
      />
      <MissingNote total={spend.total} filter={filter} />
    </Section>
  )
}
