import { expect, test } from 'vitest'
import { formatBucket, formatInstant, formatPeriod } from './format-date.ts'

test.each([
  ['2026-11-01', '2026-11-21', '1–20 Nov 2026', '1–20 Nov'],
  ['2026-11-12', '2026-11-13', '12 Nov 2026', '12 Nov'],
  ['2026-10-01', '2026-11-01', 'Oct 2026', 'Oct'],
  ['2026-10-28', '2026-11-04', '28 Oct – 3 Nov 2026', '28 Oct – 3 Nov'],
  ['2025-11-01', '2026-11-01', 'Nov 2025 – Oct 2026', 'Nov 2025 – Oct'],
  ['2025-12-20', '2026-01-03', '20 Dec 2025 – 2 Jan 2026', '20 Dec 2025 – 2 Jan'],
])('%s to %s reads %s', (from, to, long, short) => {
  expect(formatPeriod({ from, to })).toBe(long)
  expect(formatPeriod({ from, to }, true)).toBe(short)
})

test.each([
  ['2026-11-12', 'day', 'Thu 12 Nov'],
  ['2026-11-09', 'week', '9–15 Nov'],
  ['2026-11-01', 'month', 'Nov 2026'],
] as const)('bucket %s by %s reads %s', (bucket, grain, expected) => {
  expect(formatBucket(bucket, grain)).toBe(expected)
})

test('an instant is told in UTC', () => {
  expect(formatInstant('2026-11-20T04:12:09.000Z')).toBe('20 Nov 2026, 04:12 UTC')
})
