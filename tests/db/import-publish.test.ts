import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { cancelImport, confirmImport, undoImport } from '@/lib/import/actions.ts'
import { endSilentImports } from '@/lib/import/recover.ts'
import { metrics } from '@/lib/spend/index.ts'
import { canonical } from '../conformance/exact-decimal.ts'
import { focusCsv } from '../import/focus-file.ts'
import type { ImportOptions } from '../import/import-files.ts'
import { importFiles } from '../import/import-files.ts'
import { fingerprint, inconsistencies, visibleTotals } from '../import/ledger-check.ts'
import { testDatabase } from '../setup/database.ts'
import { filterOf } from './spend-world.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
const admin: Scope = { userId: null, actor: 'admin@example.com', role: 'admin', teams: null }

beforeAll(() => client.connect())
afterAll(() => client.end())

/** A bill of one account for September with one row per amount. */
const bill = (account: string, ...amounts: string[]) =>
  focusCsv(
    amounts.map((cost, i) => ({
      BillingAccountId: account,
      BilledCost: cost,
      EffectiveCost: cost,
      ResourceId: `i-${i}`,
    })),
  )

const publish = (name: string, text: string, options?: ImportOptions) =>
  importFiles(url, [{ name, bytes: text }], options)

/** Spend of one account as the pages read it, by every dimension: one figure, or the figures that disagree. */
async function spendOf(account: string): Promise<string | null> {
  const seen = new Set<string | null>()
  for (const { key } of dimensions) {
    const filter = filterOf(
      `from=2026-09-01&to=2026-10-01&basis=effective&grain=total&group=${key}&is.account=${account}`,
    )
    const rows = await metrics.series(admin, filter)
    seen.add(rows.length === 0 ? null : rows.map((row) => row.cost).join('+'))
  }
  return [...seen].join(' or ') || null
}

const stateOf = async (id: number) =>
  (await client.query<{ state: string }>('SELECT state::text FROM import WHERE id = $1', [id])).rows[0]?.state

test('a bill is published with a receipt that adds up, and its rows lead back to file and row', async () => {
  const { report, exitCode, importId } = await publish('first.csv', bill('first', '1.10', '2.20', '-0.30'))
  expect(exitCode).toBe(0)
  expect(report).toMatchObject({ status: 'published', format: 'focus', rowsRead: 3, rowsStored: 3, issues: [] })
  expect(report.totals).toEqual({ USD: { billed: '3', effective: '3', list: '6', contracted: '4.5' } })
  expect(report.slices).toMatchObject([
    { provider: 'aws', billingAccountId: 'first', billingPeriod: '2026-09-01', version: 1, rows: 3, replaces: null },
  ])
  expect(await spendOf('first')).toBe('3')
  const rows = await client.query(
    `SELECT c.row, c.file, trim_scale(c.billed)::text AS billed FROM charge c JOIN slice_version v ON v.id = c.version_id WHERE v.import_id = $1 ORDER BY row`,
    [importId],
  )
  expect(rows.rows).toEqual([
    { row: 2, file: 1, billed: '1.1' },
    { row: 3, file: 1, billed: '2.2' },
    { row: 4, file: 1, billed: '-0.3' },
  ])
  expect(await inconsistencies(client)).toEqual([])
})

test('the same bytes are a no-op, also as parts in another order, but not once the import was taken back', async () => {
  const text = bill('same', '4', '5')
  const first = await publish('same.csv', text)
  const before = await fingerprint(client)
  expect((await publish('other name.csv', text)).report).toEqual({ status: 'unchanged', importId: first.importId })
  expect(await fingerprint(client)).toEqual(before)
  const parts = [
    { name: 'a.csv', bytes: bill('parts', '1') },
    { name: 'b.csv', bytes: bill('parts', '2', '3') },
  ]
  const both = await importFiles(url, parts)
  expect(both.report).toMatchObject({ status: 'published', rowsStored: 3 })
  expect((await importFiles(url, parts.toReversed())).report).toEqual({ status: 'unchanged', importId: both.importId })
  await undoImport(admin, first.importId)
  expect(await spendOf('same')).toBeNull()
  const again = await publish('same.csv', text)
  expect(again.report.status).toBe('published')
  expect(again.importId).not.toBe(first.importId)
  expect(await spendOf('same')).toBe('9')
  expect(await inconsistencies(client)).toEqual([])
})

