import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usageFormats } from '@/lib/import/usage/index.ts'
import { importFiles, importPaths } from '@/tests/import/import-files.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

const FIXTURES = 'tests/fixtures/usage'
/** What a person would answer where a format asks. */
const answers = { zone: 'Europe/Berlin', origin: '2023-01-01' }

const RECORDS = `SELECT usage_start::text AS start, usage_end::text AS "end", role, resource, provider_id, gpu_device, gpu_class, gpus::text, gpu_hours::text,
  team, project, model, workload, workload_kind, person, utilisation::text, utilisation_metric, memory_gib::text, tokens_in::text, tokens_out::text,
  requests::text, state, details, file, row FROM usage_record WHERE import_id = $1 ORDER BY file, row, resource, gpu_device`

/** A record without what it does not say. */
const said = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

describe.each(usageFormats.map(({ id }) => id))('%s', (id) => {
  const folder = join(FIXTURES, id, 'ok')
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))

  test('has fixtures and a section in docs/usage-formats.md', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(readFileSync('docs/usage-formats.md', 'utf8')).toContain(`\`${id}\``)
    expect(existsSync(`lib/import/usage/formats/${id}.ts`)).toBe(true)
  })

  // GPU_LEDGER_GOLDEN=1 writes what is missing; read it before it is kept.
  test.each(files)('%s', async (name) => {
    const { report, result, importId } = await importPaths(url, [join(folder, name)], { answers })
    expect(report).toMatchObject({ status: 'published', kind: 'usage', format: id, issues: [] })
    const records = (await client.query(RECORDS, [importId])).rows.map(said)
    const covers = (
      await client.query(
        `SELECT resource, cover_start::text AS start, cover_end::text AS "end" FROM usage_cover WHERE import_id = $1 ORDER BY 1, 2`,
        [importId],
      )
    ).rows
    const receipt = result && 'receipt' in result ? (result.receipt as { skipped: unknown }) : null
    const read = JSON.parse(
      JSON.stringify({
        rowsRead: report.rowsRead,
        rowsStored: report.rowsStored,
        skipped: receipt?.skipped,
        records,
        covers,
      }),
    )
    const golden = join(folder, `${name}.expected.json`)
    if (process.env.GPU_LEDGER_GOLDEN && !existsSync(golden))
      writeFileSync(golden, `${JSON.stringify(read, null, 2)}\n`)
    expect(read).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
  })
})

test('the folder of formats and the registry say the same', () => {
  const there = readdirSync('lib/import/usage/formats').map((name) => name.replace(/\.ts$/, ''))
  expect(there.sort()).toEqual(usageFormats.map(({ id }) => id).sort())
  expect(readdirSync(FIXTURES).sort()).toEqual(usageFormats.map(({ id }) => id).sort())
})

test('the Alibaba trace: nodes beside pods add no record and no cover of their own; alone they are no usage', async () => {
  const nodes = { name: 'nodes.csv', bytes: 'sn,cpu_milli,memory_mib,gpu,model\nopenb-node-0000,64000,262144,2,P100\n' }
  const pods = { name: 'pods.csv', bytes: readFileSync(join(FIXTURES, 'alibaba-gpu-2023/ok/pods.csv')) }
  const alone = await importFiles(url, [nodes], { answers })
  expect(alone.report).toMatchObject({ status: 'refused', error: { code: 'no_records' } })
  // The pods are those of the fixture above, so that no record may be new.
  const { report, importId } = await importFiles(url, [pods, nodes], { answers })
  expect(report).toMatchObject({
    status: 'published',
    format: 'alibaba-gpu-2023',
    issues: [],
    usage: { newRecords: 0 },
  })
  const golden = JSON.parse(readFileSync(join(FIXTURES, 'alibaba-gpu-2023/ok/pods.csv.expected.json'), 'utf8'))
  const { rows } = await client.query(
    `SELECT resource, cover_start::text AS start, cover_end::text AS "end" FROM usage_cover WHERE import_id = $1`,
    [importId],
  )
  expect(rows).toEqual(golden.covers)
  expect(report).toMatchObject({ rowsRead: golden.rowsRead + 1, rowsStored: golden.rowsStored + 1 })
})
