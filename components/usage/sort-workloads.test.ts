import { expect, test } from 'vitest'
import type { WorkloadRow } from '@/lib/spend/workloads.ts'
import { sortWorkloads, usedShare } from './sort-workloads.ts'

const row = (workload: string, more: Partial<WorkloadRow>): WorkloadRow => ({
  workload,
  kind: 'job',
  person: null,
  team: null,
  project: null,
  model: null,
  gpuClasses: [],
  currency: 'USD',
  cost: null,
  missing: 0,
  gpuHours: null,
  gpuHoursIdle: null,
  held: null,
  utilisation: null,
  firstStart: null,
  lastEnd: null,
  state: null,
  ...more,
})
const rows = [
  row('b', { cost: '9', gpuHours: '10', gpuHoursIdle: '1', utilisation: 0.2 }),
  row('a', { cost: '10', gpuHours: '2' }),
  row('c', {}),
]
const order = (...by: Parameters<typeof sortWorkloads> extends [unknown, ...infer Rest] ? Rest : never) =>
  sortWorkloads(rows, ...by).map((r) => r.workload)

test('amounts sort as amounts, names as names, and what is unknown comes last', () => {
  expect(order('cost', true)).toEqual(['a', 'b', 'c'])
  expect(order('cost', false)).toEqual(['b', 'a', 'c'])
  expect(order('workload', false)).toEqual(['a', 'b', 'c'])
  expect(order('utilisation', true)).toEqual(['b', 'a', 'c'])
  expect(order('used', true)).toEqual(['a', 'b', 'c'])
})

test('the share used is of billed hours', () => {
  expect(rows.map(usedShare)).toEqual([0.9, 1, null])
})
