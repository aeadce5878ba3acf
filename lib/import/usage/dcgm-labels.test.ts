import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { literal } from '@/lib/import/duck.ts'
import { makeHeader } from '@/lib/import/header.ts'
import { DcgmLabels } from '@/lib/import/usage/dcgm-labels.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

/** The metric, the host and the GPU of rows under one header. */
async function read(names: readonly string[], rows: readonly (readonly (string | null)[])[]): Promise<unknown[][]> {
  const labels = new DcgmLabels(makeHeader(names))
  const values = rows.map(
    (row, i) => `(${[String(i), ...row.map((v) => (v === null ? 'NULL' : literal(v)))].join(', ')})`,
  )
  const columns = ['i', ...names.map((_, i) => `c${i}`)].join(', ')
  const sql = `SELECT ${labels.metric()}, ${labels.of('Hostname', 'node')}, ${labels.of('UUID', 'gpu')}
    FROM (VALUES ${values.join(', ')}) AS v (${columns}) ORDER BY i`
  return (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][]
}

test.each([
  [
    ['metric', 'Hostname', 'UUID', 'gpu'],
    ['UP', 'n1', 'GPU-1', '0'],
    ['UP', 'n1', 'GPU-1'],
  ],
  [
    ['metric', 'Hostname', 'UUID', 'gpu'],
    ['UP', ' n1 ', '', '0'],
    ['UP', 'n1', '0'],
  ],
  [
    ['metric', 'node', 'gpu'],
    ['UP', 'n1', '0'],
    ['UP', 'n1', '0'],
  ],
  [['series'], ['UP{Hostname="n1", UUID="GPU-1"}'], ['UP', 'n1', 'GPU-1']],
  [['metric'], ['UP{Hostname="n1",gpu="0"}'], ['UP', 'n1', '0']],
  [['metric'], ['UP{XHostname="no",Hostname="n1"}'], ['UP', 'n1', null]],
  [['metric'], ['{"__name__":"UP","Hostname":"n1","UUID":"GPU-1"}'], ['UP', 'n1', 'GPU-1']],
  [
    ['metric_name', 'labels'],
    ['UP', '{"Hostname":"n1","gpu":"0"}'],
    ['UP', 'n1', '0'],
  ],
  [
    ['metric_name', 'labels'],
    ['UP', '{Hostname="n1",gpu="0"}'],
    ['UP', 'n1', '0'],
  ],
  [
    ['metric_name', 'labels'],
    ['UP', '{"Hostname":"n1"'],
    ['UP', null, null],
  ],
  [
    ['metric_name', 'labels'],
    ['UP', '{"Hostname":""}'],
    ['UP', null, null],
  ],
  [
    ['metric_name', 'labels'],
    ['UP', null],
    ['UP', null, null],
  ],
] as const)('%j %j', async (names, row, expected) => {
  const [found] = await read(names, [row])
  expect(found).toEqual(expected)
})

test('labels written in both ways are read as they are, whatever the text: 2,000 random labels', async () => {
  const text = fc.stringMatching(/^[A-Za-z0-9_.:/{}=, -]{1,20}$/).filter((value) => value.trim() === value)
  const labels = fc.sample(fc.tuple(text, text), { numRuns: 2000, seed: 1 })
  const json = await read(
    ['metric'],
    labels.map(([host, gpu]) => [JSON.stringify({ __name__: 'UP', Hostname: host, UUID: gpu })]),
  )
  const series = await read(
    ['metric'],
    labels.map(([host, gpu]) => [`UP{job="x",Hostname="${host}",UUID="${gpu}"}`]),
  )
  labels.forEach(([host, gpu], i) => {
    expect(json[i]).toEqual(['UP', host, gpu])
    expect(series[i]).toEqual(['UP', host, gpu])
  })
})

test('no text of labels breaks the query: 2,000 random texts', async () => {
  const texts = fc.sample(fc.oneof(fc.string(), fc.json()), { numRuns: 2000, seed: 2 })
  const storable = texts.map((text) => [text.replaceAll('\0', '')])
  expect(
    await read(
      ['labels', 'metric_name'],
      storable.map(([text]) => [text ?? '', 'UP']),
    ),
  ).toHaveLength(2000)
})
