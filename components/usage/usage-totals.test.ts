import { expect, test } from 'vitest'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'
import { idleSum, rateOf, shareOf, usageTotals, usefulRate } from './usage-totals.ts'

const row = (usageState: string, gpuHours: string | null, cost: string | null, more: Partial<UsageSplitRow> = {}) => ({
  usageState,
  gpuHours,
  cost,
  gpuClass: 'H100',
  bucket: '2026-09-01',
  currency: 'USD',
  charges: 1,
  missing: 0,
  ...more,
})
const rows = [
  row('used', '60', '120'),
  row('used', '12', '24', { bucket: '2026-09-02' }),
  row('held-idle', '20', '40'),
  row('not-held', '8', '16'),
  row('not-measured', '100', '200'),
  row('unused', null, '7'),
  row('used', '5', '9', { currency: 'EUR' }),
]

test('hours billed are used + held idle + not held + not measured; the unused part of a commitment is apart', () => {
  const totals = usageTotals(rows, 'USD')
  expect(totals.all).toEqual({ gpuHours: '200', cost: '400', missing: 0 })
  expect(totals.unused.cost).toBe('7')
  expect(shareOf(totals, 'used')).toBe(0.36)
  expect(idleSum(totals)).toEqual({ gpuHours: '28', cost: '56', missing: 0 })
})

test('a useful hour costs what was seen over what was used; a GPU-hour costs everything over everything', () => {
  const totals = usageTotals(rows, 'USD')
  expect(rateOf(totals.all)).toBe('2.000000')
  // (144 + 40 + 16) / 72
  expect(usefulRate(totals)).toBe('2.777778')
})

test('nothing used, or a cost that is not stated: no rate, never 0', () => {
  expect(usefulRate(usageTotals([row('not-measured', '5', '9')], 'USD'))).toBeNull()
  expect(usefulRate(usageTotals([row('used', '5', '9', { missing: 1 })], 'USD'))).toBeNull()
  expect(rateOf(usageTotals([], 'USD').all)).toBeNull()
  expect(shareOf(usageTotals([], 'USD'), 'used')).toBeNull()
})
