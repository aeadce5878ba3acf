import { afterAll, beforeAll, expect, test } from 'vitest'
import { metrics } from '@/lib/spend/index.ts'
import { testDatabase } from '@/tests/setup/database.ts'
import { everything, filterOf, openWorld, teamScope } from './spend-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)
const september = 'from=2026-09-01&to=2026-10-01'
const gpu = { gpuClass: 'H100', hours: ['8', '1'] as [string, string] }
let augustVersion = 0

beforeAll(async () => {
  augustVersion = await world.stage({
    month: '2026-08-01',
    charges: [
      { at: '2026-08-31T23:00:00Z', team: 'ml', project: 'llm', ...gpu, quantity: '1', effective: '20', billed: '25' },
      { at: '2026-08-10', team: 'web', project: 'shop', effective: '7.25', billed: '7.25', quantity: '3' },
    ],
  })
  const usd = await world.stage({
    month: '2026-09-01',
    charges: [
      {
        at: '2026-09-01',
        team: 'ml',
        project: 'llm',
        model: 'base',
        ...gpu,
        quantity: '2',
        effective: '100.10',
        billed: '120',
        pricingCategory: 'Standard',
      },
      {
        at: '2026-09-02',
        team: 'ml',
        project: 'llm',
        model: 'base',
        ...gpu,
        quantity: '0.5',
        effective: '5e-06',
        billed: '0',
        pricingCategory: 'Committed',
      },
      { at: '2026-09-07', team: 'web', project: 'shop', effective: '10', billed: null, quantity: '4' },
      {
        at: '2026-09-30T23:59:59Z',
        team: null,
        gpuClass: 'unknown',
        effective: '-3',
        billed: '-3',
        chargeCategory: 'Credit',
      },
      { at: '2026-09-30', team: null, effective: null, billed: '50', chargeCategory: 'Purchase' },
    ],
  })
  const eur = await world.stage({
    provider: 'Nebius',
    account: 'eu',
    month: '2026-09-01',
    isSample: true,
    charges: [
      {
        at: '2026-09-03',
        team: 'ml',
        project: 'llm',
        ...gpu,
        hours: ['1', '3'],
        quantity: '1',
        effective: '9',
        currency: 'EUR',
      },
    ],
  })
  const staged = await world.stage({
    month: '2026-10-01',
    charges: [{ at: '2026-10-01', team: 'ml', effective: '999' }],
  })
  expect(staged).toBeGreaterThan(0)
  await world.publish(augustVersion, usd, eur)
})
afterAll(() => world.close())

test('series: key, bucket and currency; no row without a charge', async () => {
  const row = { currency: 'USD', gpuHours: null, gpuHoursUsed: null, missing: 0, charges: 1 }
  expect(await metrics.series(everything, filterOf(`${september}&group=team&grain=week&currency=USD`))).toEqual([
    { ...row, key: 'ml', bucket: '2026-08-31', cost: '100.100005', gpuHours: '20', gpuHoursUsed: null, charges: 2 },
    { ...row, key: 'web', bucket: '2026-09-07', cost: '10' },
    { ...row, key: null, bucket: '2026-09-28', cost: '-3', missing: 1, charges: 2 },
  ])
})

test.each([
  ['day', ['2026-09-01', '2026-09-02', '2026-09-03']],
  ['month', ['2026-09-01', '2026-09-01']],
  ['total', ['2026-09-01', '2026-09-01']],
])('series by %s names its buckets', async (grain, buckets) => {
  const rows = await metrics.series(everything, filterOf(`${september}&group=project&is.project=llm&grain=${grain}`))
  expect(rows.map((row) => row.bucket)).toEqual(buckets)
})

test('breakdown: largest first in each currency, beside the period before', async () => {
  const nothing = {
    previousCost: null,
    previousGpuHours: null,
    gpuHoursUsed: null,
    previousGpuHoursUsed: null,
    gpuHours: null,
    gpuCost: null,
    missing: 0,
    previousMissing: 0,
  }
  expect(await metrics.breakdown(everything, filterOf(`${september}&group=team`))).toEqual([
    { ...nothing, key: 'ml', currency: 'EUR', cost: '9', gpuHours: '0.333333333333', gpuCost: '9', charges: 1 },
    {
      ...nothing,
      key: 'ml',
      currency: 'USD',
      cost: '100.100005',
      previousCost: '20',
      gpuHours: '20',
      previousGpuHours: '8',
      gpuHoursUsed: null,
      previousGpuHoursUsed: null,
      gpuCost: '100.100005',
      charges: 2,
    },
    { ...nothing, key: 'web', currency: 'USD', cost: '10', previousCost: '7.25', charges: 1 },
    { ...nothing, key: null, currency: 'USD', cost: '-3', gpuCost: '-3', charges: 2, missing: 1 },
  ])
})

