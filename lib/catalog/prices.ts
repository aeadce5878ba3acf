import { gpuCatalogTsv } from '@/lib/catalog/data/gpu-catalog.ts'
import { tsvRecords } from '@/lib/catalog/tsv.ts'

/** One priced machine. Amounts and counts are decimal text exactly as in data/gpu-catalog.csv; null = not known. */
export type CatalogPrice = {
  provider: string
  instanceType: string
  gpuClass: string
  /** GPUs, dies or chips of one machine; a fraction for a sliced GPU. */
  gpuCount: string
  vcpus: string | null
  memoryGiB: string | null
  usdPerHour: string | null
  spotUsdPerHour: string | null
  source: string
  region: string
  /** Day or year of the price as its source states it. */
  priceDate: string
  notes: string
}

/** What `onDemandPrice` answers: list price of one machine for one hour, with where and when it was true. */
export type OnDemandPrice = {
  usdPerHour: string
  spotUsdPerHour: string | null
  gpuCount: string
  gpuClass: string
  priceDate: string
  source: string
  region: string
}

/** Every row of data/gpu-catalog.csv, in file order. */
export const catalogPrices: readonly CatalogPrice[] = tsvRecords(gpuCatalogTsv).map((row) => ({
  provider: row.provider ?? '',
  instanceType: row.instance_type ?? '',
  gpuClass: row.gpu_model ?? '',
  gpuCount: row.gpu_count ?? '',
  vcpus: row.vcpus || null,
  memoryGiB: row.mem_gib || null,
  usdPerHour: row.on_demand_usd_per_hour || null,
  spotUsdPerHour: row.spot_usd_per_hour || null,
  source: row.source ?? '',
  region: row.region ?? '',
  priceDate: row.price_snapshot ?? '',
  notes: row.notes ?? '',
}))

const rowKey = (provider: string, instanceType: string) => `${provider} ${instanceType.trim().toLowerCase()}`
const byType = new Map(catalogPrices.map((row) => [rowKey(row.provider, row.instanceType), row]))

/** The catalogue row of a provider slug and instance type (any case), or null. */
export function catalogRow(provider: string, instanceType: string): CatalogPrice | null {
  return byType.get(rowKey(provider, instanceType)) ?? null
}

/**
 * On-demand list price of one machine hour in USD. With a region, only a price of that region: prices differ
 * between regions, so another region's is not an answer. Null when the catalogue has none.
 */
export function onDemandPrice(provider: string, instanceType: string, region?: string): OnDemandPrice | null {
  const row = catalogRow(provider, instanceType)
  if (!row?.usdPerHour) return null
  const everywhere = row.region === 'global' || row.region === 'all regions'
  if (region !== undefined && row.region !== region && !everywhere) return null
  const { usdPerHour, spotUsdPerHour, gpuCount, gpuClass, priceDate, source } = row
  return { usdPerHour, spotUsdPerHour, gpuCount, gpuClass, priceDate, source, region: row.region }
}
