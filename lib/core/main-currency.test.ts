import { expect, test } from 'vitest'
import { mainCurrency } from './main-currency.ts'

test('the usual one, where the view has it', () => {
  const rows = [
    { currency: 'EUR', cost: '50' },
    { currency: 'USD', cost: '10' },
  ]
  expect(mainCurrency(rows, null, 'USD')).toBe('USD')
  expect(mainCurrency(rows, null, 'GBP')).toBe('EUR')
})

test.each([
  ['the one asked for', [{ currency: 'USD', cost: '9' }], 'EUR', 'EUR'],
  [
    'the largest',
    [
      { currency: 'EUR', cost: '5.5' },
      { currency: 'USD', cost: '10' },
    ],
    null,
    'USD',
  ],
  [
    'a credit counts by its size',
    [
      { currency: 'EUR', cost: '-50' },
      { currency: 'USD', cost: '10' },
    ],
    null,
    'EUR',
  ],
  [
    'a known amount before an unknown',
    [
      { currency: 'EUR', cost: null },
      { currency: 'USD', cost: '1' },
    ],
    null,
    'USD',
  ],
  ['none without rows', [], null, null],
])('%s', (_name, rows, asked, expected) => {
  expect(mainCurrency(rows, asked)).toBe(expected)
})
