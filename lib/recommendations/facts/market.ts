import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import { shippedApiPrices } from '@/lib/catalog/api-prices.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'
import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Machine, Market, OwnPrice } from './facts.ts'

/** Prices that rules may compare with: what the bills of the window say, the catalogue, and what currencies were worth. */
export async function readMarket(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  asOf: Day,
): Promise<Market> {
  const rows = await run(
    `SELECT DISTINCT ON (from_currency) from_currency AS currency, rate::float8 AS rate FROM exchange_rate
     WHERE to_currency = 'USD' AND month < $1::date ORDER BY from_currency, month DESC`,
    [asOf],
  )
  const usdPer = Object.fromEntries(rows.map(({ currency, rate }) => [String(currency), Number(rate)]))
  return {
    usdPer: { ...usdPer, USD: 1 },
    own: ownPrices(items, machines),
    catalogue: catalogPrices,
    apiPrices: await readApiPrices(run, asOf),
  }
}

/** Imported lists of before `asOf`, the newest first, then the list that is shipped: the first price of a model counts. */
async function readApiPrices(run: SqlRunner, asOf: Day): Promise<ApiPrice[]> {
  const rows = await run(
    'SELECT prices FROM api_price_list WHERE priced_on < $1::date ORDER BY priced_on DESC, id DESC',
    [asOf],
  )
  const seen = new Set<string>()
  return [...rows.flatMap(({ prices }) => prices as ApiPrice[]), ...shippedApiPrices].filter(({ vendor, model }) => {
    const name = `${vendor}/${model}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function ownPrices(items: Readonly<Record<string, Item>>, machines: readonly Machine[]): OwnPrice[] {
  const sums = new Map<string, { place: Omit<OwnPrice, 'gpuHours' | 'pricePerGpuHour'>; hours: number; cost: number }>()
  for (const machine of machines) {
    const item = items[machine.key]
    if (!item) continue
    const kinds = [
      { pricing: 'on-demand', hours: machine.onDemandHours, cost: Number(machine.onDemandCost) },
      { pricing: 'spot', hours: machine.spotHours, cost: Number(machine.spotCost) },
      { pricing: 'committed', hours: machine.committedHours, cost: Number(item.committed) },
    ]
    for (const { pricing, hours, cost } of kinds) {
      if (hours <= 0 || cost <= 0) continue
      const place = {
        provider: item.provider,
        region: item.region,
        gpuClass: machine.gpuClass,
        instanceType: machine.instanceType,
        pricing,
        currency: item.currency,
      }
      const key = Object.values(place).join('|')
      const sum = sums.get(key) ?? { place, hours: 0, cost: 0 }
      sums.set(key, { place, hours: sum.hours + hours, cost: sum.cost + cost })
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, hours, cost }]) => ({ ...place, gpuHours: hours, pricePerGpuHour: cost / hours }))
}
