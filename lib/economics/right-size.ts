import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import { positive } from './checked.ts'

/** What a workload needs of one GPU of class `source`. Shares are 0 to 1; null: not measured. */
export type Need = { memoryGibP99: number | null; dramP95: number | null; tensorP95: number | null }
export type Fit = 'fits' | 'too-small' | 'unknown'

const GIB = 1.073741824

/** Whether a need on a GPU of one class fits one of another with the headroom (0.2: a fifth of the target stays free). */
export function fits(
  need: Need,
  source: GpuClass,
  target: GpuClass,
  headroom: number,
): { memory: Fit; bandwidth: Fit; compute: Fit } {
  const judged = (needed: number | null, capacity: number | null): Fit =>
    needed === null || capacity === null ? 'unknown' : needed <= capacity ? 'fits' : 'too-small'
  const times = (used: number | null, of: number | null) => (used === null || of === null ? null : used * of)
  const left = 1 - headroom
  return {
    memory: judged(times(need.memoryGibP99, GIB * (1 + headroom)), target.memoryGb),
    bandwidth: judged(
      times(need.dramP95, source.memoryBandwidthGbPerSecond),
      times(left, target.memoryBandwidthGbPerSecond),
    ),
    compute: judged(times(need.tensorP95, source.fp16DenseTflops), times(left, target.fp16DenseTflops)),
  }
}

/** How much longer work takes on a target that offers less than is needed, at 80% of its capacity: at least 1. */
export function stretch(needed: number, capacity: number): number {
  return Math.max(1, needed / (0.8 * positive(capacity, 'capacity')))
}
