import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import type { CatalogPrice } from '@/lib/catalog/prices.ts'
import { positive } from './checked.ts'

/** What limits a workload: arithmetic, or reading memory. */
export type Bound = 'compute' | 'memory'

/** Price of 1,000 dense BF16 TFLOPs for an hour, from a price of a GPU hour; null where the class's peak is not known. */
export function pricePerThousandTflopHours(pricePerGpuHour: number, { fp16DenseTflops }: GpuClass): number | null {
  return fp16DenseTflops === null ? null : (positive(pricePerGpuHour, 'price') * 1000) / fp16DenseTflops
}

/** Price of 1 TB/s of memory bandwidth for an hour; null where the class's bandwidth is not known. */
export function pricePerTerabytePerSecondHour(
  pricePerGpuHour: number,
  { memoryBandwidthGbPerSecond }: GpuClass,
): number | null {
  return memoryBandwidthGbPerSecond === null
    ? null
    : (positive(pricePerGpuHour, 'price') * 1000) / memoryBandwidthGbPerSecond
}

/** The one of the two that fits what limits the workload. */
export function unitPrice(pricePerGpuHour: number, gpuClass: GpuClass, bound: Bound): number | null {
  return bound === 'compute'
    ? pricePerThousandTflopHours(pricePerGpuHour, gpuClass)
    : pricePerTerabytePerSecondHour(pricePerGpuHour, gpuClass)
}

/** The cheapest GPU hour of a class among catalogue rows of one provider, region and day of price: whole GPUs only. Null without one. */
export function cheapestGpuHour(
  catalogue: readonly CatalogPrice[],
  where: { gpuClass: string; provider: string; region?: string; priceDate?: string },
): { usdPerGpuHour: number; row: CatalogPrice } | null {
  let best: { usdPerGpuHour: number; row: CatalogPrice } | null = null
  for (const row of catalogue) {
    if (row.gpuClass !== where.gpuClass || row.provider !== where.provider || row.usdPerHour === null) continue
    if (where.region !== undefined && row.region !== where.region && row.region !== 'global') continue
    if (where.priceDate !== undefined && row.priceDate !== where.priceDate) continue
    const gpus = Number(row.gpuCount)
    if (!(gpus >= 1)) continue
    const usdPerGpuHour = Number(row.usdPerHour) / gpus
    if (best === null || usdPerGpuHour < best.usdPerGpuHour) best = { usdPerGpuHour, row }
  }
  return best
}
