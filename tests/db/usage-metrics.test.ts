import { afterAll, beforeAll, expect, test } from 'vitest'
import { add } from '@/lib/core/money.ts'
import { metrics } from '@/lib/spend/index.ts'
import { testDatabase } from '@/tests/setup/database.ts'
import { everything, filterOf, openWorld, teamScope } from './spend-world.ts'
import { publishUsage, undoUsage } from './usage-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)
const september = 'from=2026-09-01&to=2026-10-01&grain=total'
const llm = filterOf(`${september}&idle=owner&is.project=llm`)
const train = { team: 'ml', project: 'llm', model: 'base', workload: 'train-1', workloadKind: 'job', person: 'ann' }
const serve = { team: 'web', project: 'shop', workload: 'serve', workloadKind: 'pod' }
const tuesday = (hour: number) => `2026-09-01T${String(hour).padStart(2, '0')}:00:00Z`

beforeAll(async () => {
  const gpu = { gpuClass: 'H100', hours: ['8', '1'] as [string, string], at: '2026-09-01' }
  const version = await world.stage({
    month: '2026-09-01',
    charges: [
      { ...gpu, team: 'ml', project: 'llm', quantity: '24', effective: '192', region: 'h1' },
      { ...gpu, team: 'ml', project: 'llm', quantity: '3', effective: '48', region: 'h2' },
      { at: '2026-09-02', team: 'ml', project: 'llm', effective: '10' },
      { ...gpu, team: 'web', project: 'shop', quantity: '1', effective: '8', region: 'h3' },
    ],
  })
  await world.publish(version)
  await world.run('UPDATE meter SET resource_id = region_id, gpu_count = 8 WHERE region_id IS NOT NULL')
  await publishUsage(
    world,
    [
      { ...train, resource: 'h1', from: tuesday(0), to: tuesday(9), gpus: 8, utilisation: '0.9' },
      { ...train, resource: 'h1', from: tuesday(9), to: tuesday(15), gpus: 8, utilisation: '0.01', state: 'COMPLETED' },
      { ...serve, resource: 'h1', from: tuesday(15), to: tuesday(18), gpus: 8 },
      { ...serve, resource: 'h3', from: tuesday(0), to: tuesday(2), gpus: 8 },
      { ...train, resource: 'ghost', from: '2026-09-03T00:00:00Z', to: '2026-09-03T05:00:00Z', gpus: 1 },
      {
        role: 'tokens',
        team: 'ml',
        project: 'llm',
        model: 'base',
        from: '2026-09-02T00:00:00Z',
        to: '2026-09-02T01:00:00Z',
        tokensIn: '3000000',
        tokensOut: '1000000',
      },
    ],
    [{ resource: 'h1', from: tuesday(0), to: '2026-09-02T00:00:00Z' }],
  )
})
afterAll(() => world.close())

test('usage-split: hours billed = used + held idle + not held + not measured, whatever the mode', async () => {
  const states = (mode: string) => metrics['usage-split'](everything, filterOf(`${september}&idle=${mode}`))
  for (const mode of ['separate', 'shared', 'owner']) {
    expect((await states(mode)).map((r) => [r.usageState, r.gpuHours, r.cost])).toEqual([
      ['held-idle', '48', '48'],
      ['not-held', '48', '48'],
      ['not-measured', '24', '48'],
      ['used', '104', '104'],
    ])
  }
  const own = await metrics['usage-split'](everything, llm)
  expect(own.map((r) => [r.usageState, r.gpuHours])).toEqual([
    ['held-idle', '48'],
    ['not-held', '48'],
    ['not-measured', '24'],
    ['used', '72'],
  ])
})

