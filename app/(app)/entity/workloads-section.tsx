'use client'

import { useState } from 'react'
import type { Entity } from '@/components/allocation/entity.ts'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { spendUrl } from '@/components/query/spend-key.ts'
import { useSpend } from '@/components/query/use-spend.ts'
import { listFilter } from '@/components/spend/queries.ts'
import { DownloadLink } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import type { SortState } from '@/components/ui/table.tsx'
import { UsageMissing } from '@/components/usage/usage-missing.tsx'
import { WorkloadsTable } from '@/components/usage/workloads-table.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'

/** The jobs, runs, pods and endpoints: what each cost, who ran it and when. A name opens its days. */
export function WorkloadsSection({
  filter,
  currency,
  entity,
}: {
  filter: SpendFilter
  currency: string
  entity: Entity
}) {
  const asked = listFilter(filter)
  const { mayImport } = usePageData()
  const result = useSpend('workloads', asked)
  const [sort, setSort] = useState<SortState>({ column: 'cost', descending: true })
  const count = result.data?.count
  return (
    <Section
      title="Workloads"
      note={count ? `${formatCount(count)} that held GPUs; each opens its days` : undefined}
      actions={
        <DownloadLink
          href={spendUrl('workloads', { ...asked, currency }, { format: 'csv' })}
          look="ghost"
          aria-label="Export workloads as CSV"
        >
          Export CSV
        </DownloadLink>
      }
    >
      <QueryPanel result={result} what="The workloads" skeleton={<TableSkeleton rows={8} />}>
        {(workloads) =>
          workloads.count === 0 ? (
            <UsageMissing
              title="No workload is known in these days"
              shows="This would list the jobs, pods and endpoints that held these GPUs, with their hours, cost and utilisation."
              mayImport={mayImport}
            />
          ) : (
            <WorkloadsTable
              workloads={workloads}
              filter={filter}
              currency={currency}
              named={entity.kind}
              sort={sort}
              onSort={setSort}
            />
          )
        }
      </QueryPanel>
    </Section>
  )
}
