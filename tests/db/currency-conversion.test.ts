import { afterEach, expect, test } from 'vitest'
import { conversionRates } from '@/lib/currency/conversion.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { testDatabase } from '../setup/database.ts'

await testDatabase()
afterEach(() => db().exchangeRate.deleteMany())

type Pair = [month: string, from: string, to: string, rate: string, source?: string, observedOn?: string]

async function state(...pairs: Pair[]) {
  for (const [month, fromCurrency, toCurrency, rate, source = 'ECB', observedOn = month] of pairs) {
    const on = { month: new Date(month), observedOn: new Date(observedOn) }
    await db().exchangeRate.create({ data: { ...on, fromCurrency, toCurrency, rate, source, createdBy: 'test' } })
  }
}

/** `month currency rate how` of every rate into the currency. */
async function rates(reporting: string, from = '2026-01-01', to = '2026-02-01') {
  const rows = await db().$queryRaw<Record<string, string>[]>(Prisma.sql`
    select month::text, currency, trim_scale(rate)::text as rate, how from ${conversionRates(reporting, { from, to })} c
    order by month, currency`)
  return rows.map(({ month, currency, rate, how }) => `${month?.slice(0, 7)} ${currency} ${rate} ${how}`)
}

test('without rates a currency converts into itself alone, in every month that the period touches', async () => {
  expect(await rates('USD', '2026-01-31', '2026-03-02')).toEqual([
    '2026-01 USD 1 same',
    '2026-02 USD 1 same',
    '2026-03 USD 1 same',
  ])
})

test('a stated rate is used as stated; turned round it is rounded to 15 decimals', async () => {
  await state(['2026-01-01', 'EUR', 'USD', '1.08340000000000000017'])
  expect(await rates('USD')).toEqual(['2026-01 EUR 1.08340000000000000017 direct', '2026-01 USD 1 same'])
  expect(await rates('EUR')).toEqual(['2026-01 EUR 1 same', '2026-01 USD 0.923020121838656 inverse'])
})

test('a large inverse rate keeps its decimals', async () => {
  await state(['2026-01-01', 'VND', 'USD', '0.00003937'])
  expect((await rates('VND'))[0]).toBe('2026-01 USD 25400.050800101600203 inverse')
})

test('a cross rate goes over one currency of the same source and month, and yields to a stated pair', async () => {
  await state(['2026-01-01', 'EUR', 'USD', '1.1'], ['2026-01-01', 'EUR', 'JPY', '170'])
  expect(await rates('USD')).toEqual([
    '2026-01 EUR 1.1 direct',
    '2026-01 JPY 0.006470588235294 cross',
    '2026-01 USD 1 same',
  ])
  await state(['2026-01-01', 'USD', 'JPY', '155', 'desk'])
  expect((await rates('USD'))[1]).toBe('2026-01 JPY 0.006451612903226 inverse')
  await state(['2026-01-01', 'JPY', 'USD', '0.0065', 'desk'])
  expect((await rates('USD'))[1]).toBe('2026-01 JPY 0.0065 direct')
})

test('rates of other months and of another source make no cross rate', async () => {
  await state(
    ['2026-01-01', 'EUR', 'USD', '1.1'],
    ['2026-01-01', 'EUR', 'JPY', '170', 'desk'],
    ['2026-02-01', 'EUR', 'JPY', '171'],
  )
  expect(await rates('USD')).toEqual(['2026-01 EUR 1.1 direct', '2026-01 USD 1 same'])
})

test('of several common currencies the later observation counts, then the first by name', async () => {
  await state(
    ['2026-01-01', 'EUR', 'USD', '1.1', 'S', '2026-01-30'],
    ['2026-01-01', 'EUR', 'JPY', '170', 'S', '2026-01-30'],
    ['2026-01-01', 'GBP', 'USD', '1.3', 'S', '2026-01-31'],
    ['2026-01-01', 'GBP', 'JPY', '200', 'S', '2026-01-31'],
  )
  expect((await rates('USD')).find((row) => row.includes('JPY'))).toBe('2026-01 JPY 0.0065 cross')
})