test('replacing a slice asks first, shows before and after, and undo brings the old version back', async () => {
  const first = await publish('v1.csv', bill('swap', '10', '20'))
  const before = await visibleTotals(client)
  const waiting = await publish('v2.csv', bill('swap', '11', '22', '33'), { wait: true })
  expect(waiting.result).toMatchObject({ state: 'awaiting', question: { kind: 'confirm', issues: 0 } })
  expect(await stateOf(waiting.importId)).toBe('awaiting')
  expect(await visibleTotals(client)).toEqual(before)
  expect(await spendOf('swap')).toBe('30')
  const slice = waiting.report.slices?.[0]
  expect(slice).toMatchObject({
    version: 2,
    rows: 3,
    totals: { USD: { effective: '66' } },
    replaces: { version: 1, importId: first.importId, rows: 2, totals: { USD: { effective: '30' } } },
  })

  await confirmImport(admin, waiting.importId)
  expect(await stateOf(waiting.importId)).toBe('published')
  expect(await spendOf('swap')).toBe('66')
  expect(await inconsistencies(client)).toEqual([])
  await expect(undoImport(admin, first.importId)).rejects.toThrow(
    `Import ${waiting.importId} replaced part of this one later`,
  )

  await undoImport(admin, waiting.importId)
  expect(await stateOf(waiting.importId)).toBe('reverted')
  expect(await visibleTotals(client)).toEqual(before)
  expect(await spendOf('swap')).toBe('30')
  expect(await inconsistencies(client)).toEqual([])
  await expect(undoImport(admin, waiting.importId)).rejects.toThrow('is not published: it is reverted')
  await undoImport(admin, first.importId)
  expect(await spendOf('swap')).toBeNull()
  expect(await inconsistencies(client)).toEqual([])
})

test('without leave to replace, a shell import of a published slice is refused and changes nothing', async () => {
  await publish('r1.csv', bill('refuse', '10'))
  const before = await fingerprint(client)
  const { report, exitCode } = await publish('r2.csv', bill('refuse', '12'))
  expect([exitCode, report.error?.code]).toEqual([2, 'confirmation'])
  expect(await fingerprint(client)).toEqual(before)
  const replaced = await publish('r2.csv', bill('refuse', '12'), { yes: true })
  expect([replaced.exitCode, replaced.report.slices?.[0]?.version]).toEqual([0, 2])
  expect(await spendOf('refuse')).toBe('12')
})

test('versions count on after an undo, on the receipt and in the database', async () => {
  await publish('n1.csv', bill('count', '1'))
  const second = await publish('n2.csv', bill('count', '2'), { yes: true })
  await undoImport(admin, second.importId)
  const third = await publish('n3.csv', bill('count', '3'), { yes: true })
  const stored = await client.query('SELECT version FROM slice_version WHERE import_id = $1', [third.importId])
  expect(third.report.slices?.[0]?.version).toBe(stored.rows[0]?.version)
  expect(third.report.slices?.[0]).toMatchObject({ version: 3, replaces: { version: 1 } })
})

test('a part of a bill that covers several months and accounts replaces only its own slices', async () => {
  const row = (account: string, month: string, cost: string) => ({
    BillingAccountId: account,
    BillingPeriodStart: `2026-${month}-01T00:00:00Z`,
    ChargePeriodStart: `2026-${month}-05T00:00:00Z`,
    ChargePeriodEnd: `2026-${month}-05T01:00:00Z`,
    BilledCost: cost,
    EffectiveCost: cost,
  })
  await publish('all.csv', focusCsv([row('wide-a', '09', '1'), row('wide-b', '09', '2'), row('wide-a', '08', '4')]))
  const partly = await publish('one.csv', focusCsv([row('wide-b', '09', '32'), row('wide-b', '08', '64')]), {
    yes: true,
  })
  expect(partly.report.slices?.map((slice) => slice.replaces?.version ?? null)).toEqual([null, 1])
  expect([await spendOf('wide-a'), await spendOf('wide-b')]).toEqual(['1', '32'])
  await undoImport(admin, partly.importId)
  expect([await spendOf('wide-a'), await spendOf('wide-b')]).toEqual(['1', '2'])
  expect(await inconsistencies(client)).toEqual([])
})

test('cancelling an import that waits leaves nothing of it', async () => {
  await publish('c1.csv', bill('cancel', '10'))
  const facts = async () => {
    const { meter: _meter, spend_group: _group, ...rest } = await fingerprint(client)
    return rest
  }
  const before = await facts()
  const waiting = await publish('c2.csv', bill('cancel', '10', '20'), { wait: true })
  expect(await facts()).not.toEqual(before)
  await cancelImport(admin, waiting.importId)
  expect(await stateOf(waiting.importId)).toBe('cancelled')
  expect(await facts()).toEqual(before)
  await expect(confirmImport(admin, waiting.importId)).rejects.toThrow('does not wait')
  await expect(cancelImport(admin, waiting.importId)).rejects.toThrow('has ended')
})

