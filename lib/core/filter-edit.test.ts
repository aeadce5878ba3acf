import { expect, test } from 'vitest'
import type { SpendFilter } from './filter.ts'
import { parseFilter, toSearchParams } from './filter.ts'
import {
  bucketPeriod,
  clauseText,
  drillPath,
  isCompared,
  narrow,
  presetOf,
  shiftPeriod,
  withClause,
  withoutClause,
  withPeriod,
} from './filter-edit.ts'

const asOf = '2026-11-21'
const filter = (query: string): SpendFilter => parseFilter(new URLSearchParams(query), { asOf })

test.each([
  ['group=team', 'team', 'ml', 'project', 'is.team=ml'],
  ['group=project&is.team=ml', 'project', 'x', 'gpu-class', 'is.project=x&is.team=ml'],
  ['group=gpu-class&is.project=x', 'gpu-class', null, 'pricing-category', 'is.gpu-class=%7E&is.project=x'],
  ['group=team&is.team=a&is.team=b', 'team', 'a', 'project', 'is.team=a'],
] as const)('%s narrowed to %s=%s groups by %s', (query, key, value, group, clauses) => {
  const result = narrow(filter(query), key, value)
  expect(result.group).toBe(group)
  expect(toSearchParams(result).toString()).toContain(clauses)
})

test.each([
  ['2026-11-12', 'day', '2026-11-12', '2026-11-13'],
  ['2026-10-26', 'week', '2026-11-01', '2026-11-02'],
  ['2026-11-16', 'week', '2026-11-16', '2026-11-21'],
  ['2026-11-01', 'month', '2026-11-01', '2026-11-21'],
] as const)('the bucket %s by %s is cut to the period', (bucket, grain, from, to) => {
  expect(bucketPeriod(bucket, grain, { from: '2026-11-01', to: '2026-11-21' })).toEqual({ from, to })
})

test('chosen days are no preset any more and read by day', () => {
  const period = { from: '2026-11-12', to: '2026-11-13' }
  expect(withPeriod(filter('period=last-7-days&grain=month'), period)).toMatchObject({
    preset: null,
    grain: 'day',
    period,
  })
})

test('the path leads back one step at a time', () => {
  const steps = drillPath(filter('group=gpu-class&is.team=ml&is.project=x&not.charge-category=Tax'))
  expect(steps.map((s) => s.label)).toEqual(['ml', 'x'])
  expect(steps.map((s) => [s.before.group, s.before.clauses.length])).toEqual([
    ['team', 1],
    ['project', 2],
  ])
  expect(steps.map((s) => s.after.group)).toEqual(['project', 'gpu-class'])
})

test('a clause is replaced and removed by dimension and sense', () => {
  const one = withClause(filter('is.team=a&not.team=b'), { dimension: 'team', negated: false, values: ['c'] })
  expect(one.clauses.map((c) => [c.negated, c.values])).toEqual([
    [true, ['b']],
    [false, ['c']],
  ])
  expect(withoutClause(one, { dimension: 'team', negated: true, values: [] }).clauses).toHaveLength(1)
})

test.each([
  [['a'], false, 'is', 'a'],
  [['a', null], true, 'is not', 'a, Unallocated'],
  [['a', 'b', 'c'], false, 'is', 'a and 2 more'],
])('%j reads %s %s', (values, negated, operator, value) => {
  expect(clauseText({ dimension: 'team', negated, values })).toEqual({ field: 'Team', operator, value })
})

test.each([
  ['month to date, back', '2026-11-01', '2026-11-21', -1, '2026-10-01', '2026-11-01'],
  ['a month, forward to the running one', '2026-10-01', '2026-11-01', 1, '2026-11-01', '2026-11-21'],
  ['three months, back', '2026-08-01', '2026-11-01', -1, '2026-05-01', '2026-08-01'],
  ['seven days, back', '2026-11-14', '2026-11-21', -1, '2026-11-07', '2026-11-14'],
  ['one day, forward', '2026-11-12', '2026-11-13', 1, '2026-11-13', '2026-11-14'],
  ['over the year', '2026-01-01', '2026-02-01', -1, '2025-12-01', '2026-01-01'],
] as const)('%s', (_name, from, to, direction, newFrom, newTo) => {
  expect(shiftPeriod({ from, to }, direction, asOf)).toEqual({ from: newFrom, to: newTo })
})

test.each([
  ['2025-10-01', true],
  ['2026-10-01', true],
  ['2026-10-02', false],
])('with data from %s on 1-20 Nov is compared with 1-20 Oct: %s', (firstDay, compared) => {
  expect(isCompared(filter('period=month-to-date'), firstDay)).toBe(compared)
})

test.each([
  ['2026-11-01', '2026-11-21', 'month-to-date'],
  ['2026-11-14', '2026-11-21', 'last-7-days'],
  ['2026-11-02', '2026-11-21', null],
])('%s to %s is the preset %s', (from, to, preset) => {
  expect(presetOf({ from, to }, asOf)).toBe(preset)
})

test('nothing lies beyond the data', () => {
  expect(shiftPeriod({ from: '2026-11-01', to: asOf }, 1, asOf)).toBeNull()
})
