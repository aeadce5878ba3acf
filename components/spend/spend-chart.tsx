'use client'

import { BucketTooltip } from '@/components/charts/bucket-tooltip.tsx'
import { Legend, useIsolation } from '@/components/charts/legend.tsx'
import { paintOf } from '@/components/charts/paint.ts'
import { StackedBarsLazy } from '@/components/charts/stacked-bars-lazy.tsx'
import { Amount, ChangeText, Hours } from '@/components/ui/amount.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { bucketPeriod, narrow, withPeriod } from '@/lib/core/filter-edit.ts'
import { formatCompact, formatCompactMoney } from '@/lib/core/format.ts'
import { formatBucket, formatPeriod } from '@/lib/core/format-date.ts'
import { add } from '@/lib/core/money.ts'
import type { Measure, PreparedChart, PreparedSeries } from '@/lib/core/series.ts'
import { bucketTotal, overlay } from '@/lib/core/series.ts'

const LARGEST = 4

/** Spend or GPU hours over time in stacked bars, with the period before as a line and a tooltip that names the largest. */
export function SpendChart(props: {
  title: string
  filter: SpendFilter
  chart: PreparedChart
  before: PreparedChart | null
  measure: Measure
  currency: string
  height: number
  legend: boolean
  hrefOf: (filter: SpendFilter) => string
  onOpen: (href: string) => void
}) {
  const { chart, filter } = props
  const isolation = useIsolation(chart.series.map((series) => series.id))
  const paint = (series: PreparedSeries) => paintOf(series, filter.group)
  const shown = { ...chart, series: chart.series.filter((series) => isolation.isVisible(series.id)) }
  const bucketAt = (at: number) => bucketPeriod(chart.buckets[at] ?? filter.period.from, chart.grain, filter.period)
  const previous = props.before && isolation.all ? overlay(props.before.totals, chart.buckets.length) : null
  return (
    <>
      {props.legend && (
        <Legend series={chart.series} paint={paint} isVisible={isolation.isVisible} onPress={isolation.press} />
      )}
      <StackedBarsLazy
        title={props.title}
        chart={shown}
        previous={previous}
        height={props.height}
        paint={paint}
        formatTick={props.measure === 'cost' ? (value) => formatCompactMoney(value, props.currency) : formatCompact}
        hrefOf={(series, at) => {
          const dated = withPeriod(filter, bucketAt(at))
          if (series === null) return props.hrefOf(dated)
          return series.kind === 'others' ? null : props.hrefOf(narrow(dated, filter.group, series.key))
        }}
        onOpen={props.onOpen}
        tooltip={(at) => <ChartTooltip {...props} shown={shown} at={at} paint={paint} />}
      />
    </>
  )
}

function ChartTooltip(props: {
  shown: PreparedChart
  before: PreparedChart | null
  filter: SpendFilter
  at: number
  measure: Measure
  currency: string
  paint: (series: PreparedSeries) => ReturnType<typeof paintOf>
}) {
  const { shown, before, at } = props
  const bucket = shown.buckets[at]
  if (bucket === undefined) return null
  const present = shown.series.filter((series) => (series.amounts[at] ?? null) !== null)
  const bySize = present.sort((a, b) => Math.abs(b.values[at] ?? 0) - Math.abs(a.values[at] ?? 0))
  const rest = bySize.slice(LARGEST)
  const figure = (text: string | null) =>
    props.measure === 'cost' ? <Amount value={text} currency={props.currency} /> : <Hours value={text} />
  const delta = (current: string | null, previous: string | null) => (
    <ChangeText current={current} previous={previous} judged={props.measure === 'cost'} />
  )
  const beforeOf = (id: string) => {
    const series = before?.series.find((candidate) => candidate.id === id)
    return before && at < before.buckets.length ? (series?.amounts[at] ?? '0') : null
  }
  const then = before?.buckets[at]
  const total = bucketTotal(shown, at)
  const whole = shown.series.length > 1
  return (
    <BucketTooltip
      title={formatBucket(bucket, shown.grain)}
      versus={
        before && then
          ? `vs ${formatPeriod(bucketPeriod(then, before.grain, { from: then, to: '9999-12-31' }), true)}`
          : null
      }
      lines={bySize.slice(0, LARGEST).map((series) => ({
        id: series.id,
        label: series.label,
        paint: props.paint(series),
        value: figure(series.amounts[at] ?? null),
        change: delta(series.amounts[at] ?? null, beforeOf(series.id)),
      }))}
      rest={
        rest.length > 0
          ? {
              label: `${rest.length} more`,
              value: figure(rest.reduce((sum, s) => add(sum, s.amounts[at] ?? '0'), '0')),
            }
          : null
      }
      total={whole ? { value: figure(total), change: before && delta(total, bucketTotal(before, at)) } : null}
      note={total === null ? 'No data for these days.' : undefined}
    />
  )
}
