'use client'

import { useFilter } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { spendUrl } from '@/components/query/spend-key.ts'
import { useSpend } from '@/components/query/use-spend.ts'
import { machinesFilter } from '@/components/spend/queries.ts'
import { DownloadLink } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { EmptyState, TableSkeleton } from '@/components/ui/state.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCount } from '@/lib/core/format.ts'
import type { HostUsageRow } from '@/lib/spend/host-usage.ts'
import { MachinesTable } from './machines-table.tsx'

const choices = ['all', 'not-measured', 'excess'] as const
type Choice = (typeof choices)[number]

/** The machines of the bills, what their GPU hours did, and those whose telemetry does not fit. */
export function MachinesSection({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const { extra, setExtra } = useFilter()
  const asked = machinesFilter(filter)
  const result = useSpend('host-usage', asked)
  const own = (result.data?.rows ?? []).filter((row) => row.currency === currency)
  const chosen = choices.find((choice) => choice === extra('hosts')) ?? 'all'
  const label = (choice: Choice, text: string) => ({
    value: choice,
    label: choice === 'all' ? text : `${text} (${formatCount(own.filter((row) => fits(row, choice)).length)})`,
  })
  return (
    <Section
      id="machines"
      title="Machines"
      note={result.data && `${formatCount(result.data.count)} with GPUs on the bills`}
      actions={
        <>
          <Segments
            label="Which machines"
            value={chosen}
            options={[
              label('all', 'All'),
              label('not-measured', 'Not measured'),
              label('excess', 'Held beyond billed'),
            ]}
            onChange={(next) => setExtra('hosts', next)}
          />
          <DownloadLink
            href={spendUrl('host-usage', { ...asked, currency }, { format: 'csv' })}
            look="ghost"
            aria-label="Export machines as CSV"
          >
            Export CSV
          </DownloadLink>
        </>
      }
    >
      <QueryPanel result={result} what="The machines" skeleton={<TableSkeleton rows={8} />}>
        {(usage) => {
          const rows = own.filter((row) => fits(row, chosen))
          if (rows.length === 0) return <None chosen={chosen} />
          const others = chosen === 'all' ? usage.others.filter((row) => row.currency === currency) : []
          return <MachinesTable rows={rows} others={others} currency={currency} />
        }}
      </QueryPanel>
    </Section>
  )
}

function fits(row: HostUsageRow, choice: Choice): boolean {
  if (choice === 'excess') return row.excess !== null
  return choice === 'all' || row.notMeasured !== null
}

function None({ chosen }: { chosen: Choice }) {
  if (chosen === 'excess') {
    return (
      <EmptyState title="No machine was held for more hours than billed">Bills and telemetry agree here.</EmptyState>
    )
  }
  if (chosen === 'not-measured') {
    return <EmptyState title="Telemetry covers every machine">No GPU hour of these days is unknown.</EmptyState>
  }
  return <EmptyState title="No machine is named">The bills of these days name no machine with GPUs.</EmptyState>
}
