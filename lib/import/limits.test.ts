import { expect, test } from 'vitest'
import { importLimits } from './limits.ts'

test('limits have defaults and can be set', () => {
  expect(importLimits({})).toEqual({
    unpackedBytes: 68_719_476_736,
    ratio: 250,
    columns: 2000,
    rowBytes: 2_097_152,
    issues: 10_000,
  })
  expect(importLimits({ GPU_LEDGER_MAX_COLUMNS: '10', GPU_LEDGER_MAX_RATIO: '' })).toMatchObject({
    columns: 10,
    ratio: 250,
  })
})

test.each(['0', '-1', '1.5', 'many', '1e6', ' 1'])('%j is no limit', (text) => {
  expect(() => importLimits({ GPU_LEDGER_MAX_ISSUES: text })).toThrow(
    `GPU_LEDGER_MAX_ISSUES must be a positive whole number, not "${text}"`,
  )
})
