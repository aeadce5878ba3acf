import { expect, test } from 'vitest'
import type { CostTotals } from '@/lib/core/receipt.ts'
import { addTotals, reconcile, reconciles } from './reconcile.ts'

const costs = (effective: string | null, billed: string | null = null): CostTotals => ({
  effective,
  billed,
  list: null,
  contracted: null,
})

test('totals add up per currency; nothing and nothing is nothing, not 0', () => {
  expect(addTotals([{ USD: costs('0.1') }, { USD: costs('0.2', '5'), EUR: costs('1') }, { EUR: costs('-1') }])).toEqual(
    {
      USD: costs('0.3', '5'),
      EUR: costs('0'),
    },
  )
  expect(addTotals([])).toEqual({})
})

test('file = stored + issues, to the last digit and in every currency', () => {
  const good = reconcile(
    { USD: costs('10.000000000000000000001'), EUR: costs('2') },
    { USD: costs('7') },
    { USD: costs('3.000000000000000000001'), EUR: costs('2') },
  )
  expect(reconciles(good)).toBe(true)
  expect(good.map(({ currency, cost, difference }) => [currency, cost, difference])).toEqual([
    ['EUR', 'effective', '0'],
    ['EUR', 'billed', null],
    ['EUR', 'list', null],
    ['EUR', 'contracted', null],
    ['USD', 'effective', '0'],
    ['USD', 'billed', null],
    ['USD', 'list', null],
    ['USD', 'contracted', null],
  ])
})

test.each([
  ['a digit is lost', { USD: costs('0.00000000000000000001') }, { USD: costs('0') }],
  ['a currency is not stored', { USD: costs('1'), EUR: costs('1') }, { USD: costs('1') }],
  ['a currency comes from nowhere', { USD: costs('1') }, { USD: costs('1'), EUR: costs('1') }],
  ['a cost comes from nowhere', { USD: costs('1') }, { USD: costs('1', '1') }],
])('it does not reconcile when %s', (_what, file, stored) => {
  expect(reconciles(reconcile(file, stored, {}))).toBe(false)
})
