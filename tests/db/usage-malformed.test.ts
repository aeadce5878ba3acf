import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { focusCsv } from '../import/focus-file.ts'
import { importFiles } from '../import/import-files.ts'
import { fingerprint, inconsistencies } from '../import/ledger-check.ts'
import { malformedUsage } from '../import/malformed-usage.ts'
import { goodUsage, usageAnswers, usageCsv } from '../import/usage-rows.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })

beforeAll(async () => {
  await client.connect()
  await importFiles(url, [{ name: 'kept.csv', bytes: focusCsv([{}, { ResourceId: 'node01' }]) }], { yes: true })
  const kept = { name: 'kept-jobs.csv', bytes: usageCsv([{ ...goodUsage.slurm, JobID: '7', Account: 'kept' }]) }
  expect((await importFiles(url, [kept], { answers: usageAnswers })).report.status).toBe('published')
})
afterAll(() => client.end())

test('the corpus has at least 100 files, each once', () => {
  expect(malformedUsage.length).toBeGreaterThanOrEqual(100)
  expect(new Set(malformedUsage.map(({ name }) => name)).size).toBe(malformedUsage.length)
})

test('the good rows of the corpus are good', async () => {
  for (const [format, row] of Object.entries(goodUsage)) {
    const answers = { ...usageAnswers, step: '60' }
    const { report, importId } = await importFiles(url, [{ name: 'ok.csv', bytes: usageCsv([row]) }], { answers })
    expect(report, format).toMatchObject({ status: 'published', kind: 'usage', rowsStored: 1, issues: [] })
    expect(report.format).toBe(format.replace('-wide', ''))
    expect(importId).toBeGreaterThan(0)
  }
})

test.each(malformedUsage.map((c) => [c.name, c] as const))('%s', async (_name, { files, place, answers }) => {
  const { says, ...where } = place
  const before = await fingerprint(client)
  const { report, exitCode, importId } = await importFiles(url, files, { answers: answers ?? {}, yes: true })
  const error = report.error
  expect({ exitCode, error }).toMatchObject({ exitCode: 2, error: where })
  if (says) expect(`${error?.message} ${error?.whatToDo}`).toMatch(says)
  expect(error?.whatToDo?.length).toBeGreaterThan(5)
  expect(await fingerprint(client)).toEqual(before)
  const row = await client.query('SELECT state::text FROM import WHERE id = $1', [importId])
  expect(row.rows[0]?.state).toMatch(/^(refused|needs_answer)$/)
})

test('after all of these the ledger adds up', async () => {
  expect(await inconsistencies(client)).toEqual([])
})
