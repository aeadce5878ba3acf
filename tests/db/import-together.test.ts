import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refresh } from '@/lib/attribution/refresh.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { focusCsv } from '../import/focus-file.ts'
import { importFiles } from '../import/import-files.ts'
import { inconsistencies, visibleTotals } from '../import/ledger-check.ts'
import { testDatabase } from '../setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

/** Pairs of uploads for one slice at once; IMPORT_PAIRS=200 for the long run. */
const PAIRS = Number(process.env.IMPORT_PAIRS ?? 20)

/** A bill of two rows whose sum tells which of two uploads it is. */
const bill = (account: string, cost: string) =>
  focusCsv([
    { BillingAccountId: account, BilledCost: cost, EffectiveCost: cost, ResourceId: `${account}-new` },
    {
      BillingAccountId: account,
      BilledCost: '0',
      EffectiveCost: '0',
      ChargePeriodStart: '2026-09-30T23:00:00Z',
      ChargePeriodEnd: '2026-10-01T00:00:00Z',
    },
  ])

async function visible(account: string): Promise<{ sum: string; charges: number }> {
  const rows = await client.query<{ sum: string; charges: number }>(
    `SELECT trim_scale(sum(d.billed))::text AS sum, sum(d.charges)::int AS charges FROM daily_spend d JOIN spend_group g ON g.id = d.group_id
     WHERE g.billing_account_id = $1`,
    [account],
  )
  return rows.rows[0] as { sum: string; charges: number }
}

const upload = (account: string, cost: string, yes: boolean) =>
  importFiles(url, [{ name: `${cost}.csv`, bytes: bill(account, cost) }], { yes })

test(`two uploads for one slice at once end as exactly one of them, ${PAIRS} times`, async () => {
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const account = `pair-${pair}`
    const mayReplace = pair % 2 === 0
    if (pair % 4 > 1) await upload(account, '64', true)
    const both = await Promise.all([upload(account, '1', mayReplace), upload(account, '2', mayReplace)])
    const states = both.map(({ report }) => report.error?.code ?? report.status).sort()
    const expected = mayReplace
      ? ['published', 'published']
      : pair % 4 > 1
        ? ['confirmation', 'confirmation']
        : ['confirmation', 'published']
    expect(states).toEqual(expected)
    const { sum, charges } = await visible(account)
    expect(charges).toBe(2)
    expect(!mayReplace && pair % 4 > 1 ? ['64'] : ['1', '2']).toContain(sum)
  }
  expect(await inconsistencies(client)).toEqual([])
  const live = await client.query(
    `SELECT count(*)::int AS n FROM slice WHERE billing_account_id LIKE 'pair-%' AND live_version_id IS NOT NULL`,
  )
  expect(live.rows[0]?.n).toBe(PAIRS)
}, 600_000)

test('uploads of the same new meters into different slices at once are all stored', async () => {
  const months = ['01', '02', '03', '04']
  const files = months.map((month) =>
    focusCsv(
      Array.from({ length: 50 }, (_, i) => ({
        BillingAccountId: 'shared',
        ResourceId: `shared-${(i * 7) % 50}`,
        BillingPeriodStart: `2026-${month}-01T00:00:00Z`,
        ChargePeriodStart: `2026-${month}-05T00:00:00Z`,
        ChargePeriodEnd: `2026-${month}-05T01:00:00Z`,
        BilledCost: '0.01',
      })),
    ),
  )
  const done = await Promise.all(files.map((bytes, i) => importFiles(url, [{ name: `${i}.csv`, bytes }])))
  expect(done.map(({ report }) => report.status)).toEqual(months.map(() => 'published'))
  expect((await visible('shared')).sum).toBe('2')
  const meters = await client.query(`SELECT count(*)::int AS n FROM meter WHERE billing_account_id = 'shared'`)
  expect(meters.rows[0]?.n).toBe(50)
  expect(await inconsistencies(client)).toEqual([])
}, 120_000)

test('attributing every meter anew moves spend between teams and keeps every total, also beside an import', async () => {
  const teams = async () => {
    const rows = await client.query<{ team: string | null; cost: string }>(
      `SELECT g.team, sum(d.effective)::text AS cost FROM daily_spend d JOIN spend_group g ON g.id = d.group_id GROUP BY 1 ORDER BY 1`,
    )
    return rows.rows
  }
  const before = await visibleTotals(client)
  expect((await teams()).map(({ team }) => team)).toEqual(['ml'])
  const keys = { team: ['project'], project: ['team'], model: [], environment: [] }
  const change = (value: object) =>
    db().$transaction(
      async (tx) => {
        await tx.setting.upsert({ where: { key: 'tag-keys' }, create: { key: 'tag-keys', value }, update: { value } })
        return refresh(prismaRunner(tx), { rules: true })
      },
      { timeout: 60_000 },
    )
  const [changed, imported] = await Promise.all([change(keys), upload('beside', '3', true)])
  expect(changed.meters).toBeGreaterThan(0)
  expect(imported.report.status).toBe('published')
  const after = await visibleTotals(client)
  expect(after.USD?.charges).toBe((before.USD?.charges ?? 0) + 2)
  expect((await teams()).map(({ team }) => team)).toEqual(['llm'])
  expect(await inconsistencies(client)).toEqual([])
  await change({ team: ['team'], project: ['project'], model: [], environment: [] })
  expect((await teams()).map(({ team }) => team)).toEqual(['ml'])
  expect(await visibleTotals(client)).toEqual(after)
  expect(await inconsistencies(client)).toEqual([])
}, 120_000)
