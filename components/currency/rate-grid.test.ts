import { expect, test } from 'vitest'
import { arrangeRates, fromCurrencies } from './rate-grid.ts'

const rate = (month: string, from: string, to: string) => ({
  ...{ month: `${month}-01`, from, to, rate: '1.1', source: 'ECB', observedOn: `${month}-28` },
  ...{ importId: null, createdBy: 'a' },
})
const rates = [rate('2026-09', 'EUR', 'USD'), rate('2026-08', 'EUR', 'JPY'), rate('2026-08', 'GBP', 'USD')]

test('the currency with most rates comes first', () => {
  expect(fromCurrencies(rates)).toEqual(['EUR', 'GBP'])
})

test('a row a month, newest first, a gap where there is no rate, closed months too', () => {
  const { currencies, months } = arrangeRates(rates, 'EUR', ['2026-07-01'])
  expect(currencies).toEqual(['JPY', 'USD'])
  expect(months.map(({ month, cells }) => [month, ...cells.map((cell) => cell?.rate ?? null)])).toEqual([
    ['2026-09-01', null, '1.1'],
    ['2026-08-01', '1.1', null],
    ['2026-07-01', null, null],
  ])
})
