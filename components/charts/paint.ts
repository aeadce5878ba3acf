import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SeriesKind } from '@/lib/core/series.ts'

export type Paint = { fill: string; stroke: string | null }

type Painted = { kind: SeriesKind; slot: number | null }

/**
 * The ground of a series: an entity's colour by its slot, solid grey for Others, hatched grey with an outline for absence. What has no
 * GPU is absent in another way than what nobody owns, so the two have hatches of their own.
 */
export function paintOf({ kind, slot }: Painted, dimension: DimensionKey): Paint {
  if (kind === 'unknown') return { fill: 'url(#h-unknown)', stroke: 'var(--chart-idle)' }
  if (kind === 'absent') {
    return dimension === 'gpu-class'
      ? { fill: 'url(#h-none)', stroke: 'var(--chart-unused)' }
      : { fill: 'url(#h-unallocated)', stroke: 'var(--chart-unallocated)' }
  }
  if (kind === 'others' || slot === null) return { fill: 'var(--chart-others)', stroke: null }
  return { fill: `var(--chart-${slot})`, stroke: null }
}
