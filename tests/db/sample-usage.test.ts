import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { removeSample } from '@/lib/import/actions.ts'
import { refreshFindings } from '@/lib/recommendations/refresh-findings.ts'
import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import { matchPlanted, openFindings } from '@/lib/sample/planted-findings.ts'
import { exact } from '@/lib/sample/read-back.ts'
import { usageEvidence } from '@/lib/sample/usage/evidence.ts'
import { usageAnswers, writeSampleUsage } from '@/lib/sample/usage/write-usage.ts'
import { writeSampleMonth } from '@/lib/sample/write-sample.ts'
import { everything } from '@/tests/db/spend-world.ts'
import { importPaths } from '@/tests/import/import-files.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const until = '2026-11-20'
const dir = mkdtempSync(join(tmpdir(), 'sample usage '))
const client = new Client({ connectionString: url })

beforeAll(async () => {
  await client.connect()
  const ctx = { until, scale: 0.01, noise: createNoise(defaultSeed) }
  const bills: string[] = []
  for (const month of sampleMonths(sampleDays(until)).slice(-7)) {
    const files = await writeSampleMonth(dir, month, ctx)
    bills.push(...files.flatMap(({ provider, path }) => (provider === 'aws' ? [path] : [])))
  }
  const usage = await writeSampleUsage(dir, { until })
  const answers = Object.fromEntries(usageAnswers.map((answer) => answer.split('=')))
  for (const paths of [bills, ...usage.map(({ path }) => [path])]) {
    const { report } = await importPaths(url, paths, { yes: true, isSample: true, answers })
    expect(report).toMatchObject({ status: 'published' })
  }
}, 240_000)

afterAll(async () => {
  await client.end()
  rmSync(dir, { recursive: true, force: true })
})

async function count(table: string): Promise<number> {
  const { rows } = await client.query(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0].n
}

test.each(usageEvidence(until).map((found) => [found.id, found] as const))(
  '%s: the app finds it with its exact hours and cost',
  async (_, { hosts, state, period, gpuHours, size }) => {
    const { rows } = await client.query(
      `SELECT trim_scale(sum(p.gpu_hours))::text AS hours, trim_scale(sum(p.effective))::text AS cost FROM portion p JOIN meter m ON m.id = p.meter_id
       WHERE m.host = ANY($1) AND p.day >= $2::date AND p.day < $3::date AND p.idle_mode IN (0, 1) AND p.usage_state = $4`,
      [hosts, period.from, period.to, state],
    )
    expect([exact(rows[0].hours), exact(rows[0].cost)]).toEqual([exact(gpuHours), exact(size)])
  },
)

test('every planted fact of these months is found by its rule, at its size', async () => {
  expect(await refreshFindings()).toBe(true)
  const found = await openFindings(pgRunner(client))
  expect(Object.fromEntries(matchPlanted(until, found).rows.map(({ id, how }) => [id, how]))).toEqual({
    'idle-reserved-node': 'exact',
    'half-used-savings-plan': 'exact',
    'untagged-account': 'its GPU cost; the rest is storage',
    'on-demand-rate-cut': 'us-east-2; in us-east-1 no bill knows the price before',
    'lost-spot-spike': 'exact',
    'notebooks-at-night': 'within its range',
    'region-price-gap': 'exact',
    'orphaned-volumes': 'exact',
    'cold-checkpoints': 'exact',
  })
})

test('no machine is held for longer than it is billed', async () => {
  expect(await count('host_excess')).toBe(0)
})

test('removing the sample removes its usage and its exchange rates with its bills', async () => {
  expect(await count('exchange_rate')).toBe(13)
  await removeSample(everything)
  for (const table of [
    'import',
    'charge',
    'usage_record',
    'usage_cover',
    'usage_day',
    'host_share',
    'exchange_rate',
    'daily_spend',
  ])
    expect([table, await count(table)]).toEqual([table, 0])
})
