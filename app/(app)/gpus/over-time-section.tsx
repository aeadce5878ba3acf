'use client'

import { useRouter } from 'next/navigation'
import { useFilter, usePageData } from '@/components/filters/filter-context.tsx'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { ungroupedSeries } from '@/components/spend/queries.ts'
import { SpendChart } from '@/components/spend/spend-chart.tsx'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { CoverageBadges } from '@/components/usage/coverage-badges.tsx'
import { UsageChart } from '@/components/usage/usage-chart.tsx'
import { prepareUsage, usagePaint } from '@/components/usage/usage-chart-data.ts'
import { seen, usageTotals } from '@/components/usage/usage-totals.ts'
import { dimension } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatPeriod } from '@/lib/core/format-date.ts'
import { previousPeriod } from '@/lib/core/period.ts'
import type { Measure } from '@/lib/core/series.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'

const noSlots: ReadonlyMap<string, number> = new Map()

/** GPU hours or their cost over time: by what happened to them, or by what the page is grouped by. */
export function OverTimeSection(props: {
  spend: GroupedSpend
  filter: SpendFilter
  measure: Measure
  states: readonly UsageSplitRow[]
}) {
  const { spend, filter, measure, states } = props
  const { setExtra, extra, filter: address } = useFilter()
  const range = usePageData()
  const router = useRouter()
  const label = dimension(filter.group)?.label ?? ''
  const measured = seen(usageTotals(states, spend.currency)).gpuHours !== null
  const byUse = extra('by') === 'use' || (extra('by') === null && measured)
  const what = measure === 'cost' ? 'GPU spend' : 'GPU hours'
  const title = `${what} by ${byUse ? 'use' : label.toLowerCase().replace('gpu', 'GPU')}`
  const { grain } = ungroupedSeries(filter)
  const common = { filter: address, measure, currency: spend.currency, height: 300 }
  return (
    <Section
      span={8}
      title={title}
      note={spend.compared && !byUse ? `line: ${formatPeriod(previousPeriod(filter.period), true)}` : ''}
      actions={
        <>
          <CoverageBadges filter={filter} currency={spend.currency} kinds={['gpu-class', 'utilisation']} />
          <Segments
            label="Split by"
            value={byUse ? 'use' : 'group'}
            options={[
              { value: 'use', label: 'Use' },
              { value: 'group', label },
            ]}
            onChange={(next) => setExtra('by', next)}
          />
          <Segments
            label="Measure"
            value={measure}
            options={[
              { value: 'gpuHours', label: 'Hours' },
              { value: 'cost', label: 'Cost' },
            ]}
            onChange={(next) => setExtra('show', next === 'cost' ? 'cost' : 'hours')}
          />
        </>
      }
    >
      {byUse ? (
        <UsageChart
          {...common}
          title={`${title}, ${formatPeriod(filter.period)}`}
          chart={prepareUsage({
            rows: states,
            currency: spend.currency,
            period: filter.period,
            grain,
            range,
            measure,
            stack: 'use',
            slots: noSlots,
          })}
          paint={(series) => usagePaint(series, noSlots)}
        />
      ) : (
        <SpendChart
          {...common}
          title={`${title}, ${formatPeriod(filter.period)}`}
          filter={filter}
          chart={spend.chart}
          before={spend.before}
          legend
          hrefOf={spendHref}
          onOpen={(href) => router.push(href)}
        />
      )}
    </Section>
  )
}
