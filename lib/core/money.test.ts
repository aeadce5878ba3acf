import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, compare, negate, ratio, subtract } from './money.ts'

test.each([
  ['0.1', '0.2', '0.3'],
  ['1', '-1', '0'],
  ['-0.5', '0.5', '0'],
  ['0.000000000000000000005', '1', '1.000000000000000000005'],
  ['9007199254740993', '0.1', '9007199254740993.1'],
  ['+5.50', '0', '5.5'],
  ['-0.05', '0', '-0.05'],
])('%s + %s = %s', (a, b, expected) => {
  expect(add(a, b)).toBe(expected)
})

test.each([
  ['10', '0.01', '9.99'],
  ['0', '0.01', '-0.01'],
  ['1.10', '1.1', '0'],
])('%s - %s = %s', (a, b, expected) => {
  expect(subtract(a, b)).toBe(expected)
})

test.each([
  ['12.5', '-12.5'],
  ['-0.010', '0.01'],
  ['0', '0'],
  ['-0.00', '0'],
])('-(%s) = %s', (a, expected) => {
  expect(negate(a)).toBe(expected)
})

test.each([
  ['1', '1.000', 0],
  ['-1', '1', -1],
  ['10', '9.999999999999999999', 1],
  ['-0', '0', 0],
] as const)('compare(%s, %s) = %s', (a, b, expected) => {
  expect(compare(a, b)).toBe(expected)
})

test.each([
  ['1', '3', 1 / 3],
  ['-50', '200', -0.25],
  ['0', '7', 0],
  ['1', '0', null],
  ['0', '0.00', null],
  ['0.00000000001', '1000000', 1e-17],
])('ratio(%s, %s) = %s', (a, b, expected) => {
  expect(ratio(a, b)).toBe(expected)
})

test('a ratio of numbers beyond the range of a double is still right', () => {
  expect(ratio(`3${'0'.repeat(400)}`, `4${'0'.repeat(400)}`)).toBe(0.75)
})

test.each(['', '.5', '1.', '1e5', 'NaN', '1,5', ' 1', '--1', '0x10'])('%j is not a decimal', (text) => {
  expect(() => add(text, '0')).toThrow(RangeError)
})

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 12 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
    const at = digits.length - scale
    return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${scale ? `.${digits.slice(at)}` : ''}`
  })

test('what is added can be taken away, in any order, to the last digit', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(subtract(add(a, b), b)).toBe(add(a, '0'))
      expect(add(a, b)).toBe(add(b, a))
      expect(compare(add(a, b), a)).toBe(compare(b, '0'))
      expect(add(a, negate(a))).toBe('0')
    }),
  )
})
