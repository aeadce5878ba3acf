import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WrittenRow } from '@/lib/sample/read-back.ts'
import { readBack } from '@/lib/sample/read-back.ts'
import { nodeList } from '@/lib/sample/usage/slurm-file.ts'
import { countedModels } from '@/lib/sample/usage/token-file.ts'
import type { UsageFile } from '@/lib/sample/usage/write-usage.ts'
import { writeSampleUsage } from '@/lib/sample/usage/write-usage.ts'
import { projects } from '@/lib/sample/world.ts'

const until = '2026-11-20'
const dir = mkdtempSync(join(tmpdir(), 'sample usage '))
let files: UsageFile[]

function rowsOf(name: string): WrittenRow[] {
  const rows: WrittenRow[] = []
  readBack(join(dir, 'first', name), (row) => rows.push(row))
  return rows
}

beforeAll(async () => {
  files = await writeSampleUsage(join(dir, 'first'), { until })
}, 60_000)

afterAll(() => rmSync(dir, { recursive: true, force: true }))

test('stays small enough for the demo', () => {
  const rows = files.reduce((sum, { rows }) => sum + rows, 0)
  expect(rows).toBeGreaterThan(50_000)
  expect(rows).toBeLessThan(150_000)
})

test('the same options give the same bytes, another seed others', async () => {
  const again = await writeSampleUsage(join(dir, 'again'), { until })
  const other = await writeSampleUsage(join(dir, 'other'), { until, seed: 7 })
  const hashes = (written: UsageFile[]) =>
    written.map(({ path }) => `${basename(path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
  expect(hashes(again)).toEqual(hashes(files))
  // What things and models are does not hang on chance.
  const same = hashes(other).filter((hash) => hashes(files).includes(hash))
  expect(same.map((hash) => hash.split(' ')[0])).toEqual(['inventory.csv', 'model-facts.csv'])
}, 60_000)

test('every month has one rate from EUR to USD', () => {
  const rates = rowsOf('exchange-rates.csv')
  expect(rates).toHaveLength(13)
  expect(new Set(rates.map(({ month }) => month)).size).toBe(13)
  for (const rate of rates) {
    expect(rate).toMatchObject({
      from: 'EUR',
      to: 'USD',
      source: 'sample',
      rate: expect.stringMatching(/^1\.[01]\d{3}$/),
    })
    expect(rate.date?.startsWith(rate.month ?? '-')).toBe(true)
  }
})

test('tokens are known of six models, and of the others they are not', () => {
  const rows = rowsOf('tokens-daily.csv')
  expect(rows).toHaveLength(385 * countedModels.length)
  expect([...new Set(rows.map(({ model }) => model))]).toEqual(countedModels.map(({ model }) => model))
  for (const { model, project } of countedModels) expect(projects[project].model ?? model).toBeTruthy()
  const all = new Set<string>(Object.values(projects).flatMap(({ model }) => model ?? []))
  expect([...all].filter((model) => !countedModels.some((counted) => counted.model === model)).length).toBeGreaterThan(
    3,
  )
})

test('training jobs hold most of a run, some fail, and the last one still runs', () => {
  const jobs = rowsOf('sacct.txt')
  const ended = (cluster: string) => jobs.filter(({ Cluster }) => Cluster === cluster).map(({ State }) => State)
  for (const cluster of ['atlas', 'posttrain'])
    expect(ended(cluster)).toEqual(expect.arrayContaining(['COMPLETED', 'FAILED', 'TIMEOUT']))
  expect(new Set(jobs.map(({ JobID }) => JobID)).size).toBe(jobs.length)
  expect(jobs.every(({ Account, Comment }) => Account === 'foundation-models' && Comment?.startsWith('model='))).toBe(
    true,
  )
  const run = jobs.filter(({ JobName, NNodes }) => JobName === 'atlas-r29' && NNodes === '5')
  const hours = run.reduce((sum, { ElapsedRaw }) => sum + Number(ElapsedRaw) / 3600, 0)
  expect(hours / (16 * 24)).toBeGreaterThan(0.9)
  const running = jobs.filter(({ State }) => State === 'RUNNING')
  expect(running.map(({ JobName, End }) => `${JobName} ${End}`)).toContain('atlas-r31 Unknown')
})

test('samples of pods name their project', () => {
  const seen = new Set(rowsOf('dcgm-kubernetes.csv.gz').map(({ namespace, Hostname }) => `${namespace} ${Hostname}`))
  expect([...seen].sort()).toEqual([
    ...[1, 2, 3, 4].map((n) => `semantic-search search-embed-${n}`),
    'shared-inference shared-llm-1',
  ])
})

test('nodes that differ in their last number stand in brackets', () => {
  expect(nodeList(['burst-1', 'burst-2', 'reserved-1', 'i-0a-1'])).toBe('burst-[1,2],reserved-1,i-0a-1')
})
