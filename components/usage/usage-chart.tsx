'use client'

import { useRouter } from 'next/navigation'
import { BucketTooltip } from '@/components/charts/bucket-tooltip.tsx'
import { Legend, useIsolation } from '@/components/charts/legend.tsx'
import type { Paint } from '@/components/charts/paint.ts'
import { StackedBarsLazy } from '@/components/charts/stacked-bars-lazy.tsx'
import { useFilter } from '@/components/filters/filter-context.tsx'
import { Amount, Hours } from '@/components/ui/amount.tsx'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { bucketPeriod, withPeriod } from '@/lib/core/filter-edit.ts'
import { formatCompact, formatCompactMoney, formatHours, formatMoney } from '@/lib/core/format.ts'
import { formatBucket } from '@/lib/core/format-date.ts'
import type { Measure, PreparedChart, PreparedSeries } from '@/lib/core/series.ts'
import { bucketTotal } from '@/lib/core/series.ts'

/** GPU hours or their cost over time by what happened to them; a bar narrows the page to its days. */
export function UsageChart(props: {
  title: string
  chart: PreparedChart
  /** The filter of the page's address, which a bar narrows. */
  filter: SpendFilter
  measure: Measure
  currency: string
  height: number
  paint: (series: PreparedSeries) => Paint
}) {
  const { chart, filter, measure, currency } = props
  const { hrefOf } = useFilter()
  const router = useRouter()
  const isolation = useIsolation(chart.series.map((series) => series.id))
  const shown = { ...chart, series: chart.series.filter((series) => isolation.isVisible(series.id)) }
  const text = (value: string) => (measure === 'cost' ? formatMoney(value, currency) : formatHours(value))
  return (
    <>
      <Legend series={chart.series} paint={props.paint} isVisible={isolation.isVisible} onPress={isolation.press} />
      <StackedBarsLazy
        title={props.title}
        chart={shown}
        previous={null}
        height={props.height}
        paint={props.paint}
        formatTick={measure === 'cost' ? (value) => formatCompactMoney(value, currency) : formatCompact}
        hrefOf={(_, at) =>
          hrefOf(withPeriod(filter, bucketPeriod(chart.buckets[at] ?? filter.period.from, chart.grain, filter.period)))
        }
        onOpen={(href) => router.push(href)}
        tooltip={(at) => <UsageTooltip {...props} chart={shown} at={at} />}
      />
      <div className="sr">
        <table>
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">Days</th>
              {chart.series.map((series) => (
                <th scope="col" key={series.id}>
                  {series.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chart.buckets.map((bucket, at) => (
              <tr key={bucket}>
                <th scope="row">{formatBucket(bucket, chart.grain)}</th>
                {chart.series.map((series) => (
                  <td key={series.id}>{text(series.amounts[at] ?? '0')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function UsageTooltip(props: {
  chart: PreparedChart
  at: number
  measure: Measure
  currency: string
  paint: (series: PreparedSeries) => Paint
}) {
  const { chart, at } = props
  const bucket = chart.buckets[at]
  if (bucket === undefined) return null
  const figure = (value: string | null) =>
    props.measure === 'cost' ? <Amount value={value} currency={props.currency} /> : <Hours value={value} />
  const present = chart.series.filter((series) => (series.amounts[at] ?? null) !== null)
  const total = bucketTotal(chart, at)
  return (
    <BucketTooltip
      title={formatBucket(bucket, chart.grain)}
      versus={props.measure === 'cost' ? props.currency : 'GPU hours'}
      lines={[...present].reverse().map((series) => ({
        id: series.id,
        label: series.label,
        paint: props.paint(series),
        value: figure(series.amounts[at] ?? null),
        change: null,
      }))}
      rest={null}
      total={present.length > 1 ? { value: figure(total), change: null } : null}
      note={total === null ? 'No data for these days.' : undefined}
    />
  )
}
