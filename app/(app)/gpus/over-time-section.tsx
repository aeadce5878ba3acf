'use client'

import { useRouter } from 'next/navigation'
import { useFilter } from '@/components/filters/filter-context.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { Measure } from '@/lib/core/series.ts'

/** GPU hours or their cost over time, by what the page is grouped by. */
export function OverTimeSection(props: { spend: GroupedSpend; filter: SpendFilter; measure: Measure }) {
  const { spend, filter, measure } = props
  const { setExtra } = useFilter()
  const router = useRouter()
  const label = dimension(filter.group)?.label.toLowerCase().replace('gpu', 'GPU')
  const what = measure === 'cost' ? 'GPU spend' : 'GPU hours'
  const before = spend.compared ? `line: ${formatPeriod(previousPeriod(filter.period), true)}` : ''
  return (
    <Section
      span={8}
      title={`${what} by ${label}`}
      note={before}
      actions={
        <Segments
          label="Measure"
          value={measure}
          options={[
            { value: 'gpuHours', label: 'Hours' },
            { value: 'cost', label: 'Cost' },
          ]}
          onChange={(next) => setExtra('show', next === 'cost' ? 'cost' : 'hours')}
        />
      }
    >
      <SpendChart
        title={`${what} by ${label}, ${formatPeriod(filter.period)}`}
        filter={filter}
        chart={spend.chart}
        before={spend.before}
        measure={measure}
        currency={spend.currency}
        height={320}
        legend
        hrefOf={spendHref}
        onOpen={(href) => router.push(href)}
      />
    </Section>
  )
}
