import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/core/period.ts'
import { checkSaving } from './saving-check.ts'

const from = '2026-06-01'
const doneOn = '2026-08-30'
/** 90 days at 100 up to the day before `doneOn`, the day itself at 50, then `after`. */
const series = (after: readonly number[]) => ({ from, costs: [...Array<number>(90).fill(100), 50, ...after] })
const asOf = (days: number) => addDays(doneOn, 1 + days)
const check = (after: readonly number[], days = after.length) => checkSaving(series(after), doneOn, asOf(days), 900)

describe('a saving that is held against the bills', () => {
  test('is saved where even the lower end of what would have been is above what was', () => {
    const found = check(Array(30).fill(70))
    expect(found).toMatchObject({
      verdict: 'saved',
      days: 30,
      from: '2026-08-31',
      to: '2026-09-30',
      predicted: '900.00',
      expected: '3000.00',
      actual: '2100.00',
      realised: '900.00',
    })
    expect(Number(found.realisedLow)).toBeLessThan(900)
    expect(Number(found.realisedHigh)).toBeGreaterThan(900)
    expect(Number(found.expectedLow)).toBeGreaterThan(2100)
  })
  test('is not sure where what was lies in the lower half of the interval', () => {
    expect(check(Array(30).fill(98))).toMatchObject({ verdict: 'not sure', realised: '60.00' })
  })
  test.each([100, 130])('is not seen where %i a day goes on', (cost) => {
    expect(check(Array(30).fill(cost)).verdict).toBe('not seen')
  })
  test.each([
    [0, 'too early'],
    [13, 'too early'],
    [14, 'saved'],
  ] as const)('with %i days after is %s', (days, verdict) => {
    expect(check(Array(days).fill(20))).toMatchObject({ verdict, days })
  })
  test('is scaled to 30 days, and looks at 30 at most', () => {
    expect(check(Array(15).fill(70))).toMatchObject({ days: 15, actual: '2100.00', expected: '3000.00' })
    expect(check([...Array(30).fill(70), ...Array(10).fill(100)])).toMatchObject({ days: 30, actual: '2100.00' })
  })
  test('leaves the day of the change out of both sides', () => {
    expect(check(Array(30).fill(100))).toMatchObject({ expected: '3000.00', actual: '3000.00' })
  })
  test('has no history below three weeks before', () => {
    const costs = [...Array<number>(20).fill(100), 50, ...Array<number>(30).fill(70)]
    const early = addDays(from, 20)
    expect(checkSaving({ from, costs }, early, addDays(early, 31), 900).verdict).toBe('no history')
  })
})
