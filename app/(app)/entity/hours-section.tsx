'use client'

import { useFilter, usePageData } from '@/components/filters/filter-context.tsx'
import { ungroupedSeries } from '@/components/spend/queries.ts'
import { usePalette } from '@/components/spend/use-grouped-spend.ts'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { CoverageBadges } from '@/components/usage/coverage-badges.tsx'
import { UsageChart } from '@/components/usage/usage-chart.tsx'
import type { UsageStack } from '@/components/usage/usage-chart-data.ts'
import { prepareUsage, topClasses, usagePaint } from '@/components/usage/usage-chart-data.ts'
import { seen, usageTotals } from '@/components/usage/usage-totals.ts'
import { colorSlots } from '@/lib/core/color-slots.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'

const perBucket = { day: 'a day', week: 'a week', month: 'a month', total: '' }

/** GPU hours or their cost over time: by class, and what each did. */
export function HoursSection(props: { filter: SpendFilter; currency: string; states: readonly UsageSplitRow[] }) {
  const { filter, currency, states } = props
  const page = useFilter()
  const range = usePageData()
  const palette = usePalette('gpu-class')
  const measure = page.extra('show') === 'cost' ? 'cost' : 'gpuHours'
  const measured = seen(usageTotals(states, currency)).gpuHours !== null
  const asked = page.extra('by')
  const stack: UsageStack = asked === 'class' || (asked === null && !measured) ? 'class' : 'use-by-class'
  const slots = colorSlots(palette.data ?? [], topClasses(states, measure))
  const { grain } = ungroupedSeries(filter)
  const chart = prepareUsage({ rows: states, currency, period: filter.period, grain, range, measure, stack, slots })
  const what = measure === 'cost' ? 'GPU cost' : 'GPU hours'
  return (
    <Section
      span={8}
      title={`${what} ${perBucket[grain]}`}
      note={stack === 'class' ? 'by class' : 'used by class, and what did no work'}
      actions={
        <>
          <CoverageBadges filter={filter} currency={currency} kinds={['utilisation']} />
          <Segments
            label="Split by"
            value={stack === 'class' ? 'class' : 'use'}
            options={[
              { value: 'use', label: 'Use' },
              { value: 'class', label: 'Class' },
            ]}
            onChange={(next) => page.setExtra('by', next)}
          />
          <Segments
            label="Measure"
            value={measure}
            options={[
              { value: 'gpuHours', label: 'Hours' },
              { value: 'cost', label: 'Cost' },
            ]}
            onChange={(next) => page.setExtra('show', next === 'cost' ? 'cost' : 'hours')}
          />
        </>
      }
    >
      <UsageChart
        title={`${what} by ${stack === 'class' ? 'class' : 'use'}, ${formatPeriod(filter.period)}`}
        chart={chart}
        filter={page.filter}
        measure={measure}
        currency={currency}
        height={300}
        paint={(series) => usagePaint(series, slots)}
      />
    </Section>
  )
}
