'use client'

import { useState } from 'react'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import { HeatMap } from '@/components/usage/heat-map.tsx'
import { UsageMissing } from '@/components/usage/usage-missing.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { heatFilter } from './asks.ts'

/** When GPUs were held and busy: the week, hour by hour. */
export function HeatSection({ filter }: { filter: SpendFilter }) {
  const asked = heatFilter(filter)
  const { mayImport } = usePageData()
  const result = useSpend('heat-map', asked)
  const [chosen, setChosen] = useState<'utilisation' | 'held' | null>(null)
  const known = (result.data ?? []).some((row) => row.utilisation !== null)
  const measure = chosen ?? (known ? 'utilisation' : 'held')
  const cut = asked.period.from !== filter.period.from
  return (
    <Section
      span={4}
      title="Weekday and hour"
      note={cut ? `UTC, ${formatPeriod(asked.period, true)}` : 'UTC'}
      actions={
        <Segments
          label="Cells show"
          value={measure}
          options={[
            { value: 'utilisation', label: 'Used', disabled: !known },
            { value: 'held', label: 'Hours' },
          ]}
          onChange={setChosen}
        />
      }
    >
      <QueryPanel result={result} what="The hours of the week" skeleton={<BlockSkeleton height={214} />}>
        {(rows) =>
          rows.length === 0 ? (
            <UsageMissing
              shows="This would show at which hours of the week the GPUs were held and busy."
              mayImport={mayImport}
            />
          ) : (
            <HeatMap rows={rows} measure={measure} />
          )
        }
      </QueryPanel>
    </Section>
  )
}
