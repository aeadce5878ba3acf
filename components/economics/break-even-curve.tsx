import { formatMoney } from '@/lib/core/format.ts'

const WIDTH = 560
const HEIGHT = 200
const LEFT = 52
const BOTTOM = 22

export type CurvePoint = { use: number; perMillion: number }

/** Cost of a million output tokens by use of capacity, against the API's price as a line; the marked point is the volume that is planned. */
export function BreakEvenCurve(props: { points: readonly CurvePoint[]; api: number; at: CurvePoint | null }) {
  const most = Math.max(props.api * 3, ...(props.at ? [props.at.perMillion * 1.2] : []))
  const x = (use: number) => LEFT + use * (WIDTH - LEFT - 8)
  const y = (value: number) => HEIGHT - BOTTOM - (Math.min(most, value) / most) * (HEIGHT - BOTTOM - 10)
  const path = props.points
    .filter(({ perMillion }) => perMillion <= most)
    .map(({ use, perMillion }, index) => `${index === 0 ? 'M' : 'L'}${x(use).toFixed(1)} ${y(perMillion).toFixed(1)}`)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      role="img"
      aria-label="Cost of a million output tokens by use of capacity"
    >
      {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={8} y2={HEIGHT - BOTTOM} stroke="var(--grid)" />
          <text x={x(tick)} y={HEIGHT - 6} textAnchor="middle" fill="var(--ink-3)" fontSize={11}>
            {tick * 100}%
          </text>
        </g>
      ))}
      {[0.5, 1].map((part) => (
        <text key={part} x={LEFT - 6} y={y(most * part) + 4} textAnchor="end" fill="var(--ink-3)" fontSize={11}>
          {formatMoney((most * part).toFixed(4), 'USD', 2)}
        </text>
      ))}
      <line x1={LEFT} x2={WIDTH - 8} y1={y(props.api)} y2={y(props.api)} stroke="var(--ink-3)" strokeDasharray="4 3" />
      <text x={WIDTH - 8} y={y(props.api) - 5} textAnchor="end" fill="var(--ink-2)" fontSize={11}>
        API {formatMoney(props.api.toFixed(4), 'USD', 2)}
      </text>
      <path d={path.join('')} fill="none" stroke="var(--chart-measure)" strokeWidth={2} />
      {props.at && <circle cx={x(Math.min(1, props.at.use))} cy={y(props.at.perMillion)} r={5} fill="var(--accent)" />}
    </svg>
  )
}
