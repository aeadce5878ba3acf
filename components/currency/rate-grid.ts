import type { Day } from '@/lib/core/period.ts'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'

/** Rates from one currency as a table: a row a month, newest first, a column a currency, each cell the rate or null. */
export type RateGrid = { currencies: string[]; months: { month: Day; cells: (ExchangeRateRow | null)[] }[] }

/** The currencies that there are rates from, those with most rates first. */
export function fromCurrencies(rates: readonly ExchangeRateRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { from } of rates) counts.set(from, (counts.get(from) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([currency]) => currency)
}

/** Arranges the rates from one currency. `closed` months are there even when they have none. */
export function arrangeRates(rates: readonly ExchangeRateRow[], from: string, closed: readonly Day[]): RateGrid {
  const own = rates.filter((rate) => rate.from === from)
  const byPlace = new Map(own.map((rate) => [`${rate.month} ${rate.to}`, rate]))
  const currencies = [...new Set(own.map(({ to }) => to))].sort()
  const months = [...new Set([...own.map(({ month }) => month), ...closed])].sort().reverse()
  return {
    currencies,
    months: months.map((month) => ({ month, cells: currencies.map((to) => byPlace.get(`${month} ${to}`) ?? null) })),
  }
}
