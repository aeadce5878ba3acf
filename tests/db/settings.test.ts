import { beforeAll, beforeEach, expect, test } from 'vitest'
import { PUT as putClassification, DELETE as removeClassification } from '@/app/api/settings/classifications/route.ts'
import { GET as getOrganisation, PUT as putOrganisation } from '@/app/api/settings/organisation/route.ts'
import { GET as getTagKeys, PUT as putTagKeys } from '@/app/api/settings/tag-keys/route.ts'
import { readClassifications } from '@/lib/attribution/classifications.ts'
import { listKnownTeams } from '@/lib/attribution/known-teams.ts'
import { defaultTagKeys } from '@/lib/attribution/settings.ts'
import { listUnknownGpus } from '@/lib/attribution/unknown-gpus.ts'
import { readAuditLog } from '@/lib/auth/audit-log.ts'
import { db } from '@/lib/db/client.ts'
import { testDatabase } from '../setup/database.ts'
import { call, cookieFor, createPerson } from './auth-callers.ts'

await testDatabase()
const evidence = 'Standard_ND999rs_v9'
let cookie = ''

/** A live bill of one day with a meter of a GPU that nobody knows, and one of storage. */
async function createBill() {
  const upload = await db().import.create({ data: { state: 'published', label: 'bill', createdBy: 'test' } })
  const month = new Date('2026-11-01')
  const slice = await db().slice.create({ data: { provider: 'azure', billingAccountId: 'a', billingPeriod: month } })
  const version = await db().sliceVersion.create({
    data: { sliceId: slice.id, importId: upload.id, version: 1, rows: 5n, totals: {} },
  })
  await db().slice.update({ where: { id: slice.id }, data: { liveVersionId: version.id } })
  const labels = { provider: 'azure', billingAccountId: 'a', chargeCategory: 'Usage' }
  const group = await db().spendGroup.create({
    data: { ...labels, currency: 'USD', team: 'vision', gpuClass: 'unknown' },
  })
  const gpu = { gpuClass: 'unknown', gpuEvidence: evidence, gpuRule: 'test', instanceType: evidence }
  const meters = [
    { ...gpu, currency: 'USD', resourceId: 'r1', effective: '10.25', missing: 0 },
    { ...gpu, currency: 'USD', resourceId: 'r2', effective: '0.0000000001', missing: 1 },
    { ...gpu, currency: 'EUR', resourceId: 'r1', effective: null, missing: 2 },
    { currency: 'USD', resourceId: 'disk', effective: '5', missing: 0 },
  ]
  for (const [index, { effective, missing, ...meter }] of meters.entries()) {
    const id = `00000000-0000-0000-0000-00000000000${index + 1}`
    const tags = { 'Cost Home': 'Research', owner: 'vision' }
    const service = { serviceName: 'Virtual Machines', serviceCategory: 'Compute', consumedUnit: 'Hours' }
    await db().meter.create({ data: { id, ...labels, ...service, ...meter, tags, team: 'vision', groupId: group.id } })
    const none = { noBilled: 0, noList: 0, noContracted: 0, noEffective: missing }
    await db().meterDay.create({
      data: { versionId: version.id, meterId: id, day: new Date('2026-11-02'), effective, charges: 2, ...none },
    })
  }
}

beforeAll(async () => {
  cookie = await cookieFor(await createPerson('admin'))
  await createBill()
})
beforeEach(() => db().auditEvent.deleteMany())

const teams = async () => (await db().meter.findMany({ orderBy: { id: 'asc' } })).map(({ team }) => team)
const json = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown })

test('unknown GPUs are listed by provider and text, with costs per currency and what is not stated', async () => {
  expect(await listUnknownGpus()).toEqual([
    {
      provider: 'azure',
      evidence,
      meters: 3,
      resources: 3,
      charges: 6,
      costs: [
        { currency: 'EUR', cost: null, missing: 2 },
        { currency: 'USD', cost: '10.2500000001', missing: 1 },
      ],
      seenAs: [evidence],
    },
  ])
})