test('totals: another basis counts what does not carry it, and compare off asks for no past', async () => {
  const [eur, usd] = await metrics.totals(everything, filterOf(`${september}&basis=billed&compare=0`))
  expect(eur).toMatchObject({ currency: 'EUR', cost: null, gpuHours: '0.333333333333', charges: 1, missing: 1 })
  expect(usd).toEqual({
    currency: 'USD',
    cost: '167',
    previousCost: null,
    gpuHours: '20',
    gpuHoursUsed: null,
    previousGpuHoursUsed: null,
    previousGpuHours: null,
    gpuCost: '117',
    previousGpuCost: null,
    unallocatedCost: '47',
    previousUnallocatedCost: null,
    charges: 5,
    missing: 1,
    previousMissing: 0,
  })
})

test('gpu-classes, gpu-matrix and gpu-rate leave out what has no GPU and keep what is unknown', async () => {
  const filter = filterOf(`${september}&currency=USD&grain=week`)
  expect(
    (await metrics['gpu-classes'](everything, filter)).map((r) => [r.gpuClass, r.pricingCategory, r.gpuHours, r.cost]),
  ).toEqual([
    ['H100', 'Committed', '4', '0.000005'],
    ['H100', 'Standard', '16', '100.1'],
    ['H100', null, null, null],
    ['unknown', null, null, '-3'],
  ])
  expect(
    (await metrics['gpu-matrix'](everything, filter)).map((r) => [r.project, r.gpuClass, r.gpuHours, r.cost]),
  ).toEqual([
    ['llm', 'H100', '20', '100.100005'],
    [null, 'unknown', null, '-3'],
  ])
  expect(
    (await metrics['gpu-rate'](everything, filter)).map((r) => [r.bucket, r.gpuClass, r.gpuHours, r.cost]),
  ).toEqual([
    ['2026-08-31', 'H100', '20', '100.100005'],
    ['2026-09-28', 'unknown', null, '-3'],
  ])
})

test('values: what a clause on the same dimension excludes is still offered', async () => {
  const filter = filterOf(`${september}&currency=USD&is.team=web&not.charge-category=Credit`)
  expect(
    (await metrics.values(everything, filter, { dimension: 'team' })).map((r) => [r.value, r.cost, r.missing]),
  ).toEqual([
    ['ml', '100.100005', 0],
    ['web', '10', 0],
    [null, null, 1],
  ])
  await expect(metrics.values(everything, filter, { dimension: 'tags' })).rejects.toMatchObject({ code: 'bad_request' })
})

test('movers: the largest change first, with the team of the project', async () => {
  expect(await metrics.movers(everything, filterOf(`${september}&currency=USD&compare=0`))).toEqual([
    { key: 'llm', team: 'ml', currency: 'USD', cost: '100.100005', previousCost: '20', change: '80.100005' },
    { key: null, team: null, currency: 'USD', cost: '-3', previousCost: null, change: '-3' },
    { key: 'shop', team: 'web', currency: 'USD', cost: '10', previousCost: '7.25', change: '2.75' },
  ])
  // The only billed cost of shop in September is not stated, so its change is not known.
  const billed = await metrics.movers(everything, filterOf(`${september}&currency=USD&basis=billed`), { by: 'team' })
  expect(billed.map((r) => [r.key, r.team, r.change])).toEqual([
    ['ml', 'ml', '95'],
    [null, null, '47'],
  ])
})

test('coverage: the share of cost that has a value; for GPU classes, of GPU cost', async () => {
  const rows = await metrics.coverage(everything, filterOf(`${september}&currency=USD&basis=billed`))
  expect(rows).toEqual([
    { dimension: 'gpu-class', currency: 'USD', cost: '117', covered: '120', share: 120 / 117 },
    { dimension: 'model', currency: 'USD', cost: '167', covered: '120', share: 120 / 167 },
    { dimension: 'project', currency: 'USD', cost: '167', covered: '120', share: 120 / 167 },
    { dimension: 'team', currency: 'USD', cost: '167', covered: '120', share: 120 / 167 },
    { dimension: 'tokens', currency: 'USD', cost: '117', covered: '0', share: 0 },
    { dimension: 'utilisation', currency: 'USD', cost: '117', covered: '0', share: 0 },
  ])
})

