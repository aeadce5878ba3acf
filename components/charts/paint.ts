import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SeriesKind } from '@/lib/core/series.ts'

/** A ground, its outline, and whether the outline is dashed. */
export type Paint = { fill: string; stroke: string | null; dashed?: boolean }

type Painted = { kind: SeriesKind; slot: number | null; key?: string | null }

const idle: Paint = { fill: 'url(#h-idle)', stroke: 'var(--chart-idle)' }
const nobodys: Paint = { fill: 'url(#h-unallocated)', stroke: 'var(--chart-unallocated)' }
const others: Paint = { fill: 'var(--chart-others)', stroke: null }

/** The grounds of the usage states: what did work is solid, what did none is hatched, what is not known is an outline. */
const states: Readonly<Record<string, Paint>> = {
  used: { fill: 'var(--chart-measure)', stroke: null },
  'held-idle': idle,
  'not-held': nobodys,
  'not-measured': { fill: 'var(--surface)', stroke: 'var(--chart-others)', dashed: true },
  unused: { fill: 'url(#h-unused)', stroke: 'var(--chart-unused)' },
  'not-gpu': others,
}

/** The ground of a usage state. */
export function paintOfState(state: string): Paint {
  return states[state] ?? others
}

/**
 * The ground of a series: an entity's colour by its slot, solid grey for Others, hatched grey with an outline for absence. What has no
 * GPU is absent in another way than what nobody owns, so the two have hatches of their own.
 */
export function paintOf({ kind, slot, key }: Painted, dimension: DimensionKey): Paint {
  if (dimension === 'usage-state' && key) return paintOfState(key)
  if (kind === 'unknown') return { fill: 'url(#h-unknown)', stroke: 'var(--chart-idle)' }
  if (kind === 'idle') return idle
  if (kind === 'absent') {
    return dimension === 'gpu-class' ? { fill: 'url(#h-none)', stroke: 'var(--chart-unused)' } : nobodys
  }
  if (kind === 'others' || slot === null) return others
  return { fill: `var(--chart-${slot})`, stroke: null }
}
