import { db } from '@/lib/db/client.ts'

/** The currencies that exchange rates lead to or from, by code: what amounts can be shown in. Nobody's money is in it, so it has no scope. */
export async function listReportingCurrencies(): Promise<string[]> {
  const rows = await db().exchangeRate.findMany({
    distinct: ['fromCurrency', 'toCurrency'],
    select: { fromCurrency: true, toCurrency: true },
  })
  return [...new Set(rows.flatMap((row) => [row.fromCurrency, row.toCurrency]))].sort()
}
