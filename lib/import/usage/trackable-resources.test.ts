import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { literal } from '@/lib/import/duck.ts'
import { readableTres, tresGpus, tresGpuType } from '@/lib/import/usage/trackable-resources.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** Whether each text is readable, its GPUs and their type. */
async function read(texts: readonly string[]): Promise<[boolean, number | null, string | null][]> {
  const sql = `SELECT ${readableTres('t')}, CAST(${tresGpus('t')} AS DOUBLE), ${tresGpuType('t')}
    FROM (VALUES ${texts.map((text, i) => `(${i}, ${literal(text)})`).join(', ')}) AS v (i, t) ORDER BY i`
  return (await connection.runAndReadAll(sql)).getRowsJson() as [boolean, number | null, string | null][]
}

test.each([
  ['billing=32,cpu=32,gres/gpu:h100=8,gres/gpu=8,mem=240G,node=1', true, 8, 'h100'],
  ['cpu=4,gres/gpu:h100=4,node=2', true, 4, 'h100'],
  ['gres/gpu:a100=2,gres/gpu:a100_3g.20gb=1', true, 3, null],
  ['gres/gpu:a100=2,gres/gpu=3', true, 3, 'a100'],
  ['gres/gpu=0', true, 0, null],
  ['cpu=8,mem=1G', true, null, null],
  ['gres/gpumem=80G,gres/gpuutil=50', true, null, null],
  ['cpu=8,', true, null, null],
  ['gres/gpu=4x', false, null, null],
  ['gres/gpu=-4', false, null, null],
  ['gres/gpu=', false, null, null],
  ['gres/gpu=1.5', false, null, null],
  ['gres/gpu=99999999999', false, null, null],
  ['four', false, null, null],
] as const)('%j', async (text, isReadable, gpus, type) => {
  const [[found, ...rest] = []] = await read([text])
  expect(found).toBe(isReadable)
  if (isReadable) expect(rest).toEqual([gpus, type])
})

test('the untyped number counts, else the sum of the typed ones: 2,000 random lists', async () => {
  const entry = fc.tuple(fc.constantFrom('cpu', 'gres/gpu', 'gres/gpu:h100', 'gres/gpu:a100', 'gres/mps'), fc.nat(64))
  const lists = fc.sample(fc.uniqueArray(entry, { selector: ([name]) => name, minLength: 1 }), {
    numRuns: 2000,
    seed: 1,
  })
  const found = await read(lists.map((list) => list.map(([name, n]) => `${name}=${n}`).join(',')))
  lists.forEach((list, i) => {
    const typed = list.filter(([name]) => name.startsWith('gres/gpu:'))
    const untyped = list.find(([name]) => name === 'gres/gpu')
    const sum = typed.length > 0 ? typed.reduce((all, [, n]) => all + n, 0) : null
    expect(found[i]).toEqual([true, untyped?.[1] ?? sum, typed.length === 1 ? typed[0]?.[0].slice(9) : null])
  })
})
