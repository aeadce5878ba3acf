import { formatPercent } from '@/lib/core/format.ts'
import type { RunRow } from '@/lib/recommendations/read-runs.ts'

export type Reference = { id: string; model: string; mfu: number; source: string }

const MOST = 0.6
const TICKS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
const at = (mfu: number) => `${((Math.min(MOST, mfu) / MOST) * 100).toFixed(3)}%`

/** Model FLOPs utilisation of own runs as dots, over the published ones as ticks, on one scale from 0 to 60%. */
export function MfuStrip({ runs, references }: { runs: readonly RunRow[]; references: readonly Reference[] }) {
  const own = runs.flatMap(({ key, run, mfu }) => (mfu === null ? [] : [{ key, run, mfu }]))
  return (
    <svg
      width="100%"
      height={88}
      role="img"
      aria-label={`MFU of ${own.length} own runs and ${references.length} published runs`}
      style={{ overflow: 'visible', display: 'block' }}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line x1={at(tick)} x2={at(tick)} y1={0} y2={64} stroke="var(--grid)" />
          <text x={at(tick)} y={82} textAnchor={tick === 0 ? 'start' : tick === MOST ? 'end' : 'middle'} className="ax">
            {formatPercent(tick, 0)}
          </text>
        </g>
      ))}
      {references.map(({ id, model, mfu }) => (
        <line key={id} x1={at(mfu)} x2={at(mfu)} y1={34} y2={58} stroke="var(--ink-3)" strokeWidth={2}>
          <title>{`${model}: ${formatPercent(mfu, 1)}, published`}</title>
        </line>
      ))}
      {own.map(({ key, run, mfu }) => (
        <circle key={key} cx={at(mfu)} cy={16} r={5} fill="var(--chart-measure)" stroke="var(--surface)">
          <title>{`${run}: ${formatPercent(mfu, 1)}`}</title>
        </circle>
      ))}
    </svg>
  )
}
