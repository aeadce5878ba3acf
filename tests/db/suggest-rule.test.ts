import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseRules } from '@/lib/attribution/rule.ts'
import { saveRules } from '@/lib/attribution/rule-versions.ts'
import { sharedPrefix, suggestRule } from '@/lib/attribution/suggest-rule.ts'
import { importFiles } from '../import/import-files.ts'
import { testDatabase } from '../setup/database.ts'
import { everything, openWorld } from './spend-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)
const header =
  'BillingAccountId,BillingCurrency,BillingPeriodStart,BilledCost,EffectiveCost,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName,RegionId,SubAccountId,ResourceId,ResourceName,Tags'
const line = (name: string, cost: string, { sub = '', tags = '{}', region = 'us' } = {}) =>
  `a,USD,2026-09-01T00:00:00Z,${cost},${cost},Usage,2026-09-05T00:00:00Z,2026-09-05T01:00:00Z,AWS,EC2,${region},${sub},${name},${name},"${tags.replaceAll('"', '""')}"`

beforeAll(async () => {
  const bytes = [
    header,
    line('gpu-node-1', '1'),
    line('gpu-node-12', '2.5'),
    line('gpu-node-3', '4', { tags: '{"team":"web"}' }),
    line('gpu-cache', '8'),
    line('lonely', '16', { sub: 'sub-1' }),
    line('other', '32', { sub: 'sub-1' }),
    line('', '64', { region: 'eu' }),
  ].join('\n')
  expect((await importFiles(url, [{ name: 'bill.csv', bytes }])).exitCode).toBe(0)
})
afterAll(() => world.close())

const idOf = async (where: string) => String((await world.run(`SELECT id::text FROM meter WHERE ${where}`))[0]?.id)

test.each([
  ["resource_name = 'gpu-node-1'", 'gpu-node-*', 1, '3.5', 'resource-name'],
  ["resource_name = 'gpu-cache'", 'gpu-*', 2, '11.5', 'resource-name'],
  ["resource_name = 'lonely'", 'sub-1', 1, '48', 'sub-account'],
  ["region_id = 'eu'", 'EC2 in eu', 0, '64', 'service'],
])('%s: %s and %d others', async (where, name, others, cost, field) => {
  const found = await suggestRule(world.run, await idOf(where), 'team')
  expect(found).toMatchObject({ dimension: 'team', name, others, costs: { USD: cost } })
  expect(found.when.map((condition) => condition.field)).toContain(field)
  // gpu-node-3 has a tag that says its team, and keeps it.
  expect(found.when.some((one) => one.field === 'tag:team')).toBe(name.startsWith('gpu'))
  const rules = [{ id: 'new', name, when: found.when, set: { team: 'found' } }]
  expect(parseRules(rules)).toHaveProperty('rules')
})

test('what a rule or a tag names is no worklist', async () => {
  const tagged = await idOf("resource_name = 'gpu-node-3'")
  await expect(suggestRule(world.run, tagged, 'team')).rejects.toMatchObject({ code: 'not_found' })
  const parsed = parseRules([{ id: 'all', name: 'All', set: { team: 'ops' } }])
  if (!('rules' in parsed)) throw new Error('not a rule')
  await saveRules(everything, { base: 0, note: '', rules: parsed.rules })
  const named = await idOf("resource_name = 'gpu-node-1'")
  await expect(suggestRule(world.run, named, 'team')).rejects.toMatchObject({ code: 'not_found' })
  expect(await suggestRule(world.run, named, 'project')).toMatchObject({ name: 'gpu-node-*', others: 2 })
})

test.each([
  ['gpu-node-17', ['gpu-node-10'], 'gpu-node-'],
  ['node17', ['node2', 'note'], 'node'],
  ['train-a-1', ['train-b-1'], 'train-'],
  ['train-a-1', ['train-a-1'], null],
  ['abc', ['abd'], null],
  ['a*b-1', ['a*b-2'], null],
])('%s beside %j shares %s', (name, names, prefix) => {
  expect(sharedPrefix(name, names)).toBe(prefix)
})
