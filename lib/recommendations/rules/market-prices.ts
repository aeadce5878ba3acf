import type { CatalogPrice } from '@/lib/catalog/prices.ts'
import { cheapestGpuHour } from '@/lib/economics/unit-price.ts'
import type { Facts, OwnPrice } from '../facts/facts.ts'
import type { Billed } from './selection.ts'

/** Price of an hour of a class and where it comes from. */
export type Quote = {
  usdPerGpuHour: number
  instanceType: string
  region: string
  priceDate: string
  source: string
  gpus: number
}

function quoteOf(found: { usdPerGpuHour: number; row: CatalogPrice } | null): Quote | null {
  if (!found) return null
  const { row, usdPerGpuHour } = found
  return {
    usdPerGpuHour,
    instanceType: row.instanceType,
    region: row.region,
    priceDate: row.priceDate,
    source: row.source,
    gpus: Number(row.gpuCount),
  }
}

/** The catalogue's row of a machine's own type: what its class costs by the list that alternatives are compared with. */
export function listQuote(facts: Facts, machine: Billed): Quote | null {
  const { item, instanceType, gpuClass } = machine
  const own = facts.market.catalogue.find(
    (row) =>
      row.provider === item.provider &&
      row.instanceType.toLowerCase() === (instanceType ?? '').toLowerCase() &&
      row.usdPerHour !== null &&
      Number(row.gpuCount) >= 1,
  )
  if (own) return quoteOf({ row: own, usdPerGpuHour: Number(own.usdPerHour) / Number(own.gpuCount) })
  return quoteOf(cheapestGpuHour(facts.market.catalogue, { gpuClass, provider: item.provider }))
}

/** The cheapest offer of a class of the same provider on the day and in the region of another quote: ratios come from one list only. */
export function sameListQuote(facts: Facts, provider: string, gpuClass: string, like: Quote): Quote | null {
  return quoteOf(
    cheapestGpuHour(facts.market.catalogue, { gpuClass, provider, region: like.region, priceDate: like.priceDate }),
  )
}

/** Spot over on-demand of a catalogue row, where both are of one day: a source that names another day for spot does not count. */
export function catalogueSpotRatio(row: CatalogPrice): number | null {
  if (row.spotUsdPerHour === null || row.usdPerHour === null || Number(row.usdPerHour) <= 0) return null
  const days = row.source.match(/\d{4}-\d{2}-\d{2}/g) ?? []
  return days.every((day) => day === row.priceDate) ? Number(row.spotUsdPerHour) / Number(row.usdPerHour) : null
}

/** What the bills of the window say a GPU hour of a class costs in one way of buying it, weighted by hours. Null: nothing was bought so. */
export function ownPrice(
  facts: Facts,
  match: Partial<OwnPrice> & Pick<OwnPrice, 'pricing' | 'gpuClass' | 'currency'>,
): OwnPrice | null {
  const found = facts.market.own.filter((price) =>
    Object.entries(match).every(([key, value]) => price[key as keyof OwnPrice] === value),
  )
  const hours = found.reduce((sum, price) => sum + price.gpuHours, 0)
  const [first] = found
  if (!first || hours === 0) return null
  return {
    ...first,
    gpuHours: hours,
    pricePerGpuHour: found.reduce((sum, price) => sum + price.pricePerGpuHour * price.gpuHours, 0) / hours,
  }
}
