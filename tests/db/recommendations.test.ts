import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/recommendations/csv/route.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { undoImport } from '@/lib/import/actions.ts'
import { readFinding, recompute } from '@/lib/recommendations/finding-detail.ts'
import { findingsCsv } from '@/lib/recommendations/findings-csv.ts'
import { previewParameters, writeParameters } from '@/lib/recommendations/parameters.ts'
import type { FindingList } from '@/lib/recommendations/read-findings.ts'
import { readFindings } from '@/lib/recommendations/read-findings.ts'
import { isFresh, refreshFindings } from '@/lib/recommendations/refresh-findings.ts'
import { triage } from '@/lib/recommendations/triage.ts'
import { call, cookieFor, createPerson } from '@/tests/db/auth-callers.ts'
import { everything, teamScope } from '@/tests/db/spend-world.ts'
import { focusCsv } from '@/tests/import/focus-file.ts'
import { importFiles } from '@/tests/import/import-files.ts'
import { goodUsage, usageCsv } from '@/tests/import/usage-rows.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
const days = (from: Day, count: number) => Array.from({ length: count }, (_, index) => addDays(from, index))

/** A volume's charge of a day, or that of a machine; `tags` say whose it is. */
function charge(day: Day, id: string, cost: string, tags = '{"team":"vision","project":"captions"}') {
  const isVolume = id.startsWith('vol-')
  return {
    BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z`,
    ChargePeriodStart: `${day}T00:00:00Z`,
    ChargePeriodEnd: `${addDays(day, 1)}T00:00:00Z`,
    ResourceId: id,
    ServiceName: isVolume ? 'Amazon Elastic Block Store' : 'Amazon Elastic Compute Cloud',
    SkuId: isVolume ? 'EBS:VolumeUsage.gp3' : 'BoxUsage:m5.xlarge',
    ChargeDescription: isVolume ? 'gp3 storage' : 'm5.xlarge instance hour',
    ConsumedUnit: isVolume ? 'GB-Mo' : 'Hours',
    ConsumedQuantity: '24',
    BilledCost: cost,
    EffectiveCost: cost,
    ContractedCost: cost,
    ListCost: cost,
    Tags: tags,
  }
}

const bill = (name: string, rows: ReturnType<typeof charge>[]) =>
  importFiles(url, [{ name, bytes: focusCsv(rows) }], { yes: true })
const inventory = (observed: string, ids: readonly string[]) =>
  importFiles(url, [
    { name: 'inventory.csv', bytes: usageCsv(ids.map((id) => ({ ...goodUsage.inventory, observed, id }))) },
  ])
const shared = '{"team":"search","project":"index"}'
const august = days('2026-08-01', 31)
const september = days('2026-09-01', 30)
const both = (all: readonly Day[]) =>
  all.flatMap((day) => [
    charge(day, 'vol-1', '10'),
    charge(day, 'vol-2', '4', shared),
    charge(day, 'i-1', '20', shared),
  ])

async function list(which: FindingList, scope = everything) {
  return (await readFindings(scope, which)).rows.filter(({ rule }) => rule === 'orphans')
}
async function finding(project: string, which: FindingList = 'to-do') {
  const found = (await list(which)).find((row) => row.project === project)
  if (!found) throw new Error(`no finding of ${project}`)
  return found
}

beforeAll(async () => {
  await client.connect()
  await bill('august.csv', both(august))
  await bill('september.csv', both(september))
  await inventory('2026-09-30T00:00:00Z', ['vol-1', 'vol-2'])
  expect(await refreshFindings()).toBe(true)
})
afterAll(() => client.end())

test('a bill and an inventory give findings with their money, and nothing new gives nothing new', async () => {
  const rows = await list('to-do')
  expect(rows.map(({ project, team, saving, grade, state }) => [project, team, saving.expected, grade, state])).toEqual(
    [
      ['captions', 'vision', '300', 'A', 'open'],
      ['index', 'search', '120', 'A', 'open'],
    ],
  )
  expect(await isFresh(pgRunner(client))).toBe(true)
  expect(await refreshFindings()).toBe(false)
  const csv = findingsCsv(rows).trim().split('\r\n')
  expect(csv).toHaveLength(3)
  expect(csv[1]).toContain(',300,')
})

test('the CSV holds what the page shows: narrowed as it is', async () => {
  const cookie = await cookieFor(await createPerson('finance'))
  const lines = async (query: string) =>
    (await (await call(GET, { cookie, query })).text()).trim().split('\r\n').slice(1)
  const all = await lines('?list=to-do')
  const narrowed = await lines('?team=vision&rule=orphans')
  expect(all.length).toBeGreaterThan(1)
  expect(narrowed).toEqual(all.filter((line) => line.includes('captions')))
  expect(await lines('?team=nobody')).toEqual([])
})

test('a person limited to a team sees and changes the findings of that team alone', async () => {
  const vision = teamScope('vision')
  expect((await list('to-do', vision)).map(({ project }) => project)).toEqual(['captions'])
  expect((await readFindings(vision, 'to-do')).missing).toEqual([])
  const { id } = await finding('index')
  await expect(readFinding(vision, id)).rejects.toThrow('no such finding')
  await expect(recompute(vision, id, {})).rejects.toThrow('no such finding')
  await expect(triage(vision, id, { action: 'done', doneOn: '2026-09-01' })).rejects.toThrow('no such finding')
  expect((await finding('index')).state).toBe('open')
})

test('planned with an owner and a date, in the history and in the audit log', async () => {
  const { id } = await finding('captions')
  await triage(everything, id, { action: 'plan', owner: 'Ana', dueOn: '2026-10-01' })
  expect(await finding('captions')).toMatchObject({ state: 'planned', owner: 'Ana', dueOn: '2026-10-01' })
  const { events } = await readFinding(everything, id)
  expect(events.map(({ action, actor }) => [action, actor])).toEqual([
    ['plan', 'test'],
    ['found', 'engine'],
  ])
  const { rows } = await client.query(`SELECT action, details FROM audit_event WHERE action = 'finding.plan'`)
  expect(rows).toMatchObject([{ details: { owner: 'Ana', dueOn: '2026-10-01' } }])
})

test('thresholds show what goes before they are saved; saved, the findings close and say why', async () => {
  const values = { 'orphans.volume-days': 90 }
  const preview = await previewParameters(values)
  expect(preview.go.map(({ key }) => key.split('|').includes('captions'))).toEqual([true, false])
  expect(preview.appear).toEqual([])
  expect(await list('to-do')).toHaveLength(2)
  await writeParameters(everything, values)
  await refreshFindings()
  expect(await list('to-do')).toEqual([])
  const closed = await finding('captions', 'closed')
  expect((await readFinding(everything, closed.id)).closedReason).toContain('no longer passes the thresholds')
  await writeParameters(everything, {})
  await refreshFindings()
  const { events } = await readFinding(everything, (await finding('captions')).id)
  expect(events.slice(0, 2).map(({ action }) => action)).toEqual(['found again', 'closed'])
  await expect(writeParameters(everything, { 'orphans.volume-days': -1 })).rejects.toThrow('Volume unattached for')
  await expect(writeParameters(everything, { 'orphans.colour': 1 })).rejects.toThrow('no threshold')
})

test('dismissed until a day it stays away, and comes back when the data has passed it', async () => {
  const { id } = await finding('index')
  await triage(everything, id, { action: 'dismiss', reason: 'kept for the audit', until: '2026-10-10' })
  await refreshFindings()
  expect((await list('to-do')).map(({ project }) => project)).toEqual(['captions'])
  expect((await readFinding(everything, id)).dismissedReason).toBe('kept for the audit')
})

test('done, it is held against the bills: too early, then saved by what was promised; undo of the bill takes it back', async () => {
  const { id } = await finding('captions')
  await triage(everything, id, { action: 'done', doneOn: '2026-09-30' })
  await refreshFindings()
  expect((await finding('captions', 'done')).realised).toMatchObject({ verdict: 'too early', predicted: '300.00' })

  const october = await bill(
    'october.csv',
    days('2026-10-01', 31).flatMap((day) => [charge(day, 'vol-2', '4', shared), charge(day, 'i-1', '20', shared)]),
  )
  await refreshFindings()
  expect((await finding('captions', 'done')).realised).toMatchObject({
    verdict: 'saved',
    days: 30,
    from: '2026-10-01',
    predicted: '300.00',
    expected: '300.00',
    actual: '0.00',
    realised: '300.00',
  })
  // By then the other one's time is up, and it still costs what it did.
  expect((await finding('index')).state).toBe('open')

  await undoImport(everything, october.importId)
  await refreshFindings()
  expect((await finding('captions', 'done')).realised).toMatchObject({ verdict: 'too early' })
})

test('done, but the bill goes on: not seen', async () => {
  await bill('october.csv', both(days('2026-10-01', 31)))
  await refreshFindings()
  const { realised } = await finding('captions', 'done')
  expect(realised).toMatchObject({ verdict: 'not seen', actual: '300.00', realised: '0.00' })
})

test('what costs nothing any more closes itself, and so does what opted out', async () => {
  const open = await finding('index')
  expect(open.state).toBe('open')
  const tagged = '{"team":"search","project":"index","keep-warm":"true"}'
  await bill(
    'november.csv',
    days('2026-11-01', 30).map((day) => charge(day, 'i-1', '20', shared)),
  )
  await refreshFindings()
  expect((await readFinding(everything, open.id)).closedReason).toContain('no charge in the 30 days before 2026-12-01')
  await bill(
    'november.csv',
    days('2026-11-01', 30).map((day) => charge(day, 'vol-2', '4', tagged)),
  )
  await refreshFindings()
  expect(await list('to-do')).toEqual([])
})