test('a confirmation is refused when something else was published since the difference was shown', async () => {
  await publish('s1.csv', bill('stale', '1'))
  const waiting = await publish('s2.csv', bill('stale', '2'), { wait: true })
  await publish('s3.csv', bill('stale', '3'), { yes: true })
  await expect(confirmImport(admin, waiting.importId)).rejects.toThrow('Another import was published')
  expect(await spendOf('stale')).toBe('3')
})

const shortfall = focusCsv([
  { BillingAccountId: 'short', BilledCost: '1.5', EffectiveCost: '1' },
  { BillingAccountId: 'short', BilledCost: '2.5', EffectiveCost: 'n.v.' },
  { BillingAccountId: 'short', BilledCost: '1,000.00', EffectiveCost: '4', ChargePeriodStart: '31.12.2026' },
])

test('rows that cannot be read refuse the import unless the shortfall is accepted; then file = stored + issues', async () => {
  const before = await fingerprint(client)
  const refused = await publish('short.csv', shortfall)
  expect(refused.exitCode).toBe(2)
  expect(refused.report.error).toMatchObject({
    code: 'issues',
    file: 'short.csv',
    row: 3,
    column: 'EffectiveCost',
    value: 'n.v.',
  })
  expect(await fingerprint(client)).toEqual(before)

  const { report, result, importId } = await publish('short.csv', shortfall, { acceptIssues: true })
  expect(report).toMatchObject({ status: 'published', rowsRead: 3, rowsStored: 1 })
  expect(report.issues?.map(({ row, column, value }) => [row, column, value])).toEqual([
    [3, 'EffectiveCost', 'n.v.'],
    [4, 'ChargePeriodStart', '31.12.2026'],
    [4, 'BilledCost', '1,000.00'],
  ])
  const receipt = result && 'receipt' in result ? result.receipt : null
  const lines = receipt && 'reconciliation' in receipt ? receipt.reconciliation : []
  expect(
    lines.map(({ cost, file, stored, issues, difference }) => [
      cost,
      ...[file, stored, issues, difference].map((amount) => canonical(amount ?? 'none')),
    ]),
  ).toEqual([
    ['effective', '5', '1', '4', '0'],
    ['billed', '4', '1.5', '2.5', '0'],
    ['list', '6', '2', '4', '0'],
    ['contracted', '4.5', '1.5', '3', '0'],
  ])
  const stored = await client.query('SELECT count(*)::int AS n FROM import_issue WHERE import_id = $1', [importId])
  expect(stored.rows[0]?.n).toBe(3)
  expect(await spendOf('short')).toBe('1')
})

test('an import whose process is gone is ended, its row says so, and a late finish of it changes nothing', async () => {
  const silent = await client.query<{ id: number }>(
    `INSERT INTO import (state, label, created_by, started_at, heartbeat_at) VALUES ('running', 'x', 'test', now(), now() - interval '1 minute') RETURNING id`,
  )
  const alive = await client.query<{ id: number }>(
    `INSERT INTO import (state, label, created_by, started_at, heartbeat_at) VALUES ('running', 'y', 'test', now(), now()) RETURNING id`,
  )
  const id = silent.rows[0]?.id as number
  expect(await endSilentImports(pgRunner(client))).toEqual([id])
  expect(await stateOf(id)).toBe('failed')
  expect(await stateOf(alive.rows[0]?.id as number)).toBe('running')
  expect(await endSilentImports(pgRunner(client))).toEqual([])
})

test('every cost of every slice on a receipt is what its charges add up to', async () => {
  const rows = await client.query(
    `SELECT v.totals, m.currency, sum(c.billed)::text AS billed, sum(c.effective)::text AS effective, sum(c.list)::text AS list,
       sum(c.contracted)::text AS contracted
     FROM slice_version v JOIN charge c ON c.version_id = v.id JOIN meter m ON m.id = c.meter_id GROUP BY v.id, v.totals, m.currency`,
  )
  expect(rows.rows.length).toBeGreaterThan(10)
  for (const { totals, currency, ...sums } of rows.rows)
    for (const cost of costBases) expect(Number(totals[currency][cost])).toBe(Number(sums[cost]))
})
