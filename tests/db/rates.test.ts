import { beforeAll, expect, test } from 'vitest'
import type { Scope } from '@/lib/auth/scope.ts'
import { db } from '@/lib/db/client.ts'
import { confirmImport, undoImport } from '@/lib/import/actions.ts'
import { editRate, previewEdit } from '@/lib/rates/change-rates.ts'
import { listRates } from '@/lib/rates/live-rates.ts'
import type { RateDraft } from '@/lib/rates/rate.ts'
import { chargeDetail } from '@/lib/spend/charge.ts'
import { charges } from '@/lib/spend/charges.ts'
import { importFiles } from '../import/import-files.ts'
import { testDatabase } from '../setup/database.ts'
import { filterOf } from './spend-world.ts'

const { url } = await testDatabase()
const admin: Scope = { userId: null, actor: 'admin@example.org', role: 'admin', teams: null }

const header =
  'BillingAccountId,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ConsumedQuantity,ConsumedUnit,ProviderName,RegionId,ServiceCategory,ServiceName,SkuId,SkuMeter'
const instance = 'CoreWeave,us-east-04,Compute,GPU Compute,gd-8xh100ib-i128,gd-8xh100ib-i128'
const storage = 'CoreWeave,us-east-04,Storage,Distributed File Storage,dfs,'

/** An hour of two machines with 8 GPUs on every day of September, and storage on the first. */
const bill = [
  header,
  ...Array.from({ length: 30 }, (_, i) => {
    const day = `2026-09-${String(i + 1).padStart(2, '0')}`
    return `cw-1,2026-09-01T00:00:00Z,Usage,${day}T23:00:00Z,${day}T23:59:59Z,2.5,Instance-Hours,${instance}`
  }),
  `cw-1,2026-09-01T00:00:00Z,Usage,2026-09-01T00:00:00Z,2026-09-01T01:00:00Z,20480.5,GiB-Hours,${storage}`,
].join('\n')

const card = (...rows: string[]) =>
  ['provider,sku,gpu_class,region,unit,price,currency,valid_from,valid_to,source', ...rows].join('\n')
const rateA = 'CoreWeave,,H100-SXM-80GB,,gpu-hour,2.49,USD,2026-09-01,2026-09-16,contract A'
const rateB = 'CoreWeave,,H100-SXM-80GB,,gpu-hour,2.113,USD,2026-09-16,,contract B'

/** Rows by cost source and currency, from every rollup: quantities and money, or how the rollups disagree. */
async function money(): Promise<Record<string, string | null>> {
  const of = async (from: string) =>
    db().$queryRawUnsafe<Record<string, string>[]>(
      `SELECT ${from === 'portion' ? 'cost_source' : 'g.cost_source'} AS source, ${from === 'portion' ? 'currency' : 'g.currency'} AS currency,
         trim_scale(sum(d.effective))::text AS effective, trim_scale(sum(d.contracted))::text AS contracted,
         sum(d.billed)::text AS billed, sum(d.list)::text AS list, sum(d.charges)::int AS charges, trim_scale(sum(d.gpu_hours))::text AS hours
       FROM ${from} d ${from === 'portion' ? '' : 'JOIN spend_group g ON g.id = d.group_id'} GROUP BY 1, 2 ORDER BY 1, 2`,
    )
  const [portion, daily, monthly] = await Promise.all([of('portion'), of('daily_spend'), of('month_spend')])
  expect(daily).toEqual(portion)
  expect(monthly).toEqual(portion)
  return Object.fromEntries(
    portion.map((row) => {
      expect([row.billed, row.list, row.contracted]).toEqual([null, null, row.effective])
      return [`${row.source} ${row.currency} ${row.charges} ${row.hours}`, row.effective ?? null]
    }),
  )
}

/** Which rate prices the GPU charges of each day: runs of days by the source of their rate. */
async function provenance(): Promise<string[]> {
  const rows = await db().$queryRawUnsafe<Record<string, string>[]>(
    `SELECT r.source, trim_scale(m.price)::text AS price, min(d.day)::text AS first, max(d.day)::text AS last, count(*)::int AS days
     FROM meter_day d JOIN meter_rate m ON m.meter_id = d.meter_id AND d.day >= m.from_day AND d.day < m.to_day
     JOIN rate r ON r.id = m.rate_id GROUP BY 1, 2 ORDER BY 3`,
  )
  return rows.map(({ source, price, first, last, days }) => `${source} ${price} ${first} to ${last}: ${days}`)
}

