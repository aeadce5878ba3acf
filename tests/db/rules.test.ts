import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { parseRules } from '@/lib/attribution/rule.ts'
import { previewRules } from '@/lib/attribution/rule-preview.ts'
import { listRuleVersions, readRules, readRuleVersion, saveRules } from '@/lib/attribution/rule-versions.ts'
import { db } from '@/lib/db/client.ts'
import { metrics } from '@/lib/spend/index.ts'
import { importFiles } from '../import/import-files.ts'
import { testDatabase } from '../setup/database.ts'
import { everything, filterOf, openWorld } from './spend-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)
const folder = mkdtempSync(join(tmpdir(), 'gpu ledger rules '))
const header =
  'BillingAccountId,BillingCurrency,BillingPeriodStart,BilledCost,EffectiveCost,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,ProviderName,ServiceName,ResourceId,ResourceName,Tags'
const line = (month: string, name: string, cost: string, tags = '{}') =>
  `a,USD,2026-${month}-01T00:00:00Z,${cost},${cost},Usage,2026-${month}-05T00:00:00Z,2026-${month}-05T01:00:00Z,AWS,EC2,${name},${name},"${tags.replaceAll('"', '""')}"`
const bill = [
  header,
  line('05', 'node-1', '1000'),
  line('07', 'node-1', '10.10'),
  line('08', 'node-1', '20.20'),
  line('09', 'node-1', '30.30'),
  line('09', 'node-2', '5', '{"team":"web"}'),
  line('09', 'db-1', '7'),
].join('\n')

beforeAll(async () => {
  const { exitCode, report } = await importFiles(url, [{ name: 'bill.csv', bytes: bill }])
  expect([exitCode, report.error]).toEqual([0, undefined])
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const rules = (...given: object[]): AllocationRule[] => {
  const parsed = parseRules(given)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.rules
}
const nodes = { field: 'resource-name', op: 'glob', values: ['node-*'] }
const ml = { id: 'ml', name: 'Nodes', validFrom: '2026-08', when: [nodes], set: { team: 'ml' } }
const teams = async () =>
  (await metrics.breakdown(everything, filterOf('from=2026-07-01&to=2026-10-01&group=team'))).map((row) => [
    row.key,
    row.cost,
  ])

test('a preview says what each rule takes from whom, and writes nothing', async () => {
  const seen = await previewRules(
    world.run,
    rules(ml, { id: 'rest', name: 'Rest', set: { team: 'ops', project: 'p' } }),
  )
  expect(seen.months).toEqual(['2026-07', '2026-08', '2026-09'])
  expect(seen.rules[0]).toEqual({
    rule: 'ml',
    meters: 2,
    charges: 3,
    unpriced: 0,
    costs: { USD: '55.5' },
    from: [
      { source: null, meters: 1, charges: 2, unpriced: 0, costs: { USD: '50.5' } },
      { source: 'tag:team', meters: 1, charges: 1, unpriced: 0, costs: { USD: '5' } },
    ],
  })
  expect(seen.rules[1]).toMatchObject({ rule: 'rest', meters: 3, charges: 5, costs: { USD: '72.6' } })
  expect(seen.teams).toEqual(
    expect.arrayContaining([
      { team: '~', currency: 'USD', before: '67.6', after: '0' },
      { team: 'web', currency: 'USD', before: '5', after: '0' },
      { team: 'ml', currency: 'USD', before: '0', after: '55.5' },
      { team: 'ops', currency: 'USD', before: '0', after: '17.1' },
    ]),
  )
  expect(seen.before).toEqual({ meters: 3, charges: 5, unpriced: 0, costs: { USD: '72.6' } })
  expect(seen.after).toEqual(seen.before)
  expect(seen.changed).toEqual(seen.before)
  expect(await db().ruleVersion.count()).toBe(0)
})

test('saving attributes every meter, is audited, and keeps a history that can be restored', async () => {
  const first = await saveRules(everything, { base: 0, rules: rules(ml), note: 'first' })
  expect(first).toMatchObject({ saved: true, diff: { added: ['ml'] } })
  expect(await teams()).toEqual(
    expect.arrayContaining([
      ['ml', '55.5'],
      [null, '17.1'],
    ]),
  )
  // Months are held against what is stored for them, so the same rules change nothing.
  expect((await previewRules(world.run, rules(ml))).changed).toMatchObject({ meters: 0, charges: 0 })
  expect(await db().auditEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
    action: 'rules.save',
    details: { before: 0, version: first.version, note: 'first', added: ['ml'] },
  })
  expect(await saveRules(everything, { base: first.version, rules: rules(ml), note: 'again' })).toMatchObject({
    saved: false,
    version: first.version,
  })
  const second = await saveRules(everything, { base: first.version, rules: [], note: 'none' })
  expect(await teams()).toEqual(expect.arrayContaining([['web', '5']]))
  await expect(saveRules(everything, { base: first.version, rules: rules(ml), note: '' })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`version ${second.version}`),
  })
  const old = await readRuleVersion(everything, first.version)
  await saveRules(everything, { base: second.version, rules: old.rules, note: 'back' })
  expect((await readRules(everything)).rules).toEqual(rules(ml))
  expect(
    (await listRuleVersions(everything)).map(({ note, rules, diff }) => [note, rules, diff.added, diff.removed]),
  ).toEqual([
    ['back', 1, ['ml'], []],
    ['none', 0, [], ['ml']],
    ['first', 1, ['ml'], []],
  ])
  await expect(readRuleVersion(everything, 999)).rejects.toMatchObject({ code: 'not_found' })
})

test('npm run rules: export, check, apply, and what it refuses', async () => {
  const run = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=react-server', 'scripts/run.mjs', 'rules', ...words],
      { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
    )
    return { status, stdout, stderr }
  }
  const at = (name: string) => join(folder, name)
  expect(run('export', 'now.yaml')).toMatchObject({ status: 0, stderr: '' })
  const text = readFileSync(at('now.yaml'), 'utf8')
  expect(text).toContain('id: ml')
  expect(run('check', 'now.yaml').stdout).toContain('Nothing changes')
  expect(run('apply', 'now.yaml')).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing changes') })

  writeFileSync(at('next.yaml'), text.replace('team: ml', 'team: research'))
  const versions = await db().ruleVersion.count()
  expect(run('check', 'next.yaml')).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'changed: ml',
      'In 2026-07 to 2026-09, by effective cost:',
      'changes 2 meters, 3 charges, 55.5 USD',
      'team ml: 55.5 -> 0 USD',
      'team research: 0 -> 55.5 USD',
      'in all 3 meters, 5 charges, 72.6 USD before, 3 meters, 5 charges, 72.6 USD after',
      '',
    ].join('\n'),
  })
  expect(await db().ruleVersion.count()).toBe(versions)
  expect(run('apply', 'next.yaml')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Saved version \d+: 1 rules/),
  })
  expect(await teams()).toEqual(expect.arrayContaining([['research', '55.5']]))

  writeFileSync(at('bad.yaml'), 'rules:\n  - id: r1\n    name: One\n    set: {team: ml}\n    tema: x\n')
  const bad = run('check', 'bad.yaml')
  expect(bad).toMatchObject({ status: 2, stdout: '' })
  expect(bad.stderr).toContain('bad.yaml:5:5: "tema" is not known here, at: tema: x')
  expect(run('apply', 'none.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining('none.yaml') })
  expect(run('delete', 'now.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: npm run') })
}, 180_000)