test('workloads: rows and others add up to the total, in every mode', async () => {
  const { rows, count, others } = await metrics.workloads(everything, llm)
  expect(count).toBe(1)
  expect(rows[0]).toMatchObject({
    workload: 'train-1',
    kind: 'job',
    person: 'ann',
    team: 'ml',
    project: 'llm',
    model: 'base',
    gpuClasses: ['H100'],
    currency: 'USD',
    cost: '120',
    gpuHours: '120',
    gpuHoursIdle: '48',
    held: '125',
    utilisation: 0.544,
    state: 'COMPLETED',
    firstStart: '2026-09-01T00:00:00Z',
    lastEnd: '2026-09-03T05:00:00Z',
  })
  expect(others).toEqual([{ currency: 'USD', workloads: 0, cost: '106', gpuHours: '72' }])
  for (const query of ['separate', 'shared', 'owner']) {
    const filter = filterOf(`${september}&idle=${query}`)
    const all = await metrics.workloads(everything, filter)
    const [total] = await metrics.totals(everything, filter)
    const sum = [...all.rows, ...all.others].reduce((so, row) => add(so, row.cost ?? '0'), '0')
    expect(sum).toBe(total?.cost)
  }
  const foreign = await metrics.workloads(teamScope('web'), filterOf(`${september}&idle=owner`))
  expect(foreign.rows.map((row) => [row.workload, row.cost, row.utilisation])).toEqual([['serve', '32', null]])
  expect(await metrics.workloads(teamScope(), llm)).toEqual({ rows: [], count: 0, others: [] })
})

test('amounts in a reporting currency where the month has a rate, in their own where it has none', async () => {
  await world.run(`INSERT INTO exchange_rate (month, from_currency, to_currency, rate, source, observed_on, created_by)
    VALUES ('2026-09-01', 'USD', 'EUR', 0.5, 'test', '2026-09-01', 'test')`)
  const inEuro = { ...llm, reportingCurrency: 'EUR' }
  const { rows, others } = await metrics.workloads(everything, inEuro)
  expect(rows.map((r) => [r.currency, r.cost, r.gpuHours])).toEqual([['EUR', '60', '120']])
  expect(others).toEqual([{ currency: 'EUR', workloads: 0, cost: '53', gpuHours: '72' }])
  const [day] = await metrics['workload-days'](everything, inEuro, { workload: 'train-1' })
  expect([day?.currency, day?.cost]).toEqual(['EUR', '60'])
  const machines = await metrics['host-usage'](everything, { ...llm, reportingCurrency: 'EUR' })
  expect(machines.rows.map((r) => [r.host, r.currency, r.cost])).toEqual([
    ['h1', 'EUR', '84'],
    ['h2', 'EUR', '24'],
  ])
  const inYen = await metrics.workloads(everything, { ...llm, reportingCurrency: 'JPY' })
  expect(inYen.rows.map((r) => [r.currency, r.cost])).toEqual([['USD', '120']])
})

test('workload-days: by day and machine, those without a bill too', async () => {
  const rows = await metrics['workload-days'](everything, llm, { workload: 'train-1', kind: 'job' })
  expect(rows.map((r) => [r.day, r.host, r.cost, r.gpuHours, r.gpuHoursIdle, r.held, r.utilisation, r.people])).toEqual(
    [
      ['2026-09-01', 'h1', '120', '120', '48', '120', 0.544, ['ann']],
      ['2026-09-03', 'ghost', null, null, null, '5', null, ['ann']],
    ],
  )
  expect(await metrics['workload-days'](teamScope('web'), llm, { workload: 'train-1' })).toEqual([])
  await expect(metrics['workload-days'](everything, llm)).rejects.toMatchObject({ code: 'bad_request' })
})

test('utilisation and unit-cost: null where nothing was measured or counted', async () => {
  expect(await metrics.utilisation(everything, llm)).toEqual([
    { bucket: '2026-09-01', held: '125', idle: '48', measured: '120', utilisation: 0.544 },
  ])
  expect(await metrics.utilisation(everything, filterOf(`${september}&is.project=shop`))).toEqual([
    { bucket: '2026-09-01', held: '40', idle: '0', measured: '0', utilisation: null },
  ])
  const cost = { currency: 'USD', missing: 0, requests: null }
  expect(await metrics['unit-cost'](everything, llm)).toEqual([
    { ...cost, bucket: '2026-09-01', cost: '226', tokensIn: '3000000', tokensOut: '1000000', costPerMillion: '56.5' },
  ])
  expect(await metrics['unit-cost'](everything, filterOf(`${september}&idle=owner&is.project=shop`))).toEqual([
    { ...cost, bucket: '2026-09-01', cost: '32', tokensIn: null, tokensOut: null, costPerMillion: null },
  ])
})

