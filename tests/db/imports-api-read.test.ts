import { expect, test } from 'vitest'
import { db } from '@/lib/db/client.ts'
import type { ImportDetail, ImportList } from '@/lib/import/history.ts'
import { testDatabase } from '../setup/database.ts'
import { person } from './imports-api-caller.ts'

await testDatabase()
const imports = await import('@/app/api/imports/route.ts')
const one = await import('@/app/api/imports/[id]/route.ts')
const receipt = await import('@/app/api/imports/[id]/receipt/route.ts')
const issues = await import('@/app/api/imports/[id]/issues/route.ts')

const admin = await person('admin')

test('the history is paged, newest first, and counts the sample', async () => {
  await db().import.createMany({
    data: Array.from({ length: 60 }, (_, i) => ({
      state: 'published' as const,
      label: `many ${i}`,
      createdBy: 'nightly',
      isSample: i < 3,
      totals: { USD: { billed: '12.5000000001', effective: null, list: null, contracted: null } },
    })),
  })
  const page = async (n: number) => (await (await admin(imports.GET, { path: `/?page=${n}` })).json()) as ImportList
  const first = await page(1)
  expect(first.imports).toHaveLength(50)
  expect(first.imports[0]).toMatchObject({ label: 'many 59', totals: { USD: { billed: '12.5000000001' } } })
  expect(first).toMatchObject({ total: await db().import.count(), samples: 3, page: 1, pageSize: 50 })
  expect((await page(2)).imports[0]?.label).toBe('many 9')
  expect((await admin(imports.GET, { path: '/?page=0' })).status).toBe(400)
})

test('unchanged says which import holds the bytes; what is not there is 404', async () => {
  const held = await db().import.create({ data: { state: 'published', label: 'held', createdBy: 'a' } })
  const again = await db().import.create({
    data: {
      state: 'unchanged',
      label: 'again',
      createdBy: 'a',
      error: { code: 'unchanged', message: '', importId: held.id },
    },
  })
  const detail = (await (await admin(one.GET, { params: { id: again.id } })).json()) as ImportDetail
  expect(detail.sameBytesAs).toEqual({ id: held.id, label: 'held' })
  for (const id of [0, 999_999, 'x', '1e3']) expect((await admin(one.GET, { params: { id } })).status).toBe(404)
  expect((await admin(receipt.GET, { params: { id: held.id } })).status).toBe(404)
})

test('every issue downloads as CSV with amounts and without formulas; the page gets the first 200 and exact sums', async () => {
  const { id } = await db().import.create({ data: { state: 'awaiting', label: 'i', createdBy: 'a', issueCount: 2500 } })
  await db().importIssue.createMany({
    data: Array.from({ length: 2500 }, (_, i) => ({
      importId: id,
      file: 'part "1".csv',
      row: i + 2,
      column: 'BilledCost',
      value: i === 0 ? '=1+1' : `${i}`,
      reason: 'not a number',
      currency: i % 2 ? 'USD' : 'EUR',
      amounts: { effective: '-0.0000000001', billed: null },
    })),
  })
  const response = await admin(issues.GET, { path: '/?format=csv', params: { id } })
  const lines = (await response.text()).split('\r\n')
  expect(lines).toHaveLength(2502)
  expect(lines[0]).toBe('file,row,column,value,reason,currency,effective,billed,list,contracted')
  expect(lines[1]).toBe(`"part ""1"".csv",2,BilledCost,'=1+1,not a number,EUR,-0.0000000001,,,`)
  expect(lines[2500]).toBe(`"part ""1"".csv",2501,BilledCost,2499,not a number,USD,-0.0000000001,,,`)
  const detail = (await (await admin(one.GET, { params: { id } })).json()) as ImportDetail
  expect(detail.issues).toHaveLength(200)
  expect(detail.issueTotals).toEqual({ EUR: { effective: '-0.0000001250' }, USD: { effective: '-0.0000001250' } })
})

test('people limited to teams see that an import is there, and no amount of it', async () => {
  const limited = await person('engineer', ['search'])
  const totals = { USD: { billed: '7', effective: null, list: null, contracted: null } }
  const { id } = await db().import.create({
    data: { state: 'published', label: 'all teams', createdBy: 'a', totals, issueCount: 1, receipt: { rowsRead: 1 } },
  })
  await db().importIssue.create({ data: { importId: id, file: 'f', row: 2, column: 'c', value: 'v', reason: 'r' } })
  const list = (await (await limited(imports.GET)).json()) as ImportList
  expect(list.imports[0]).toMatchObject({ id, label: 'all teams', totals: {} })
  const detail = (await (await limited(one.GET, { params: { id } })).json()) as ImportDetail
  expect(detail).toMatchObject({ state: 'published', totals: {}, receipt: null, question: null, issues: [], undo: [] })
  expect((await limited(receipt.GET, { params: { id } })).status).toBe(403)
  expect((await limited(issues.GET, { path: '/?format=csv', params: { id } })).status).toBe(403)
})

test('what undo would bring back is told per slice', async () => {
  const usd = (billed: string) => ({ USD: { billed, effective: null, list: null, contracted: null } })
  const make = (label: string) => db().import.create({ data: { state: 'published', label, createdBy: 'a' } })
  const [older, newer] = [await make('older'), await make('newer')]
  const slice = await db().slice.create({
    data: { provider: 'AWS', billingAccountId: '1', billingPeriod: new Date('2026-11-01') },
  })
  const first = await db().sliceVersion.create({
    data: { sliceId: slice.id, importId: older.id, version: 1, rows: 10, totals: usd('1.10') },
  })
  const second = await db().sliceVersion.create({
    data: {
      sliceId: slice.id,
      importId: newer.id,
      version: 2,
      rows: 12,
      totals: usd('1.20'),
      replacedVersionId: first.id,
    },
  })
  await db().slice.update({ where: { id: slice.id }, data: { liveVersionId: second.id } })
  const undoOf = async (id: number) => ((await (await admin(one.GET, { params: { id } })).json()) as ImportDetail).undo
  const common = { provider: 'AWS', billingAccountId: '1', billingPeriod: '2026-11-01', liveImportId: newer.id }
  expect(await undoOf(newer.id)).toEqual([
    {
      ...common,
      version: 2,
      now: { rows: 12, totals: usd('1.20') },
      back: { version: 1, importId: older.id, rows: 10, totals: usd('1.10') },
    },
  ])
  expect(await undoOf(older.id)).toEqual([
    { ...common, version: 1, now: { rows: 10, totals: usd('1.10') }, back: null },
  ])
})
