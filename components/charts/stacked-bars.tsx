'use client'

import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, Tooltip } from 'recharts'
import type { PreparedChart, PreparedSeries } from '@/lib/core/series.ts'
import { niceTicks } from '@/lib/core/series.ts'
import { TimeAxis, ValueAxis } from './axes.tsx'
import type { PieceProps } from './bar-piece.tsx'
import { BarPiece } from './bar-piece.tsx'
import { OpenBucketKey } from './open-bucket-key.tsx'
import type { Paint } from './paint.ts'
import { PreviousLine } from './previous-line.tsx'

export type StackedBarsProps = {
  /** The accessible name: what, by what, when. */
  title: string
  chart: PreparedChart
  previous: readonly (number | null)[] | null
  height: number
  paint: (series: PreparedSeries) => Paint
  formatTick: (value: number) => string
  /** Where a piece leads; null where there is nothing to open. */
  hrefOf: (series: PreparedSeries | null, bucketAt: number) => string | null
  onOpen: (href: string) => void
  tooltip: (bucketAt: number) => ReactNode
}

/** Stacked bars over time. Draws what it is given: no sums, no formats, no order of its own. */
export function StackedBars(props: StackedBarsProps) {
  const { chart, previous } = props
  const data = chart.buckets.map((bucket, at) => ({
    bucket,
    at,
    values: chart.series.map((s) => s.values[at] ?? null),
  }))
  const ticks = niceTicks(...extent(chart, previous))
  return (
    <BarChart
      data={data}
      responsive
      style={{ width: '100%', height: props.height }}
      margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
      barCategoryGap="13%"
      stackOffset="sign"
      title={props.title}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <TimeAxis buckets={chart.buckets} grain={chart.grain} />
      <ValueAxis ticks={ticks} format={props.formatTick} />
      <Tooltip
        cursor={{ fill: 'var(--surface-hover)' }}
        isAnimationActive={false}
        offset={12}
        content={({ active, payload }) => {
          const at: unknown = payload?.[0]?.payload?.at
          return active && typeof at === 'number' ? props.tooltip(at) : null
        }}
      />
      {chart.series.map((series, index) => (
        <Bar
          key={series.id}
          name={series.label}
          stackId="all"
          dataKey={(row: (typeof data)[number]) => row.values[index]}
          isAnimationActive={false}
          shape={(piece: PieceProps & { payload?: { at: number } }) => (
            <BarPiece
              x={piece.x}
              y={piece.y}
              width={piece.width}
              height={piece.height}
              paint={props.paint(series)}
              href={props.hrefOf(series, piece.payload?.at ?? 0)}
              onOpen={props.onOpen}
            />
          )}
        />
      ))}
      {previous && <PreviousLine totals={previous} />}
      <OpenBucketKey hrefOf={(at) => props.hrefOf(null, at)} onOpen={props.onOpen} buckets={chart.buckets} />
    </BarChart>
  )
}

/** The lowest and highest point: positive and negative pieces stack away from zero on their own sides. */
function extent(chart: PreparedChart, previous: readonly (number | null)[] | null): [number, number] {
  let low = 0
  let high = 0
  chart.buckets.forEach((_, at) => {
    const values = chart.series.map((s) => s.values[at] ?? 0)
    low = Math.min(
      low,
      values.reduce((sum, v) => sum + Math.min(0, v), 0),
    )
    high = Math.max(
      high,
      values.reduce((sum, v) => sum + Math.max(0, v), 0),
    )
  })
  for (const value of previous ?? []) {
    low = Math.min(low, value ?? 0)
    high = Math.max(high, value ?? 0)
  }
  return [low, high]
}
