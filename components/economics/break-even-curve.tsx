'use client'

import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, Tooltip, XAxis } from 'recharts'
import { ValueAxis } from '@/components/charts/axes.tsx'
import { formatMoney, formatPercent } from '@/lib/core/format.ts'
import { niceTicks } from '@/lib/core/series.ts'

export type CurvePoint = { use: number; perMillion: number }
export type BreakEvenCurveProps = {
  points: readonly CurvePoint[]
  /** What the API charges for the same million, USD. */
  api: number
  at: CurvePoint
  height: number
}

const usd = (value: number) => formatMoney(value.toFixed(4), 'USD', 2)

/** Cost of a million tokens written by use of capacity, against the API's price as a line; the dot is the volume that is planned. */
export function BreakEvenCurve({ points, api, at, height }: BreakEvenCurveProps) {
  const ticks = niceTicks(0, Math.max(api * 3, at.perMillion * 1.1), 4)
  const most = ticks.at(-1) ?? 1
  const data = points.filter(({ perMillion }) => perMillion <= most)
  return (
    <LineChart
      data={data}
      responsive
      style={{ width: '100%', height }}
      margin={{ top: 12, right: 16, bottom: 0, left: 0 }}
      title="Cost of a million tokens written by use of capacity"
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="use"
        type="number"
        domain={[0, 1]}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        height={24}
        tickLine={false}
        axisLine={false}
        tick={({ x, y, payload }: { x: number | string; y: number | string; payload: { value: number } }) => (
          <text x={x} y={Number(y) + 10} textAnchor="middle" className="ax">
            {formatPercent(payload.value, 0)}
          </text>
        )}
      />
      <ValueAxis ticks={ticks} format={(value) => formatMoney(String(value), 'USD', most < 10 ? 1 : 0)} />
      <Tooltip
        cursor={{ stroke: 'var(--line-strong)' }}
        isAnimationActive={false}
        content={({ active, payload }) => {
          const point = payload?.[0]?.payload as CurvePoint | undefined
          return active && point ? (
            <div className="tip">
              {usd(point.perMillion)} at {formatPercent(point.use, 0)} of capacity
            </div>
          ) : null
        }}
      />
      <ReferenceLine
        y={api}
        stroke="var(--ink-3)"
        strokeDasharray="4 3"
        label={{ value: `API ${usd(api)}`, position: 'insideBottomRight', className: 'ax st' }}
      />
      <Line
        dataKey="perMillion"
        type="linear"
        stroke="var(--chart-measure)"
        strokeWidth={1.75}
        dot={false}
        activeDot={{ r: 3, strokeWidth: 0 }}
        isAnimationActive={false}
      />
      <ReferenceDot x={Math.min(1, at.use)} y={at.perMillion} r={5} fill="var(--accent)" stroke="var(--surface)" />
    </LineChart>
  )
}
