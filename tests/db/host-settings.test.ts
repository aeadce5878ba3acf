import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET, PUT } from '@/app/api/settings/hosts/route.ts'
import type { HostRuleEdit } from '@/lib/attribution/host-rules.ts'
import { db } from '@/lib/db/client.ts'
import { metrics } from '@/lib/spend/index.ts'
import { testDatabase } from '@/tests/setup/database.ts'
import { call, cookieFor, createPerson } from './auth-callers.ts'
import { everything, filterOf, openWorld } from './spend-world.ts'
import { publishUsage } from './usage-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)
const filter = filterOf('from=2026-09-01&to=2026-10-01&grain=total&idle=owner')
const word: HostRuleEdit = { id: null, side: 'usage', kind: 'regex', pattern: '^gpu-node-(\\d+)$', target: 'i-$1' }
let cookie = ''

beforeAll(async () => {
  cookie = await cookieFor(await createPerson('admin'))
  const gpu = { gpuClass: 'H100', hours: ['8', '1'] as [string, string], at: '2026-09-01', team: 'ml' }
  await world.publish(
    await world.stage({ month: '2026-09-01', charges: [{ ...gpu, quantity: '24', effective: '192', region: 'i-7' }] }),
  )
  await world.run('UPDATE meter SET resource_id = region_id, gpu_count = 8')
  await publishUsage(
    world,
    [
      {
        resource: 'gpu-node-7',
        from: '2026-09-01T00:00:00Z',
        to: '2026-09-01T10:00:00Z',
        gpus: 8,
        team: 'ml',
        workload: 'train',
        utilisation: '0.04',
      },
    ],
    [{ resource: 'gpu-node-7', from: '2026-09-01T00:00:00Z', to: '2026-09-02T00:00:00Z' }],
  )
})
afterAll(() => world.close())

const put = (body: unknown) => call(PUT, { method: 'PUT', cookie, body })
const states = async () =>
  (await metrics['usage-split'](everything, filter)).map((row) => [row.usageState, row.gpuHours])

test('a machine that no bill names is listed with its hours; a rule names it, and its hours count', async () => {
  expect(await states()).toEqual([['not-measured', '192']])
  const before = await (await call(GET, { cookie })).json()
  expect(before).toMatchObject({ rules: [], idleThreshold: '0.05', machines: { found: 0, unmatched: 1 } })
  expect(before.machines.rows).toMatchObject([{ resource: 'gpu-node-7', host: null, foundBy: null, held: '80' }])

  const saved = await put({ rules: [word], idleThreshold: '0.05' })
  expect([saved.status, await saved.json()]).toEqual([200, { machines: 1 }])
  const after = await (await call(GET, { cookie })).json()
  expect(after.machines.rows).toMatchObject([
    { resource: 'gpu-node-7', host: 'i-7', foundBy: `rule:${after.rules[0].id}` },
  ])
  expect(await states()).toEqual([
    ['held-idle', '80'],
    ['not-held', '112'],
  ])
  const event = await db().auditEvent.findFirst({ orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ action: 'settings.hosts', subject: 'settings:hosts' })
})

test('a lower threshold makes idle hours used; taking the rule back makes them unknown', async () => {
  const { rules } = await (await call(GET, { cookie })).json()
  await put({ rules, idleThreshold: '0.01' })
  expect(await states()).toEqual([
    ['not-held', '112'],
    ['used', '80'],
  ])
  const taken = await put({ rules: [], idleThreshold: '0.05' })
  expect(await taken.json()).toEqual({ machines: 1 })
  expect(await states()).toEqual([['not-measured', '192']])
})

test.each([
  [{ ...word, pattern: '(' }, 'Rule 1: not a regular expression'],
  [{ ...word, pattern: ' ' }, 'Rule 1: the pattern is empty'],
  [{ ...word, target: '' }, 'Rule 1: the machine it means is not named'],
  [{ ...word, target: 'i-$2' }, 'Rule 1: $2 is not there: the pattern has 1 group'],
  [{ ...word, kind: 'glob', pattern: 'gpu-*' }, 'Rule 1: $1 is a group of a regular expression, and this is a glob'],
  [{ ...word, id: 999 }, 'Somebody removed rule 1'],
])('%j is refused with its reason', async (rule, reason) => {
  const answer = await put({ rules: [rule], idleThreshold: '0.05' })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect((await answer.json()).error.message).toContain(reason)
})

test.each(['1.5', '-0.1', 'five', ''])('an idle threshold of %j is refused', async (idleThreshold) => {
  const answer = await put({ rules: [], idleThreshold })
  expect(answer.status).toBe(400)
  expect((await answer.json()).error.message).toContain('from 0 to 1')
})

test('engineers and finance may neither read nor write', async () => {
  for (const role of ['engineer', 'finance'] as const) {
    const other = await cookieFor(await createPerson(role))
    expect((await call(GET, { cookie: other })).status).toBe(403)
    expect((await call(PUT, { method: 'PUT', cookie: other, body: { rules: [], idleThreshold: '0.05' } })).status).toBe(
      403,
    )
  }
})
