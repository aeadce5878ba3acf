import { apiPricesTsv } from '@/lib/catalog/data/api-prices.ts'
import { tsvRecords } from '@/lib/catalog/tsv.ts'

/** List price of a model API. Amounts are decimal text in USD for a million tokens; null = not stated. */
export type ApiPrice = {
  vendor: string
  model: string
  usdPerMillionIn: string
  usdPerMillionOut: string
  usdPerMillionCachedIn: string | null
  /** Since when, where the list says. */
  from: string | null
  source: string
}

/** The list that is shipped: third-party, of the day that its source names, not checked on the vendors' pages. */
export const shippedApiPrices: readonly ApiPrice[] = tsvRecords(apiPricesTsv).map((row) => ({
  vendor: row.vendor ?? '',
  model: row.model_id ?? '',
  usdPerMillionIn: row.usd_per_1m_input ?? '',
  usdPerMillionOut: row.usd_per_1m_output ?? '',
  usdPerMillionCachedIn: row.usd_per_1m_cached_input || null,
  from: row.price_from || null,
  source: row.source ?? '',
}))

/** The day of the shipped list, from its source column. */
export const shippedApiPricesDay = /\d{4}-\d{2}-\d{2}/.exec(shippedApiPrices[0]?.source ?? '')?.[0] ?? ''

/** The price of a model by `vendor/model`, or by the model's name where only one vendor has it; null otherwise. */
export function apiPrice(prices: readonly ApiPrice[], name: string): ApiPrice | null {
  const wanted = name.toLowerCase()
  const exact = prices.find(({ vendor, model }) => `${vendor}/${model}`.toLowerCase() === wanted)
  if (exact) return exact
  const named = prices.filter(({ model }) => model.toLowerCase() === wanted)
  return named.length === 1 ? (named[0] ?? null) : null
}
