import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import type { SourceRow } from '@/lib/import/source-row.ts'
import { testDatabase } from '../setup/database.ts'
import type { Caller } from './imports-api-caller.ts'
import { person } from './imports-api-caller.ts'

await testDatabase()
const imports = await import('@/app/api/imports/route.ts')
const files = await import('@/app/api/imports/[id]/files/route.ts')
const one = await import('@/app/api/imports/[id]/route.ts')
const answer = await import('@/app/api/imports/[id]/answer/route.ts')
const confirm = await import('@/app/api/imports/[id]/confirm/route.ts')
const cancel = await import('@/app/api/imports/[id]/cancel/route.ts')
const undo = await import('@/app/api/imports/[id]/undo/route.ts')
const row = await import('@/app/api/imports/[id]/rows/[file]/[row]/route.ts')

const admin = await person('admin')
const engineer = await person('engineer', ['search'])

const header =
  'BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,' +
  'EffectiveCost,ListCost,ContractedCost,ProviderName,PublisherName,InvoiceIssuerName,ServiceCategory,ServiceName,ResourceId,Tags'
const charge = (cost: string, day: string, team: string) =>
  [
    `${cost},acct,USD,2026-10-01T00:00:00Z,2026-09-01T00:00:00Z,Usage,2026-09-${day}T01:00:00Z,2026-09-${day}T00:00:00Z`,
    `${cost},${cost},${cost},Neo,Neo,Neo,Compute,VM,vm-1,"{""team"": ""${team}""}"`,
  ].join(',')
const focus = (...lines: string[]) => [header, ...lines, ''].join('\n')

async function upload(name: string, ...parts: BodyInit[]): Promise<number> {
  let id = 0
  for (const [at, part] of parts.entries()) {
    const query = `?name=${name}-${at}${at < parts.length - 1 ? '&more=1' : ''}`
    const call = { path: `/${query}`, body: part }
    const response = await (id ? admin(files.POST, { ...call, params: { id } }) : admin(imports.POST, call))
    expect(response.status).toBe(201)
    id = ((await response.json()) as { id: number }).id
  }
  return id
}

async function settled(id: number): Promise<ImportDetail> {
  for (;;) {
    const detail = (await (await admin(one.GET, { params: { id } })).json()) as ImportDetail
    if (detail.state !== 'received' && detail.state !== 'running') return detail
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const act = async (handler: Parameters<Caller>[0], id: number, json: unknown = {}) => {
  const response = await admin(handler, { params: { id }, json })
  return { status: response.status, detail: (await response.json()) as ImportDetail }
}

const billed = (detail: ImportDetail) => Object.values(detail.totals).map((totals) => totals.billed)

test('upload, the same bytes again, replace a month, undo: the server runs the importer and follows it', async () => {
  const first = await settled(
    await upload('first', focus(charge('1.10', '05', 'search'), charge('2.2000000001', '06', 'ml'))),
  )
  expect(first).toMatchObject({ state: 'published', rowsRead: 2, rowsStored: 2, issueCount: 0, error: null })
  expect(billed(first)).toEqual(['3.3000000001'])

  const again = await settled(
    await upload('again', focus(charge('1.10', '05', 'search'), charge('2.2000000001', '06', 'ml'))),
  )
  expect(again).toMatchObject({ state: 'unchanged', sameBytesAs: { id: first.id, label: 'first-0' } })

  const waiting = await settled(
    await upload('more', focus(charge('1.10', '05', 'search')), gzipSync(focus(charge('5', '07', 'ml')))),
  )
  expect(waiting).toMatchObject({ state: 'awaiting', files: 2, question: { kind: 'confirm', issues: 0 } })
  expect((await act(undo.POST, waiting.id)).status).toBe(409)

  const confirmed = await act(confirm.POST, waiting.id)
  expect(confirmed).toMatchObject({ status: 200, detail: { state: 'published' } })
  expect(confirmed.detail.undo).toMatchObject([
    { billingPeriod: '2026-09-01', liveImportId: waiting.id, now: { rows: 2 }, back: { importId: first.id, rows: 2 } },
  ])
  expect((await act(undo.POST, first.id)).status).toBe(409)
  expect(await act(undo.POST, waiting.id)).toMatchObject({ status: 200, detail: { state: 'reverted' } })
})

test('a row opens as it is in the file, plain or packed, and only to people of its team', async () => {
  const id = await upload(
    'rows',
    focus(charge('7', '01', 'search')),
    gzipSync(focus(charge('8', '02', 'ml'), charge('9', '03', 'search'))),
  )
  const detail = await settled(id)
  if (detail.state === 'awaiting') await act(confirm.POST, id)
  const at = (who: Caller, file: number, line: number) => who(row.GET, { params: { id, file, row: line } })
  const packed = (await (await at(admin, 2, 3)).json()) as SourceRow
  expect(packed).toMatchObject({ importId: id, file: 2, row: 3, lastRow: 3 })
  expect(packed.values[packed.header.indexOf('BilledCost')]).toBe('9')
  expect(packed.values[packed.header.indexOf('Tags')]).toBe('{"team": "search"}')
  const statuses = async (who: Caller) =>
    Promise.all([at(who, 1, 2), at(who, 2, 2), at(who, 2, 3)].map(async (response) => (await response).status))
  expect(await statuses(admin)).toEqual([200, 200, 200])
  expect(await statuses(engineer)).toEqual([200, 404, 200])
  expect((await at(admin, 2, 4)).status).toBe(404)
  expect((await at(admin, 3, 2)).status).toBe(404)
  expect((await at(admin, 1, 1)).status).toBe(404)
})

test('a bad row waits for a word; cancelling drops everything', async () => {
  const id = await upload('bad', focus(charge('1', '11', 'search'), charge('1.2.3', '12', 'search')))
  const detail = await settled(id)
  expect(detail).toMatchObject({
    state: 'awaiting',
    issueCount: 1,
    issuesListed: 4,
  })
  expect(await act(cancel.POST, id)).toMatchObject({ status: 200, detail: { state: 'cancelled', receipt: null } })
  expect(await db().sliceVersion.count({ where: { importId: id } })).toBe(0)
  expect((await act(confirm.POST, id)).status).toBe(409)
})

test('a file of no known layout asks for its columns, and the answer starts it again', async () => {
  const id = await upload('own', 'When,What,Paid\n11/13/2026,gpu,"1,234.50"\n')
  const asking = await settled(id)
  expect(asking).toMatchObject({
    state: 'needs_answer',
    question: { kind: 'mapping', header: ['When', 'What', 'Paid'] },
  })
  const mapping = {
    chargeStart: 'When',
    cost: 'Paid',
    service: 'What',
    dateLayout: 'us',
    decimalComma: 'no',
    provider: 'Own',
    fixedCurrency: 'EUR',
  }
  expect((await act(answer.POST, id, { mapping: JSON.stringify(mapping) })).status).toBe(200)
  const done = await settled(id)
  expect([done.state, done.error, done.totals.EUR?.billed]).toEqual(['published', null, '1234.5'])
})

test('a file that cannot be read is refused with its place, and nothing is stored', async () => {
  const detail = await settled(await upload('torn', `${focus(charge('1', '11', 'search'))}"never closed`))
  expect(detail).toMatchObject({ state: 'refused', receipt: null, rowsStored: 0 })
  expect(detail.error?.message).toContain('torn-0')
})
