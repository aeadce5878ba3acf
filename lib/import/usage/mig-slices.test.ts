import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, expect, test } from 'vitest'
import { literal } from '@/lib/import/duck.ts'
import { makeHeader } from '@/lib/import/header.ts'
import { layeredSelect } from '@/lib/import/usage/layered-select.ts'
import { migSlices, mostSlices, readMig } from '@/lib/import/usage/mig-slices.ts'
import { RowReader } from '@/lib/import/usage/row-reader.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** What the SQL of an import reads of a GPU's name and a profile: slices, most slices, part of the GPU. */
async function read(name: string, profile: string): Promise<unknown[]> {
  const row = new RowReader(makeHeader(['name', 'profile']))
  readMig(row, 'c1', 'c0')
  const rows = layeredSelect(row.plan('').values, `(VALUES (${literal(name)}, ${literal(profile)})) AS v (c0, c1)`)
  const sql = `SELECT mig_slices, mig_most, CAST(mig_gpus AS VARCHAR) FROM ${rows}`
  return (await connection.runAndReadAll(sql)).getRowsJson()[0] ?? []
}

test.each([
  ['NVIDIA A100-SXM4-80GB', '1g.10gb', 1, 7, '0.142857142857'],
  ['NVIDIA A100-SXM4-80GB', '3g.40gb', 3, 7, '0.428571428571'],
  ['NVIDIA H100 80GB HBM3', '7g.80gb', 7, 7, '1.000000000000'],
  ['NVIDIA H200', '1g.18gb+me', 1, 7, '0.142857142857'],
  ['NVIDIA B200', 'MIG 2g.45gb', 2, 7, '0.285714285714'],
  ['A100', '1c.3g.40gb', 1, 7, '0.142857142857'],
  ['NVIDIA A30', '2g.12gb', 2, 4, '0.500000000000'],
  ['NVIDIA RTX PRO 6000 Blackwell', '1g.24gb', 1, 4, '0.250000000000'],
  ['NVIDIA RTX PRO 5000', '1g.24gb', 1, 2, '0.500000000000'],
  ['NVIDIA A100-SXM4-80GB', 'half', null, 7, null],
  ['NVIDIA A100-SXM4-80GB', '8g.80gb', null, 7, null],
  ['Tesla T4', '1g.10gb', 1, null, null],
  ['NVIDIA A300', '1g.10gb', 1, null, null],
] as const)('%s, %s', async (name, profile, slices, most, gpus) => {
  expect([migSlices(profile), mostSlices(name)]).toEqual([slices, most])
  expect(await read(name, profile)).toEqual([slices, most, gpus])
})

/** Cost of a workload on a MIG instance: (monthly rate / days) * (uptime / 86,400) * (slices / most slices). */
function workloadCost(monthlyRate: number, days: number, uptime: number, name: string, profile: string): number {
  return (monthlyRate / days) * (uptime / 86_400) * ((migSlices(profile) ?? Number.NaN) / (mostSlices(name) ?? 1))
}

test('koku, docs/architecture/mig-gpu-support.md: cost of a workload by slices', () => {
  expect(workloadCost(2100, 30, 86_400, 'A100', '3g.20gb')).toBeCloseTo(30, 10)
  expect(workloadCost(2100, 30, 43_200, 'H100', '1g.10gb')).toBeCloseTo(5, 10)
  expect(workloadCost(1200, 30, 86_400, 'A30', '2g.12gb')).toBeCloseTo(20, 10)
})

test('koku, docs/architecture/mig-gpu-support.md: what no workload held, by slice-time, and all of it together', () => {
  const [gpus, uptime, most] = [2, 86_400, mostSlices('H200') ?? 0]
  const held = [
    { profile: '3g.71gb', seconds: 86_400 },
    { profile: '4g.71gb', seconds: 43_200 },
    { profile: '7g.141gb', seconds: 21_600 },
  ]
  const sliceTime = held.reduce((sum, { profile, seconds }) => sum + (migSlices(profile) ?? 0) * seconds, 0)
  const unallocated = uptime * gpus * most - sliceTime
  expect(unallocated).toBe((14 - 3 - 2 - 1.75) * 86_400)
  const rate = 2100
  const costs = held.map(({ profile, seconds }) => workloadCost(rate, 30, seconds, 'H200', profile))
  const rest = ((rate / 30) * unallocated) / 86_400 / most
  expect(costs.reduce((sum, cost) => sum + cost, rest)).toBeCloseTo((gpus * rate) / 30, 10)
})
