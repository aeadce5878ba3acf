import { expect, test } from 'vitest'
import {
  amountParts,
  change,
  currencySymbol,
  formatAmount,
  formatBytes,
  formatCompact,
  formatCompactMoney,
  formatDifference,
  formatFull,
  formatHours,
  formatMoney,
  formatPercent,
} from './format.ts'

test.each([
  ['356914.35', '356,914.35'],
  ['0', '0.00'],
  ['-3500', '(3,500.00)'],
  ['1.005', '1.01'],
  ['-1.005', '(1.01)'],
  ['0.004', '0.00'],
  ['-0.004', '0.00'],
  ['9007199254740993.335', '9,007,199,254,740,993.34'],
  ['123456789012345678901234.565', '123,456,789,012,345,678,901,234.57'],
])('amount %s reads %s', (text, expected) => {
  expect(formatAmount(text)).toBe(expected)
})

test('an amount is cut at the point', () => {
  expect(amountParts('-184212.375')).toEqual({ negative: true, whole: '184,212', cents: '.38' })
  expect(amountParts('0.000000254000000000001', 21).cents).toBe('.000000254000000000001')
  expect(amountParts('999.999')).toEqual({ negative: false, whole: '1,000', cents: '.00' })
  expect(amountParts('2.6349', 0)).toEqual({ negative: false, whole: '3', cents: '' })
})

test.each([
  ['278175.401093746', 'USD', '278,175.401093746 USD'],
  ['-0.000000254000000000001', undefined, '−0.000000254000000000001'],
])('every digit of %s', (text, currency, expected) => {
  expect(formatFull(text, currency)).toBe(expected)
})

test.each([
  ['6318.4', 'EUR', '€6,318.40'],
  ['12', 'USD', '$12.00'],
  ['-12', 'USD', '($12.00)'],
  ['12', 'CHF', 'CHF 12.00'],
])('money %s %s reads %s', (text, currency, expected) => {
  expect(formatMoney(text, currency)).toBe(expected)
})

test('a currency without a symbol of its own keeps its code', () => {
  expect([currencySymbol('USD'), currencySymbol('EUR'), currencySymbol('CHF')]).toEqual(['$', '€', 'CHF '])
})

test.each([
  ['356914.35', '262810.64', '+94,103.71'],
  ['1', '5876.40', '−5,875.40'],
  ['7', '7', '0.00'],
  ['7.001', '7', '0.00'],
])('from %s against %s is %s', (current, previous, expected) => {
  expect(formatDifference(current, previous)).toBe(expected)
})

test.each([
  [0, '0'],
  [0.4, '0.4'],
  [0.05, '0.05'],
  [7.25, '7.3'],
  [950, '950'],
  [999.6, '1k'],
  [1200, '1.2k'],
  [10000, '10k'],
  [184212, '184k'],
  [1_250_000, '1.3M'],
  [24_000_000, '24M'],
  [2_500_000_000, '2.5B'],
  [-1500, '−1.5k'],
])('%d reads %s', (value, expected) => {
  expect(formatCompact(value)).toBe(expected)
})

test('the sign stands before the symbol on an axis', () => {
  expect(formatCompactMoney(-2000, 'USD')).toBe('−$2k')
})

test.each([
  ['163032.73', '100000', '+63.0%', true, 1],
  ['87100', '100000', '−12.9%', true, -1],
  ['102100', '100000', '+2.1%', false, 1],
  ['600', '500', '+20.0%', false, 1],
  ['1000', '500', '+100.0%', true, 1],
  ['7000', '700', '×10', true, 1],
  ['54000', '1000', '×54', true, 1],
  ['600', '0', 'new', true, 1],
  ['400', '0', 'new', false, 1],
  ['0', '0', '0.0%', false, 0],
  ['0', '1000', '−100.0%', true, -1],
  ['-500', '-1000', '+50.0%', true, 1],
  ['-2000', '-1000', '−100.0%', true, -1],
  ['100000.001', '100000', '0.0%', false, 1],
] as const)('%s after %s changes %s', (current, previous, text, material, direction) => {
  expect(change(current, previous)).toMatchObject({ text, material, direction })
})

test.each([
  [0.4671, '46.7%'],
  [1, '100.0%'],
  [0, '0.0%'],
  [0.0002, '<0.1%'],
  [-0.051, '−5.1%'],
])('share %d reads %s', (ratio, expected) => {
  expect(formatPercent(ratio)).toBe(expected)
})

test('hours have one decimal', () => {
  expect(formatHours('36480')).toBe('36,480.0')
  expect(formatHours('0.06')).toBe('0.1')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [61_900_000, '61.9 MB'],
  [999_960, '1.0 MB'],
  [250_000_000, '250 MB'],
])('%d bytes read %s', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected)
})
