'use client'

import Link from 'next/link'
import { entityHref, isEntityKind } from '@/components/allocation/entity.ts'
import { FilterLink } from '@/components/filters/filter-link.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { ExportLink } from '@/components/spend/export-link.tsx'
import { MissingNote, OtherCurrencyRows } from '@/components/spend/other-currencies.tsx'
import type { SpendRow } from '@/components/spend/spend-rows.ts'
import { SpendTable } from '@/components/spend/spend-table.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { Section } from '@/components/ui/section.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'

/** The same figures as the chart, every value of them, and each a way on. */
export function TableSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const plural = dimension(filter.group)?.plural ?? 'values'
  return (
    <Section
      title={plural.charAt(0).toUpperCase() + plural.slice(1)}
      note={`${spend.chart.of} named; every row opens`}
      actions={<ExportLink filter={filter} currency={spend.currency} />}
    >
      <SpendTable
        spend={spend}
        filter={filter}
        label={plural}
        link={(row) => (
          <>
            <FilterLink to={narrow(filter, filter.group, row.key)}>{row.label}</FilterLink>
            <OpenEntity row={row} filter={filter} />
          </>
        )}
        after={<OtherCurrencyRows totals={spend.otherTotals} filter={filter} columns={9} />}
      />
      <MissingNote total={spend.total} filter={filter} />
      <p className="note">
        A click on a bar narrows to that value and those days; on a row, to that value. Meters and their charges stand
        below.
      </p>
    </Section>
  )
}

/** A team, project or model has a page of its own; the name narrows this view, the arrow beside it opens the page. */
function OpenEntity({ row, filter }: { row: SpendRow; filter: SpendFilter }) {
  if (!isEntityKind(filter.group) || row.kind === 'idle' || row.kind === 'others') return null
  return (
    <Link
      className="open"
      prefetch={false}
      href={entityHref({ kind: filter.group, name: row.key }, filter)}
      aria-label={`Open ${row.label}`}
      title={`Open the page of ${row.label}`}
    >
      <Icon name="open" small />
    </Link>
  )
}
