import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { saveExchangeRate } from '@/lib/currency/change-rates.ts'
import { closeMonth } from '@/lib/currency/closed-months.ts'
import { db } from '@/lib/db/client.ts'
import { importFiles } from '../import/import-files.ts'
import { malformedRates } from '../import/malformed-rates.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
const admin: Scope = { userId: null, actor: 'admin@example.org', role: 'admin', teams: null }

beforeAll(async () => {
  await client.connect()
  await saveExchangeRate(admin, {
    month: '2026-08',
    from: 'EUR',
    to: 'GBP',
    rate: '0.86',
    source: 'ECB',
    date: '2026-08-31',
  })
  await closeMonth(admin, '2026-08-01')
})
afterAll(() => client.end())

async function stored(): Promise<unknown> {
  const [rates, exchange] = await Promise.all([db().rate.findMany(), db().exchangeRate.findMany()])
  return [rates, exchange]
}

test('the corpus has at least 40 files, each once', () => {
  expect(malformedRates.length).toBeGreaterThanOrEqual(40)
  expect(new Set(malformedRates.map(({ name }) => name)).size).toBe(malformedRates.length)
})

test.each(malformedRates.map((c) => [c.name, c] as const))('%s', async (_name, { file, bytes, place }) => {
  const before = await stored()
  const { report, exitCode } = await importFiles(url, [{ name: file, bytes }], { yes: true })
  const { message, ...where } = place
  expect({ exitCode, error: report.error }).toMatchObject({ exitCode: 2, error: where })
  expect(report.error?.message).toMatch(message)
  expect(report.error?.whatToDo?.length).toBeGreaterThan(5)
  expect(await stored()).toEqual(before)
})
