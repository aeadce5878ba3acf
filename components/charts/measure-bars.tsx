'use client'

import type { ReactNode } from 'react'
import { Bar, BarChart, CartesianGrid, Tooltip } from 'recharts'
import type { Day, Grain } from '@/lib/core/period.ts'
import { niceTicks } from '@/lib/core/series.ts'
import { TimeAxis, ValueAxis } from './axes.tsx'
import type { PieceProps } from './bar-piece.tsx'
import { BarPiece } from './bar-piece.tsx'

export type MeasureBarsProps = {
  title: string
  buckets: readonly Day[]
  values: readonly (number | null)[]
  grain: Grain
  height: number
  formatTick: (value: number) => string
  hrefOf: (bucketAt: number) => string
  onOpen: (href: string) => void
  tooltip: (bucketAt: number) => ReactNode
}

const paint = { fill: 'var(--chart-measure)', stroke: null }

/** Bars of one measure without entities, such as the months. */
export function MeasureBars(props: MeasureBarsProps) {
  const data = props.buckets.map((bucket, at) => ({ bucket, at, value: props.values[at] ?? null }))
  const known = data.map((row) => row.value ?? 0)
  return (
    <BarChart
      data={data}
      responsive
      style={{ width: '100%', height: props.height }}
      margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
      barCategoryGap="13%"
      title={props.title}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <TimeAxis buckets={props.buckets} grain={props.grain} />
      <ValueAxis ticks={niceTicks(Math.min(0, ...known), Math.max(0, ...known), 3)} format={props.formatTick} />
      <Tooltip
        cursor={{ fill: 'var(--surface-hover)' }}
        isAnimationActive={false}
        content={({ active, payload }) => {
          const at: unknown = payload?.[0]?.payload?.at
          return active && typeof at === 'number' ? props.tooltip(at) : null
        }}
      />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={(piece: PieceProps & { payload?: { at: number } }) => (
          <BarPiece
            x={piece.x}
            y={piece.y}
            width={piece.width}
            height={piece.height}
            paint={paint}
            href={props.hrefOf(piece.payload?.at ?? 0)}
            onOpen={props.onOpen}
          />
        )}
      />
    </BarChart>
  )
}
