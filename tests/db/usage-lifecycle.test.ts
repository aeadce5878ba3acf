import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancelImport, confirmImport, removeSample, undoImport } from '@/lib/import/actions.ts'
import { everything } from '@/tests/db/spend-world.ts'
import { focusCsv } from '@/tests/import/focus-file.ts'
import { importFiles } from '@/tests/import/import-files.ts'
import { fingerprint, inconsistencies } from '@/tests/import/ledger-check.ts'
import { usageCsv } from '@/tests/import/usage-rows.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })

beforeAll(async () => {
  await client.connect()
  const bill = ['node01', 'node02'].map((ResourceId) => ({
    ResourceId,
    ChargePeriodEnd: '2026-09-03T00:00:00Z',
    ConsumedQuantity: '24',
    BilledCost: '10.01',
    EffectiveCost: '10.01',
  }))
  await importFiles(url, [{ name: 'bill.csv', bytes: focusCsv(bill) }], { yes: true })
})
afterAll(() => client.end())

const row = (over: Readonly<Record<string, string>>) => ({
  start: '2026-09-02T00:00:00Z',
  end: '2026-09-02T07:00:00Z',
  resource: 'node01',
  gpus: '0.333333333333',
  team: 'research',
  workload: 'a',
  tokens_in: '1234567890123456',
  covers: 'true',
  ...over,
})
const file = (...rows: ReturnType<typeof row>[]) => [{ name: 'usage.csv', bytes: usageCsv(rows) }]

/** Every portion of the bill with its hours and money, and what is stored of usage that counts. */
async function ledger(): Promise<unknown> {
  const portions = await client.query(
    `SELECT day::text, usage_state, team, idle_mode, sum(gpu_hours)::text AS hours, sum(effective)::text AS cost FROM portion GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  )
  const daily = await client.query(
    `SELECT g.key, d.day::text, d.effective::text, d.gpu_hours::text FROM daily_spend d JOIN spend_group g ON g.id = d.group_id ORDER BY 1, 2`,
  )
  return [portions.rows, daily.rows]
}

/** The bill, as the rollups that every screen reads add it up. */
async function total(): Promise<string> {
  const { rows } = await client.query(
    `SELECT trim_scale(sum(d.effective))::text AS cost FROM daily_spend d JOIN spend_group g ON g.id = d.group_id WHERE d.idle_mode IN (0, 1)`,
  )
  return rows[0].cost
}

async function sums(importId: number): Promise<unknown> {
  const { rows } = await client.query(
    `SELECT count(*)::int AS records, trim_scale(sum(gpu_hours))::text AS hours, sum(tokens_in)::text AS tokens FROM usage_record WHERE import_id = $1`,
    [importId],
  )
  return rows[0]
}

test('what is stored is what the file says, to the last digit, and undo gives back every hour and amount', async () => {
  const before = await ledger()
  const { report, importId } = await importFiles(url, file(row({}), row({ workload: 'b', resource: 'node02' })))
  expect(report.usage).toMatchObject({ records: 2, gpuHours: '4.666666666662', tokensIn: '2469135780246912' })
  expect(await sums(importId)).toEqual({ records: 2, hours: '4.666666666662', tokens: '2469135780246912' })
  expect(await ledger()).not.toEqual(before)
  expect(await total()).toBe('20.02')
  await undoImport(everything, importId)
  expect(await ledger()).toEqual(before)
  expect(await inconsistencies(client)).toEqual([])
})

test('rows that cannot be read wait: confirmed, the good ones count; cancelled, nothing is left', async () => {
  const faulty = file(row({}), row({ workload: 'c', gpus: 'two' }))
  const before = await ledger()
  const stored = await fingerprint(client)
  const first = await importFiles(url, faulty, { wait: true })
  expect(first.result).toMatchObject({ state: 'awaiting', question: { kind: 'confirm', issues: 1 } })
  expect(await ledger()).toEqual(before)
  await cancelImport(everything, first.importId)
  expect(await ledger()).toEqual(before)
  expect(await sums(first.importId)).toMatchObject({ records: 0 })
  expect((await fingerprint(client)).usage_record).toBe(stored.usage_record)

  const second = await importFiles(url, faulty, { wait: true })
  await confirmImport(everything, second.importId)
  expect(await sums(second.importId)).toMatchObject({ records: 1 })
  expect(await ledger()).not.toEqual(before)
  await undoImport(everything, second.importId)
  expect(await ledger()).toEqual(before)
})

test('usage of the sample goes with it and real usage stays', async () => {
  const real = await importFiles(url, file(row({ workload: 'real' })))
  const kept = await ledger()
  const sample = await importFiles(url, file(row({ workload: 'sample', resource: 'node02' })), { isSample: true })
  expect(await ledger()).not.toEqual(kept)
  await removeSample(everything)
  expect(await ledger()).toEqual(kept)
  expect([await sums(real.importId), await sums(sample.importId)]).toMatchObject([{ records: 1 }, { records: 0 }])
  expect(await total()).toBe('20.02')
  await undoImport(everything, real.importId)
  expect(await inconsistencies(client)).toEqual([])
})