test('freshness: what is live, of the teams in scope', async () => {
  const live = { firstDay: '2026-08-10', asOf: '2026-10-01', currencies: ['EUR', 'USD'], imports: 3, hasSample: true }
  expect(await metrics.freshness(everything)).toEqual(live)
  expect(await metrics.freshness(teamScope('web'))).toEqual({ ...live, asOf: '2026-09-08', currencies: ['USD'] })
  expect(await metrics.freshness(teamScope())).toEqual({ ...live, firstDay: null, asOf: null, currencies: [] })
})

test('meters open into charges, and charges into the file and row', async () => {
  const filter = filterOf(`${september}&is.team=ml&currency=USD`)
  const { rows, count, others } = await metrics.meters(everything, filter)
  expect([count, others, rows.map((r) => r.cost)]).toEqual([2, [], ['100.1', '0.000005']])
  expect(rows[0]).toMatchObject({
    project: 'llm',
    quantity: '2',
    unit: 'Hours',
    gpuHours: '16',
    firstDay: '2026-09-01',
    missing: 0,
  })
  const opened = await metrics.charges(everything, filter, { meter: rows[0]?.meterId })
  expect(opened).toMatchObject({
    count: 1,
    page: 1,
    currency: 'USD',
    sums: { effective: '100.1', billed: '120', list: null, gpuHours: '16' },
  })
  expect(opened.rows).toEqual([
    {
      versionId: expect.any(Number),
      importId: expect.any(Number),
      file: 0,
      fileName: 'bill.csv',
      row: 2,
      start: '2026-09-01T00:00:00Z',
      end: '2026-09-01T01:00:00Z',
      billed: '120',
      effective: '100.1',
      list: null,
      contracted: null,
      quantity: '2',
      unit: 'Hours',
      gpuHours: '16',
      currency: 'USD',
      rated: null,
    },
  ])
  expect((await metrics.charges(everything, filter, { meter: rows[0]?.meterId, page: '2' })).rows).toEqual([])
  await expect(metrics.charges(teamScope('web'), filter, { meter: rows[0]?.meterId })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(metrics.charges(everything, filter, { meter: '1' })).rejects.toMatchObject({ code: 'bad_request' })
})

test('a scope of one team never shows another, and an empty one shows nothing, whatever the clause', async () => {
  for (const query of ['', 'is.team=ml', 'not.team=web', 'is.team=~', 'is.region=~&group=provider']) {
    const filter = filterOf(`from=2026-08-01&to=2026-11-01&${query}`)
    const open = {
      series: metrics.series,
      breakdown: metrics.breakdown,
      totals: metrics.totals,
      values: metrics.values,
    }
    for (const metric of Object.values(open)) expect(await metric(teamScope(), filter)).toEqual([])
    expect(await metrics.meters(teamScope(), filter)).toEqual({ rows: [], count: 0, others: [] })
    const seen = await metrics.meters(teamScope('web'), filter)
    expect(seen.rows.every((row) => row.team === 'web')).toBe(true)
    for (const row of await metrics.breakdown(teamScope('web'), { ...filter, group: 'team' }))
      expect(row.key).toBe('web')
  }
})

test('what is not published, replaced or undone is invisible; undo brings the version before back', async () => {
  const filter = filterOf('from=2026-08-01&to=2026-11-01&group=team&grain=month&is.team=web')
  const costs = async () => (await metrics.series(everything, filter)).map((row) => [row.bucket, row.cost])
  const before = await costs()
  expect(before).toEqual([
    ['2026-08-01', '7.25'],
    ['2026-09-01', '10'],
  ])
  const newer = await world.stage({ month: '2026-08-01', charges: [{ at: '2026-10-09', team: 'web', effective: '1' }] })
  expect(await costs()).toEqual(before)
  await world.publish(newer)
  expect(await costs()).toEqual([
    ['2026-09-01', '10'],
    ['2026-10-01', '1'],
  ])
  expect((await metrics.meters(everything, filter)).count).toBe(2)
  await world.undo(newer)
  expect(await costs()).toEqual(before)
  await world.undo(augustVersion)
  expect(await costs()).toEqual([['2026-09-01', '10']])
})
