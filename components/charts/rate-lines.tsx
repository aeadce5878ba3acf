'use client'

import type { ReactNode } from 'react'
import { CartesianGrid, Line, LineChart, Tooltip } from 'recharts'
import type { Day, Grain } from '@/lib/core/period.ts'
import { niceTicks } from '@/lib/core/series.ts'
import { TimeAxis, ValueAxis } from './axes.tsx'
import { EndLabels } from './end-labels.tsx'

export type RateLine = { id: string; label: string; color: string; values: readonly (number | null)[] }

export type RateLinesProps = {
  title: string
  buckets: readonly Day[]
  grain: Grain
  lines: readonly RateLine[]
  height: number
  formatTick: (value: number) => string
  tooltip: (bucketAt: number) => ReactNode
}

/** Straight lines, several with their names at the right end; a gap stays a gap. */
export function RateLines(props: RateLinesProps) {
  const data = props.buckets.map((bucket, at) => ({ bucket, at, values: props.lines.map((l) => l.values[at] ?? null) }))
  const known = props.lines.flatMap((line) => line.values.filter((v) => v !== null))
  return (
    <LineChart
      data={data}
      responsive
      style={{ width: '100%', height: props.height }}
      margin={{ top: 12, right: props.lines.length > 1 ? 92 : 8, bottom: 0, left: 0 }}
      title={props.title}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <TimeAxis buckets={props.buckets} grain={props.grain} />
      <ValueAxis ticks={niceTicks(0, Math.max(0, ...known), 3)} format={props.formatTick} />
      <Tooltip
        cursor={{ stroke: 'var(--line-strong)' }}
        isAnimationActive={false}
        content={({ active, payload }) => {
          const at: unknown = payload?.[0]?.payload?.at
          return active && typeof at === 'number' ? props.tooltip(at) : null
        }}
      />
      {props.lines.map((line, index) => (
        <Line
          key={line.id}
          name={line.label}
          type="linear"
          dataKey={(row: (typeof data)[number]) => row.values[index]}
          stroke={line.color}
          strokeWidth={1.75}
          dot={isLonely(line.values)}
          activeDot={{ r: 3, strokeWidth: 0 }}
          isAnimationActive={false}
        />
      ))}
      {props.lines.length > 1 && <EndLabels lines={props.lines} />}
    </LineChart>
  )
}

/** A line with a single point has no length: it gets a dot. */
function isLonely(values: readonly (number | null)[]): boolean | { r: number } {
  return values.filter((v) => v !== null).length === 1 ? { r: 2 } : false
}
