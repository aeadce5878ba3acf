'use client'

import { BucketTooltip } from '@/components/charts/bucket-tooltip.tsx'
import { paintOf } from '@/components/charts/paint.ts'
import { RateLinesLazy } from '@/components/charts/rate-lines-lazy.tsx'
import { usePageData } from '@/components/filters/filter-context.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import type { GroupedSpend } from '@/components/spend/arrange-spend.ts'
import { rateText, wholeCost } from '@/components/spend/known.ts'
import { weeksFilter } from '@/components/spend/queries.ts'
import { RateAmount } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { BlockSkeleton } from '@/components/ui/state.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { formatCompactMoney } from '@/lib/core/format.ts'
import { formatBucket } from '@/lib/core/format-date.ts'
import type { PreparedSeries } from '@/lib/core/series.ts'
import { prepareSeries } from '@/lib/core/series.ts'
import type { SeriesRow } from '@/lib/spend/series.ts'

const HEIGHT = 344
const LINES = 8

/** What a GPU hour cost, week by week, of the values that cost most. A week without hours is a gap. */
export function RatesSection({ spend, filter }: { spend: GroupedSpend; filter: SpendFilter }) {
  const asked = weeksFilter(filter)
  const result = useSpend('series', asked)
  return (
    <Section span={4} title="Cost per GPU-hour" note={`${spend.currency}, 13 weeks`}>
      <QueryPanel result={result} what="The rates" skeleton={<BlockSkeleton height={HEIGHT} />}>
        {(cells) => <Rates cells={cells} spend={spend} filter={asked} />}
      </QueryPanel>
    </Section>
  )
}

type Rate = { series: PreparedSeries; rates: (string | null)[] }

function Rates({ cells, spend, filter }: { cells: readonly SeriesRow[]; spend: GroupedSpend; filter: SpendFilter }) {
  const range = usePageData()
  const ranked = spend.rows
    .flatMap((row) => (row.kind === 'entity' && row.key !== null ? [row.key] : []))
    .slice(0, LINES)
  const of = (measure: 'cost' | 'gpuHours') =>
    prepareSeries({
      cells: cells
        .filter((cell) => cell.key !== null && ranked.includes(cell.key))
        .map((cell) => ({ ...cell, cost: wholeCost(cell.cost, cell.missing) })),
      period: filter.period,
      grain: 'week',
      dimension: filter.group,
      measure,
      currency: spend.currency,
      range,
      ranked,
      slots: spend.slots,
      top: LINES,
    })
  const cost = of('cost')
  const hours = of('gpuHours')
  const lines: Rate[] = cost.series.map((series, at) => ({
    series,
    rates: series.amounts.map((amount, bucket) => rateText(amount, hours.series[at]?.amounts[bucket] ?? null)),
  }))
  return (
    <RateLinesLazy
      title={`Cost per GPU-hour by week, ${spend.currency}`}
      buckets={cost.buckets}
      grain="week"
      height={HEIGHT}
      formatTick={(value) => formatCompactMoney(value, spend.currency)}
      lines={lines.map(({ series, rates }) => ({
        id: series.id,
        label: series.label,
        color: paintOf(series, filter.group).fill,
        values: rates.map((rate) => (rate === null ? null : Number(rate))),
      }))}
      tooltip={(at) => (
        <BucketTooltip
          title={formatBucket(cost.buckets[at] ?? filter.period.from, 'week')}
          versus={`${spend.currency} per GPU-hour`}
          lines={lines
            .filter(({ rates }) => rates[at] != null)
            .map(({ series, rates }) => ({
              id: series.id,
              label: series.label,
              paint: paintOf(series, filter.group),
              value: <RateAmount value={rates[at] ?? null} currency={spend.currency} />,
              change: null,
            }))}
          rest={null}
          total={null}
        />
      )}
    />
  )
}