test('token-cost: what has a model, counted or not', async () => {
  const { group: _group, ...rest } = filterOf(`${september}&idle=owner`)
  expect(await metrics['token-cost'](everything, { ...rest, group: 'project' })).toMatchObject([
    { key: 'llm', currency: 'USD', cost: '226', tokensIn: '3000000', tokensOut: '1000000', costPerMillion: '56.5' },
    { key: 'shop', currency: 'USD', cost: '32', tokensIn: null, tokensOut: null, costPerMillion: null },
  ])
  expect(await metrics['token-cost'](teamScope('web'), { ...rest, group: 'model' })).toEqual([])
})

test('host-usage: hours by state, and the excess; unmatched-hosts: what no bill names', async () => {
  const { rows, count, others } = await metrics['host-usage'](everything, filterOf(`${september}&idle=owner`))
  expect([count, others]).toEqual([3, []])
  expect(
    rows.map((r) => [r.host, r.gpuHours, r.used, r.heldIdle, r.notHeld, r.notMeasured, r.cost, r.excess, r.excessDays]),
  ).toEqual([
    ['h3', '8', '8', null, null, null, '8', '8', 1],
    ['h1', '192', '96', '48', '48', null, '192', null, 0],
    ['h2', '24', null, null, null, '24', '48', null, 0],
  ])
  expect(await metrics['unmatched-hosts'](everything, filterOf(september))).toEqual([
    {
      resource: 'ghost',
      teams: ['ml'],
      held: '5',
      records: 1,
      firstStart: '2026-09-03T00:00:00Z',
      lastEnd: '2026-09-03T05:00:00Z',
    },
  ])
  expect(await metrics['unmatched-hosts'](teamScope('web'), filterOf(september))).toEqual([])
})

test('heat-map: hours held by weekday and hour, with the machine’s measurements where the holder has none', async () => {
  const monday = (hour: number) => `2026-09-07T${hour}:00:00Z`
  const hold = { ...train, resource: 'h1', key: 1 }
  const filter = filterOf('from=2026-09-07&to=2026-09-15&is.project=llm')
  const imports = [
    await publishUsage(world, [{ ...hold, from: monday(10), to: monday(11), gpus: 8 }]),
    await publishUsage(world, [
      { ...hold, from: '2026-09-07T10:30:00Z', to: monday(12), gpus: 2 },
      { role: 'measure', resource: 'h1', from: monday(11), to: monday(12), gpus: 1, utilisation: '0.25' },
      { ...hold, key: 2, from: '2026-09-14T11:00:00Z', to: '2026-09-14T12:00:00Z', gpus: 2, utilisation: '0.75' },
    ]),
  ]
  const undone = await publishUsage(world, [{ ...hold, from: monday(10), to: monday(20), gpus: 8 }])
  await undoUsage(world, undone)
  expect(await metrics['heat-map'](everything, filter)).toEqual([
    { weekday: 1, hour: 10, held: '1', measured: null, utilisation: null },
    { weekday: 1, hour: 11, held: '4', measured: '4', utilisation: 0.5 },
  ])
  expect(await metrics['heat-map'](teamScope('web'), filter)).toEqual([])
  for (const id of imports) await undoUsage(world, id)
  expect(await metrics['heat-map'](everything, filter)).toEqual([])
})

test('cost-sources: what no bill states, and nothing where everything is billed', async () => {
  expect(await metrics['cost-sources'](everything, llm)).toEqual([])
})
