import type { RunRow } from '@/lib/recommendations/read-runs.ts'

export type Reference = { id: string; model: string; mfu: number; source: string }

const WIDTH = 1000
const ROW = 20
const MOST = 0.6

/** Model FLOPs utilisation of own runs as dots, over the published ones as ticks, on one scale from 0 to 60%. */
export function MfuStrip({ runs, references }: { runs: readonly RunRow[]; references: readonly Reference[] }) {
  const own = runs.flatMap(({ key, run, mfu }) => (mfu === null ? [] : [{ key, run, mfu }]))
  const x = (mfu: number) => (Math.min(MOST, mfu) / MOST) * WIDTH
  const ticks = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${ROW * 3 + 24}`}
      width="100%"
      role="img"
      aria-label={`MFU of ${own.length} own runs and ${references.length} published runs`}
      style={{ overflow: 'visible' }}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={ROW * 3} stroke="var(--grid)" />
          <text
            x={x(tick)}
            y={ROW * 3 + 18}
            textAnchor={tick === 0 ? 'start' : tick === MOST ? 'end' : 'middle'}
            fill="var(--ink-3)"
            fontSize={12}
          >
            {Math.round(tick * 100)}%
          </text>
        </g>
      ))}
      {references.map(({ id, model, mfu }) => (
        <line key={id} x1={x(mfu)} x2={x(mfu)} y1={ROW * 1.6} y2={ROW * 2.8} stroke="var(--ink-3)" strokeWidth={2}>
          <title>
            {model}: {(mfu * 100).toFixed(1)}%, published
          </title>
        </line>
      ))}
      {own.map(({ key, run, mfu }) => (
        <circle key={key} cx={x(mfu)} cy={ROW * 0.7} r={5} fill="var(--chart-measure)" stroke="var(--surface)">
          <title>
            {run}: {(mfu * 100).toFixed(1)}%
          </title>
        </circle>
      ))}
    </svg>
  )
}
