import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { CsvLine } from '@/lib/sample/csv-file.ts'

export const exchangeRateColumns = ['month', 'from', 'to', 'rate', 'source', 'date'] as const

/** One rate a month, EUR to USD: made up, around the 0.92 EUR for 1 USD of the Nebius bills, and none is missing. */
export function* exchangeRateRows(ctx: SampleContext): Generator<CsvLine<(typeof exchangeRateColumns)[number]>> {
  for (const [index, { month, days }] of sampleMonths(sampleDays(ctx.until)).entries()) {
    const rate = 1.087 + 0.024 * Math.sin(index / 2.3) + 0.008 * (ctx.noise(`exchange rate ${month}`) - 0.5)
    yield [{ month, from: 'EUR', to: 'USD', rate: rate.toFixed(4), source: 'sample', date: days.at(-1)?.date ?? '' }]
  }
}
