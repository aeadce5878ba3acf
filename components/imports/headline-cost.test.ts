import { expect, test } from 'vitest'
import { commonDecimals } from './exact-amount.tsx'
import type { Totals } from './headline-cost.ts'
import { headlineBasis, sumByCurrency } from './headline-cost.ts'

const costs = (effective: string | null, billed: string | null) => ({ effective, billed, list: null, contracted: null })

test('the headline is effective cost, else the first cost that there is, else nothing', () => {
  expect(headlineBasis([{ USD: costs('1', '2') }])).toBe('effective')
  expect(headlineBasis([{ USD: costs(null, '2') }, { EUR: costs(null, null) }])).toBe('billed')
  expect(headlineBasis([{ USD: costs(null, null) }, {}])).toBeNull()
})

test('sums are exact, per currency, and null where nothing carries the cost', () => {
  const totals: Totals[] = [{ USD: costs('0.1', null), EUR: costs('-3.5', null) }, { USD: costs('0.2000000001', null) }]
  expect(sumByCurrency(totals, 'effective')).toEqual([
    { currency: 'EUR', amount: '-3.5' },
    { currency: 'USD', amount: '0.3000000001' },
  ])
  expect(sumByCurrency(totals, 'billed').map((sum) => sum.amount)).toEqual([null, null])
})

test('a column has as many decimals as its longest amount, and cents at least', () => {
  expect(commonDecimals(['1', null, '2.5'])).toBe(2)
  expect(commonDecimals(['1.123456789000', '2.5'])).toBe(9)
  expect(commonDecimals([])).toBe(2)
})
