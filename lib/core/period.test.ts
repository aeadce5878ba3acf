import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Period } from './period.ts'
import {
  addDays,
  addMonths,
  bucketOf,
  buckets,
  dayCount,
  grains,
  isDay,
  isWholeMonths,
  periodPresets,
  presetPeriod,
  previousPeriod,
  weekStart,
} from './period.ts'

const period = (from: string, to: string): Period => ({ from, to })

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2000-02-29', true],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['2026-1-1', false],
  ['2026-01-01T00:00', false],
  ['0000-01-01', false],
  ['9999-12-31', false],
  ['1900-01-01', true],
  ['2999-12-31', true],
  ['', false],
])('isDay(%j) is %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-03-29', 1, '2026-03-30'],
])('addDays(%s, %i) = %s', (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
})

test.each([
  ['2026-01-31', 1, '2026-02-01'],
  ['2026-12-15', 1, '2027-01-01'],
  ['2026-01-15', -1, '2025-12-01'],
  ['2026-05-01', -17, '2024-12-01'],
])('addMonths(%s, %i) = %s', (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected)
})

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-03-01', '2026-02-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s starts on %s', (day, expected) => {
  expect(weekStart(day)).toBe(expected)
})

test.each([
  ['day', period('2026-02-27', '2026-03-02'), ['2026-02-27', '2026-02-28', '2026-03-01']],
  ['week', period('2026-03-04', '2026-03-10'), ['2026-03-02', '2026-03-09']],
  ['month', period('2025-12-31', '2026-02-02'), ['2025-12-01', '2026-01-01', '2026-02-01']],
  ['month', period('2026-01-01', '2026-02-01'), ['2026-01-01']],
  ['total', period('2026-01-09', '2026-02-01'), ['2026-01-09']],
  ['day', period('2026-01-09', '2026-01-09'), []],
  ['total', period('2026-01-09', '2026-01-08'), []],
] as const)('buckets by %s of %o', (grain, over, expected) => {
  expect(buckets(over, grain)).toEqual(expected)
})

test.each([
  ['a month', period('2026-03-01', '2026-04-01'), period('2026-02-01', '2026-03-01')],
  ['a month of a leap year', period('2024-03-01', '2024-04-01'), period('2024-02-01', '2024-03-01')],
  ['three months', period('2026-01-01', '2026-04-01'), period('2025-10-01', '2026-01-01')],
  ['thirteen months', period('2025-10-01', '2026-11-01'), period('2024-09-01', '2025-10-01')],
  ['a month to date', period('2026-11-01', '2026-11-23'), period('2026-10-01', '2026-10-23')],
  ['a month to date after a shorter one', period('2026-03-01', '2026-03-31'), period('2026-02-01', '2026-03-01')],
  ['days within a month', period('2026-03-05', '2026-03-12'), period('2026-02-26', '2026-03-05')],
  ['thirty days', period('2026-03-02', '2026-04-01'), period('2026-01-31', '2026-03-02')],
  ['from a first over a month end', period('2026-01-01', '2026-02-10'), period('2025-11-22', '2026-01-01')],
])('before %s', (_name, now, before) => {
  expect(previousPeriod(now)).toEqual(before)
})

test.each([
  ['month-to-date', '2026-11-23', period('2026-11-01', '2026-11-23')],
  ['month-to-date', '2026-11-01', period('2026-10-01', '2026-11-01')],
  ['last-month', '2026-11-01', period('2026-09-01', '2026-10-01')],
  ['last-7-days', '2026-03-03', period('2026-02-24', '2026-03-03')],
  ['last-30-days', '2026-03-03', period('2026-02-01', '2026-03-03')],
  ['last-90-days', '2026-04-01', period('2026-01-01', '2026-04-01')],
  ['quarter-to-date', '2026-06-15', period('2026-04-01', '2026-06-15')],
  ['quarter-to-date', '2026-04-01', period('2026-01-01', '2026-04-01')],
  ['year-to-date', '2026-01-01', period('2025-01-01', '2026-01-01')],
  ['last-13-months', '2026-11-23', period('2025-11-01', '2026-11-23')],
] as const)('%s as of %s', (preset, asOf, expected) => {
  expect(presetPeriod(preset, asOf)).toEqual(expected)
})

const day = fc.integer({ min: -20_000, max: 300_000 }).map((n) => addDays('1970-01-01', n))
const someDays = fc.tuple(day, fc.integer({ min: 1, max: 800 })).map(([from, n]) => period(from, addDays(from, n)))

test('every day of a period is in exactly one bucket, and the buckets are in order', () => {
  fc.assert(
    fc.property(someDays, fc.constantFrom(...grains), (over, grain) => {
      const names = buckets(over, grain)
      const met = new Set(buckets(over, 'day').map((d) => bucketOf(d, grain, over)))
      expect(names).toEqual([...met])
      expect(names).toEqual([...names].sort())
    }),
    { numRuns: 50 },
  )
})

test('the previous period ends where the period starts or before, and is no longer than whole months make it', () => {
  fc.assert(
    fc.property(someDays, (now) => {
      const before = previousPeriod(now)
      expect(dayCount(before)).toBeGreaterThan(0)
      expect(before.to <= now.from).toBe(true)
      if (!isWholeMonths(now)) expect(dayCount(before)).toBeLessThanOrEqual(dayCount(now))
    }),
  )
})

test('every preset ends on asOf or on the first of its month, and is never empty', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...periodPresets.map((p) => p.key)), (asOf, preset) => {
      const { from, to } = presetPeriod(preset, asOf)
      expect(from < to && to <= asOf).toBe(true)
    }),
  )
})
