import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal, dividedBy, minus, negated, plus, rounded, sum, times, toText } from '@/lib/sample/decimal.ts'

test.each([
  ['0', '0'],
  ['-0.50', '-0.5'],
  ['12.0', '12'],
  ['0.0000003', '0.0000003'],
  ['100', '100'],
])('reads and prints %s', (text, printed) => {
  expect(toText(decimal(text))).toBe(printed)
})

test.each(['', '1.', '.5', '1e3', '1,5', 'NaN', '+1'])('refuses %j', (text) => {
  expect(() => decimal(text)).toThrow()
})

test('multiplies, adds and subtracts exactly', () => {
  expect(toText(times(decimal('14.8825'), decimal('21.957642')))).toBe('326.784607065')
  expect(toText(plus(decimal('0.1'), decimal('0.2')))).toBe('0.3')
  expect(toText(minus(decimal('1'), decimal('0.999')))).toBe('0.001')
  expect(toText(sum(['1.5', '-0.25', '3'].map(decimal)))).toBe('4.25')
})

test.each([
  ['1.005', '1.01'],
  ['-1.005', '-1.01'],
  ['1.0049', '1'],
  ['2', '2'],
])('rounds %s to %s', (text, printed) => {
  expect(toText(rounded(decimal(text), 2))).toBe(printed)
})

test('divides exactly or throws', () => {
  expect(toText(dividedBy(decimal('31.424644'), 8))).toBe('3.9280805')
  expect(() => dividedBy(decimal('1'), 3)).toThrow('not exact')
})

test('prints what it reads, and a value plus its negation is 0', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }), (units, scale) => {
      const value = { units, scale }
      expect(minus(decimal(toText(value)), value).units).toBe(0n)
      expect(plus(value, negated(value)).units).toBe(0n)
    }),
  )
})