const draft = (more: Partial<RateDraft>): RateDraft => ({
  provider: 'CoreWeave',
  skuId: null,
  gpuClass: 'H100-SXM-80GB',
  regionId: null,
  pricingCategory: null,
  unit: 'gpu-hour',
  price: '2.113',
  currency: 'USD',
  validFrom: '2026-09-16',
  validTo: null,
  source: 'contract B',
  ...more,
})

let cardImport = 0
// 15 days x 2.5 machine hours x 8 GPUs = 300 GPU hours before the 16th, and as many after.
const noPrice = { 'no-price XXX 31 600': null }
const priced = { 'no-price XXX 1 null': null, 'rated USD 30 600': '1380.9' }

beforeAll(async () => {
  const { report } = await importFiles(url, [{ name: 'usage.csv', bytes: bill }])
  expect(report).toMatchObject({ status: 'published', kind: 'billing', format: 'focus-usage', rowsStored: 31 })
  expect(report.totals).toEqual({ XXX: { billed: null, effective: null, list: null, contracted: null } })
})

test('without a rate the quantities are there and their cost is not stated', async () => {
  expect(await money()).toEqual(noPrice)
})

test('a card that prices charges shows the difference first, from the shell too', async () => {
  const shell = await importFiles(url, [{ name: 'rates.csv', bytes: card(rateA, rateB) }])
  expect(shell.report.error).toMatchObject({ code: 'confirmation', message: 'This gives 30 charges another price.' })
  const { result, importId } = await importFiles(url, [{ name: 'rates.csv', bytes: card(rateA, rateB) }], {
    wait: true,
  })
  expect(result).toMatchObject({
    state: 'awaiting',
    question: {
      kind: 'confirm-rates',
      preview: {
        meters: 1,
        charges: 30,
        unpricedBefore: 30,
        unpricedAfter: 0,
        months: [{ month: '2026-09-01', currency: 'USD', before: null, after: '1380.9', difference: '1380.9' }],
      },
    },
  })
  expect(await money()).toEqual(noPrice)
  await confirmImport(admin, importId)
  cardImport = importId
  expect(await money()).toEqual(priced)
})

test('rate A until the 15th and B after: each charge keeps which rate priced it', async () => {
  expect(await provenance()).toEqual([
    'contract A 19.92 2026-09-01 to 2026-09-15: 15',
    'contract B 16.904 2026-09-16 to 2026-09-30: 15',
  ])
  expect((await listRates()).map(({ source, charges }) => [source, charges])).toEqual([
    ['contract A', 15],
    ['contract B', 15],
  ])
})

test('the page of a charge tells the rate that priced it, and that nothing of it was billed', async () => {
  const [meter] = await db().$queryRawUnsafe<{ id: string }[]>('SELECT meter_id::text AS id FROM meter_rate LIMIT 1')
  const { rows } = await charges(admin, filterOf('from=2026-09-15&to=2026-09-17'), { meter: meter?.id ?? '' })
  expect(rows.map(({ billed, effective, rated }) => [billed, effective, rated?.price, rated?.cost])).toEqual([
    [null, null, '19.92', '49.8'],
    [null, null, '16.904', '42.26'],
  ])
  const [first] = rows
  expect(await chargeDetail(admin, first ?? { versionId: 0, file: 0, row: 0 })).toMatchObject({
    charge: { currency: 'XXX', rated: { currency: 'USD', cost: '49.8' } },
    rate: {
      id: first?.rated?.rateId,
      importId: cardImport,
      unit: 'gpu-hour',
      price: '2.49',
      validFrom: '2026-09-01',
      validTo: '2026-09-16',
      source: 'contract A',
    },
  })
})

test('the same bytes again change nothing', async () => {
  const { report } = await importFiles(url, [{ name: 'rates.csv', bytes: card(rateA, rateB) }])
  expect(report).toMatchObject({ status: 'unchanged', importId: cardImport })
})

let changedId = 0
test('changing B shows the difference, prices exactly its charges anew, and writes a new rate', async () => {
  const b = (await listRates()).find(({ source }) => source === 'contract B')
  const edit = { id: b?.id ?? 0, draft: draft({ price: '2.0999999999' }) }
  // 300 GPU hours x (2.0999999999 - 2.113)
  const preview = await previewEdit(edit)
  expect(preview).toEqual({
    meters: 1,
    charges: 15,
    unpricedBefore: 0,
    unpricedAfter: 0,
    months: [
      { month: '2026-09-01', currency: 'USD', before: '633.9', after: '629.99999997', difference: '-3.90000003' },
    ],
  })
  expect(await money()).toEqual(priced)
  const { id } = await editRate(admin, edit)
  changedId = id ?? 0
  expect(changedId).toBeGreaterThan(edit.id)
  expect(await money()).toEqual({ ...priced, 'rated USD 30 600': '1376.99999997' })
  expect(await provenance()).toEqual([
    'contract A 19.92 2026-09-01 to 2026-09-15: 15',
    'contract B 16.7999999992 2026-09-16 to 2026-09-30: 15',
  ])
  const old = await db().rate.findUnique({ where: { id: edit.id } })
  expect([old?.price.toString(), old?.endedAt === null]).toEqual(['2.113', false])
  expect(await db().auditEvent.findFirst({ where: { action: 'rate.change' } })).toMatchObject({
    subject: `rate:${edit.id}`,
    actor: admin.actor,
  })
})

