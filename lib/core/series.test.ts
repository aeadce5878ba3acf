import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SeriesCell, SeriesInput } from './series.ts'
import { bucketTotal, chartGrain, niceTicks, overlay, prepareSeries } from './series.ts'

const cell = (key: string | null, bucket: string, cost: string | null, currency = 'USD'): SeriesCell => ({
  key,
  bucket,
  currency,
  cost,
  gpuHours: null,
})

const input = (over: Partial<SeriesInput>): SeriesInput => ({
  cells: [],
  period: { from: '2026-11-01', to: '2026-11-05' },
  grain: 'day',
  dimension: 'team',
  measure: 'cost',
  currency: 'USD',
  range: { firstDay: '2026-11-01', asOf: '2026-11-04' },
  ranked: [],
  slots: new Map(),
  top: 9,
  ...over,
})

test('days without a cell are zero, days without data are gaps', () => {
  const chart = prepareSeries(input({ cells: [cell('a', '2026-11-02', '5')], ranked: ['a'] }))
  expect(chart.buckets).toEqual(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'])
  expect(chart.series[0]?.values).toEqual([0, 5, 0, null])
  expect(chart.totals).toEqual([0, 5, 0, null])
})

test('a cost that the bill does not state is a gap, not zero', () => {
  const chart = prepareSeries(input({ cells: [cell('a', '2026-11-02', null)], ranked: ['a'] }))
  expect(chart.series[0]?.values).toEqual([0, null, 0, null])
})

test('the stack goes entities by slot, Others, unknown, absent', () => {
  const chart = prepareSeries(
    input({
      dimension: 'gpu-class',
      cells: ['L4', 'H100', 'T4', 'A10G', 'unknown', null].map((key) => cell(key, '2026-11-01', '1')),
      ranked: ['H100', 'L4', 'T4', 'A10G'],
      slots: new Map([
        ['H100', 2],
        ['L4', 1],
      ]),
      top: 2,
    }),
  )
  expect(chart.series.map((s) => s.label)).toEqual(['L4', 'H100', 'Others (2)', 'Unknown GPU', 'No GPU'])
  expect(chart).toMatchObject({ shown: 2, of: 4 })
})

test('amounts of other currencies stay out', () => {
  const cells = [cell('a', '2026-11-01', '1'), cell('a', '2026-11-01', '100', 'EUR')]
  expect(prepareSeries(input({ cells, ranked: ['a'] })).totals[0]).toBe(1)
})

test('the total of a bucket is what its cells add up to, however the top is cut', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'd', null)
  const cells = fc.array(fc.tuple(keys, fc.integer({ min: -1000, max: 1000 })), { minLength: 1 })
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 5 }), (list, top) => {
      const chart = prepareSeries(
        input({ cells: list.map(([k, v]) => cell(k, '2026-11-01', String(v))), ranked: ['a', 'b', 'c', 'd'], top }),
      )
      expect(chart.totals[0]).toBe(list.reduce((sum, [, v]) => sum + v, 0))
      expect(bucketTotal(chart, 0)).toBe(String(chart.totals[0]))
    }),
  )
})

test.each([
  ['2026-08-21', '2026-11-21', 'day', 'day'],
  ['2026-08-20', '2026-11-21', 'day', 'week'],
  ['2024-01-01', '2026-11-21', 'day', 'month'],
  ['2024-01-01', '2026-11-21', 'week', 'month'],
  ['2026-11-01', '2026-11-21', 'month', 'month'],
  ['2026-11-01', '2026-11-21', 'total', 'month'],
] as const)('%s to %s by %s is drawn by %s', (from, to, wanted, expected) => {
  expect(chartGrain({ from, to }, wanted)).toBe(expected)
})

test('an overlay is cut or ends in gaps', () => {
  expect(overlay([1, 2, 3], 2)).toEqual([1, 2])
  expect(overlay([1], 3)).toEqual([1, null, null])
})

test.each([
  [0, 21347, [0, 10000, 20000, 30000]],
  [0, 0, [0, 1]],
  [-500, 1500, [-500, 0, 500, 1000, 1500]],
  [0, 6.9, [0, 2, 4, 6, 8]],
  [0, 0.37, [0, 0.1, 0.2, 0.3, 0.4]],
])('ticks of %d to %d', (low, high, expected) => {
  expect(niceTicks(low, high)).toEqual(expected)
})
