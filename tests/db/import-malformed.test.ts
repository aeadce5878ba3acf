import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { focusCsv } from '../import/focus-file.ts'
import { importFiles } from '../import/import-files.ts'
import { fingerprint, inconsistencies } from '../import/ledger-check.ts'
import { malformedFiles } from '../import/malformed-files.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
const cases = await malformedFiles()

beforeAll(async () => {
  await client.connect()
  const stored = await importFiles(url, [{ name: 'kept.csv', bytes: focusCsv([{}, { BillingAccountId: 'acct-2' }]) }])
  expect(stored.report.status).toBe('published')
})
afterAll(() => client.end())

test('the corpus has at least 150 files, each once', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(new Set(cases.map(({ name, files }) => `${name} ${files[0]?.name}`)).size).toBe(cases.length)
})

test.each(cases.map((c) => [c.name, c] as const))('%s', async (_name, { files, place, answers }) => {
  const { says, ...where } = place
  const before = await fingerprint(client)
  const { report, exitCode, importId } = await importFiles(url, files, { answers: answers ?? {}, yes: true })
  const error = report.error
  expect({ exitCode, error }).toMatchObject({ exitCode: 2, error: where })
  if (says) expect(error?.message).toMatch(says)
  const named = error?.file ?? error?.row ?? error?.column
  expect(named, JSON.stringify(error)).toBeDefined()
  expect(error?.message.length).toBeGreaterThan(10)
  expect(await fingerprint(client)).toEqual(before)
  const row = await client.query('SELECT state::text FROM import WHERE id = $1', [importId])
  expect(row.rows[0]?.state).toMatch(/^(refused|needs_answer)$/)
})

test('a good file after all of these is imported', async () => {
  const { report } = await importFiles(url, [{ name: 'good.csv', bytes: focusCsv([{ BillingAccountId: 'acct-3' }]) }])
  expect(report).toMatchObject({ status: 'published', rowsStored: 1 })
  expect(await inconsistencies(client)).toEqual([])
})