test('undo of the card is refused while a later change would be lost; taken back in turn, everything is as before', async () => {
  await expect(undoImport(admin, cardImport)).rejects.toMatchObject({ code: 'conflict' })
  expect(await money()).toEqual({ ...priced, 'rated USD 30 600': '1376.99999997' })
  await editRate(admin, { id: changedId, draft: null })
  expect(await money()).toEqual({ 'no-price XXX 16 300': null, 'rated USD 15 300': '747' })
})

test('a newer card replaces rates of the same day, and its undo brings them back to the digit', async () => {
  const before = [await money(), await provenance()]
  const next = card('coreweave,,H100-SXM-80GB,,GPU-Hours,1,EUR,2026-09-01,2026-10-01,contract C')
  const { importId, report } = await importFiles(url, [{ name: 'next.csv', bytes: next }], { yes: true })
  expect(report).toMatchObject({ status: 'published', kind: 'rates', format: 'rate-card' })
  expect(await money()).toEqual({ 'no-price XXX 1 null': null, 'rated EUR 30 600': '600' })
  await undoImport(admin, importId)
  expect([await money(), await provenance()]).toEqual(before)
})

test('a rate of the charges own unit prices what has no GPU', async () => {
  const { preview } = await editRate(admin, {
    id: null,
    draft: draft({ skuId: 'DFS', gpuClass: null, unit: 'gib-hours', price: '0.00001', validFrom: '2026-01-01' }),
  })
  expect(preview.months).toEqual([
    { month: '2026-09-01', currency: 'USD', before: null, after: '0.204805', difference: '0.204805' },
  ])
})

test('Slurm jobs become charges of GPU hours when asked for, and a rate prices them', async () => {
  const jobs = [
    'Cluster|JobID|Account|Partition|Start|ElapsedRaw|AllocTRES',
    'hal|1001|vision|gpu|2026-09-14T01:30:00|7200|cpu=32,gres/gpu:a100=4,gres/gpu=4',
    'hal|1001.batch|vision||2026-09-14T01:30:00|7200|cpu=32,gres/gpu:a100=4,gres/gpu=4',
  ].join('\n')
  const files = [{ name: 'jobs.txt', bytes: jobs }]
  const unasked = await importFiles(url, files, { answers: { as: 'charges' } })
  expect(unasked.report.error).toMatchObject({ code: 'needs_answer', message: expect.stringMatching(/time zone/) })
  const wrong = await importFiles(url, [{ name: 'x.csv', bytes: bill }], { answers: { as: 'charges' } })
  expect(wrong.report.error).toMatchObject({ code: 'answer', column: 'as', message: expect.stringMatching(/JobID/) })
  const { report } = await importFiles(url, files, { answers: { as: 'charges', zone: 'Europe/Berlin' } })
  expect(report).toMatchObject({ status: 'published', format: 'slurm-charges', rowsStored: 2 })
  const slurm = { provider: 'Slurm', gpuClass: null, price: '1.1', validFrom: '2026-09-13', validTo: '2026-09-14' }
  const { preview } = await editRate(admin, { id: null, draft: draft(slurm) })
  // 4 GPUs x 2 h x 1.1; half past one in Berlin is the day before in UTC. A price per GPU-second is rounded at 18 decimals.
  expect(preview).toMatchObject({ charges: 2, months: [{ after: '8.8000000000000128' }] })
})

test('a twin of a rate, a rate that is gone and a bad draft are refused, and nothing changes', async () => {
  const before = await db().rate.findMany()
  const twin = draft({ validFrom: '2026-09-01' })
  await expect(editRate(admin, { id: null, draft: twin })).rejects.toMatchObject({ code: 'conflict' })
  await expect(editRate(admin, { id: changedId, draft: null })).rejects.toMatchObject({ code: 'not_found' })
  await expect(editRate(admin, { id: null, draft: draft({ price: '-1' }) })).rejects.toMatchObject({
    code: 'bad_request',
    message: 'price is negative. Write a decimal of zero or more with a point, such as 2.49.',
  })
  expect(await db().rate.findMany()).toEqual(before)
})
