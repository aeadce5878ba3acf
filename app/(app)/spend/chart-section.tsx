'use client'

import { pushUrl, useFilter } from '@/components/filters/filter-context.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { knownCost, knownPrevious } from '@/components/spend/known.ts'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { Amount, ChangeText, Difference } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import type { Grain } from '@/lib/core/period.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import { chartGrain } from '@/lib/core/series.ts'

const grains = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
] as const

/** The total with its change, and the chart under it. */
export function ChartSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const { filter: asked, hrefOf, setFilter } = useFilter()
  const cost = spend.total && knownCost(spend.total)
  const previous = spend.total && spend.compared ? knownPrevious(spend.total) : null
  const before = formatPeriod(previousPeriod(filter.period), true)
  const plural = dimension(filter.group)?.plural
  const { shown, of } = spend.chart
  return (
    <Section
      title={<Amount value={cost} currency={spend.currency} symbol />}
      note={
        <>
          {previous !== null && (
            <>
              <ChangeText current={cost} previous={previous} /> <Difference current={cost} previous={previous} /> vs{' '}
              {before}.{' '}
            </>
          )}
          {of > shown ? `Top ${shown} of ${of} ${plural} by cost` : `${of} ${plural}`}
          {previous !== null && `; line: ${before}`}
        </>
      }
      actions={
        <Segments
          label="Bars by"
          value={spend.chart.grain}
          options={grains.map((grain) => ({
            ...grain,
            disabled: chartGrain(filter.period, grain.value) !== grain.value,
            title: chartGrain(filter.period, grain.value) === grain.value ? undefined : 'Up to 92 bars fit',
          }))}
          onChange={(grain: Grain) => setFilter({ ...asked, grain })}
        />
      }
    >
      <SpendChart
        title={`Spend by ${dimension(filter.group)?.label}, ${formatPeriod(filter.period)}, ${spend.currency}`}
        filter={filter}
        chart={spend.chart}
        before={spend.before}
        measure="cost"
        currency={spend.currency}
        height={288}
        legend={false}
        hrefOf={hrefOf}
        onOpen={pushUrl}
      />
    </Section>
  )
}