test('tag keys are the defaults until an admin changes them, and a change attributes every meter anew', async () => {
  expect(await json(await call(getTagKeys, { cookie }))).toEqual({ status: 200, body: { ...defaultTagKeys } })
  const body = { ...defaultTagKeys, team: ['cost-home', ' Cost_Home ', 'owner'] }
  const first = await json(await call(putTagKeys, { method: 'PUT', cookie, body }))
  expect(first).toEqual({ status: 200, body: { meters: 4 } })
  expect(await teams()).toEqual(['Research', 'Research', 'Research', 'Research'])
  expect(await listKnownTeams()).toContain('Research')
  expect(await json(await call(getTagKeys, { cookie }))).toMatchObject({ body: { team: ['cost-home', 'owner'] } })
  const { events } = await readAuditLog(null)
  expect(events).toMatchObject([
    { action: 'settings.tag-keys', actor: 'admin@example.org', details: { team: ['cost-home', 'owner'], meters: 4 } },
  ])
  const again = await json(await call(putTagKeys, { method: 'PUT', cookie, body }))
  expect(again).toEqual({ status: 200, body: { meters: 0 } })
})

test.each([
  [{ team: [] }],
  [{ ...defaultTagKeys, team: [''] }],
  [{ ...defaultTagKeys, team: 'team' }],
  [{ ...defaultTagKeys, team: Array.from({ length: 101 }, (_, i) => `k${i}`) }],
])('tag keys %j are refused and nothing changes', async (body) => {
  const before = await teams()
  expect((await call(putTagKeys, { method: 'PUT', cookie, body })).status).toBe(400)
  expect(await teams()).toEqual(before)
  expect(await db().auditEvent.count()).toBe(0)
})

test('a classification gives the meters their class, is audited, and can be taken back', async () => {
  const subject = { provider: 'azure', evidence }
  const body = { ...subject, gpuClass: 'H100-SXM-80GB', gpuCount: '8' }
  const classified = await json(await call(putClassification, { method: 'PUT', cookie, body }))
  expect(classified).toEqual({ status: 200, body: { meters: 3 } })
  expect(await listUnknownGpus()).toEqual([])
  expect(await readClassifications()).toMatchObject([{ ...body, createdBy: 'admin@example.org' }])
  expect(await db().meter.count({ where: { gpuClass: 'H100-SXM-80GB' } })).toBe(3)
  const removed = await json(await call(removeClassification, { method: 'DELETE', cookie, body: subject }))
  expect(removed).toEqual({ status: 200, body: { meters: 3 } })
  expect(await listUnknownGpus()).toHaveLength(1)
  expect((await call(removeClassification, { method: 'DELETE', cookie, body: subject })).status).toBe(404)
  const { events } = await readAuditLog(null)
  expect(events.map(({ action }) => action)).toEqual(['gpu.unclassify', 'gpu.classify'])
})

test.each([
  ['a class that is not in the catalogue', { gpuClass: 'H900', gpuCount: '8' }],
  ['no GPU', { gpuClass: 'T4', gpuCount: '0' }],
  ['a count that is no number', { gpuClass: 'T4', gpuCount: 'eight' }],
  ['a negative count', { gpuClass: 'T4', gpuCount: '-1' }],
])('%s is refused and nothing changes', async (_what, word) => {
  const body = { provider: 'azure', evidence, ...word }
  expect((await call(putClassification, { method: 'PUT', cookie, body })).status).toBe(400)
  expect(await readClassifications()).toEqual([])
  expect(await db().auditEvent.count()).toBe(0)
})

test('the organisation has the name that an admin gave it', async () => {
  expect(await json(await call(getOrganisation, { cookie }))).toEqual({ status: 200, body: { name: null } })
  await call(putOrganisation, { method: 'PUT', cookie, body: { name: ' Northwind AI ' } })
  expect(await json(await call(getOrganisation, { cookie }))).toEqual({ status: 200, body: { name: 'Northwind AI' } })
  expect((await readAuditLog(null)).events).toMatchObject([{ details: { name: 'Northwind AI' } }])
  await call(putOrganisation, { method: 'PUT', cookie, body: { name: '' } })
  expect(await json(await call(getOrganisation, { cookie }))).toEqual({ status: 200, body: { name: null } })
})

test('the audit log comes in pages of fifty, newest first', async () => {
  const row = { actor: 'a', action: 'test', subject: 's' }
  await db().auditEvent.createMany({ data: Array.from({ length: 120 }, (_, i) => ({ ...row, details: { i } })) })
  const seen: unknown[] = []
  let next: string | null = null
  let pages = 0
  do {
    const page: Awaited<ReturnType<typeof readAuditLog>> = await readAuditLog(next)
    seen.push(...page.events.map(({ details }) => details.i))
    next = page.next
    pages += 1
  } while (next)
  expect(pages).toBe(3)
  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 119 - i))
})
