'use client'

import { ValueLink } from '@/components/allocation/value-link.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { MissingNote } from '@/components/spend/other-currencies.tsx'
import { SpendTable } from '@/components/spend/spend-table.tsx'
import { Section } from '@/components/ui/section.tsx'
import { dimension } from '@/lib/core/dimensions.ts'

/** The figures of the chart where the page is grouped by something else than classes, which have a table of their own. */
export function GroupSection({ spend }: { spend: GroupedSpend }) {
  const { filter } = spend
  const plural = dimension(filter.group)?.plural ?? 'values'
  return (
    <Section title={plural.charAt(0).toUpperCase() + plural.slice(1)} note="on GPUs">
      <SpendTable
        spend={spend}
        filter={filter}
        label={plural}
        link={(row) => (
          <ValueLink dimension={filter.group} value={row.key} filter={filter}>
            {row.label}
          </ValueLink>
        )}
      />
      <MissingNote total={spend.total} filter={filter} />
    </Section>
  )
}
