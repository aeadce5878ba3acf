// What bench/rule-edit.ts and others measure on: machines of 13 months with hourly charges, written to the tables as an import leaves them.
import type { Client } from 'pg'
import { loadAttribution } from '@/lib/attribution/load.ts'
import { refresh } from '@/lib/attribution/refresh.ts'
import { addDays } from '@/lib/core/period.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { MeterLabels } from '@/lib/import/format.ts'
import { meterId } from '@/lib/import/meter-identity.ts'
import { storeMeters } from '@/lib/import/store-meters.ts'

export type BigWorld = {
  machines: number
  daysEach: number
  others: number
  usageOn: number
  /** All of them live in the last days, not spread over the months. */
  recent?: boolean
}

const FIRST = '2025-10-01'
const DAYS = 396
const types = ['p5.48xlarge', 'p4d.24xlarge', 'g6.12xlarge', 'g5.12xlarge', 'p5en.48xlarge']

/**
 * `machines` GPU machines (`gpu-node-N`) of `daysEach` days in hourly charges over 13 months, `others` storage meters, and usage of `usageOn` of the
 * machines, half of it idle. Returns how many charges there are.
 */
export async function buildWorld(client: Client, world: BigWorld): Promise<number> {
  const run = pgRunner(client)
  const labels = new Map<string, MeterLabels>()
  for (let n = 0; n < world.machines + world.others; n += 1) {
    const meter = labelsOf(n, n >= world.machines)
    labels.set(meterId(meter), meter)
  }
  await client.query('BEGIN')
  await storeMeters(client, labels, await loadAttribution(run))
  const [bill] = await run(
    `INSERT INTO import (state, label, created_by) VALUES ('published', 'bench', 'bench') RETURNING id`,
  )
  await run(
    `INSERT INTO slice (provider, billing_account_id, billing_period)
     SELECT 'aws', 'bench', m::date FROM generate_series($1::date, $1::date + ${DAYS - 1}, interval '1 month') m`,
    [FIRST],
  )
  await run(
    `INSERT INTO slice_version (slice_id, import_id, version, rows, totals) SELECT id, $1, 1, 0, '{}' FROM slice`,
    [bill?.id],
  )
  await run('UPDATE slice s SET live_version_id = v.id FROM slice_version v WHERE v.slice_id = s.id')
  await run(
    `CREATE TEMP TABLE lived AS SELECT m.id AS meter_id, n.n, ($3::date + CASE WHEN $5 THEN $4::int - $2::int ELSE ((n.n * 37) % ($4::int - $2::int))::int END)::date AS first
     FROM unnest($1::uuid[]) WITH ORDINALITY AS n(id, n) JOIN meter m ON m.id = n.id`,
    [[...labels.keys()], world.daysEach, FIRST, DAYS, world.recent ?? false],
  )
  await run(
    `INSERT INTO charge (version_id, meter_id, charge_start, charge_end, billed, effective, list, contracted, quantity, file, row)
     SELECT s.live_version_id, l.meter_id, h AT TIME ZONE 'UTC', (h + interval '1 hour') AT TIME ZONE 'UTC', c, c * 0.8, c * 1.2, c, 1, 1, 2
     FROM lived l CROSS JOIN LATERAL generate_series(l.first::timestamp, l.first + ($1 || ' days')::interval - interval '1 hour', interval '1 hour') h
     CROSS JOIN LATERAL (SELECT (10 + (l.n % 977)::numeric / 1000) AS c) x
     JOIN slice s ON s.billing_period = date_trunc('month', h)::date ORDER BY 1, 2, 3`,
    [world.daysEach],
  )
  await run(
    `INSERT INTO meter_day SELECT version_id, meter_id, (charge_start AT TIME ZONE 'UTC')::date, sum(billed), sum(effective), sum(list), sum(contracted),
       sum(quantity), count(*), 0, 0, 0, 0 FROM charge GROUP BY 1, 2, 3`,
  )
  const usage = await storeUsage(client, world)
  await client.query('COMMIT')
  await run('VACUUM ANALYZE')
  await client.query('BEGIN')
  await refresh(run, {
    rules: true,
    slices: (await run('SELECT id FROM slice')).map(({ id }) => Number(id)),
    usageImports: usage,
  })
  await client.query('COMMIT')
  await run('VACUUM ANALYZE')
  const [counted] = await run('SELECT count(*)::int AS n FROM charge')
  return Number(counted?.n)
}

function labelsOf(n: number, isStorage: boolean): MeterLabels {
  return {
    provider: 'aws',
    billingAccountId: 'bench',
    billingAccountName: null,
    subAccountId: `account-${n % 6}`,
    subAccountName: null,
    serviceName: isStorage ? 'Amazon Simple Storage Service' : 'Amazon Elastic Compute Cloud',
    serviceCategory: isStorage ? 'Storage' : 'Compute',
    regionId: ['us-east-1', 'us-west-2', 'eu-west-1'][n % 3] as string,
    resourceId: isStorage ? `bucket-${n}` : `i-${n}`,
    resourceName: isStorage ? `data-${n}` : `gpu-node-${n}`,
    resourceType: null,
    skuId: null,
    skuMeter: null,
    skuDetail: null,
    operation: isStorage ? null : 'RunInstances',
    instanceType: isStorage ? null : (types[n % types.length] as string),
    gpuCountLabel: null,
    chargeCategory: 'Usage',
    chargeClass: null,
    providerChargeType: null,
    pricingCategory: n % 4 === 0 ? 'Dynamic' : 'Standard',
    commitmentId: null,
    commitmentStatus: null,
    consumedUnit: isStorage ? 'GB-Mo' : 'Hours',
    currency: 'USD',
    tags: n % 3 === 0 ? { team: `team-${n % 7}`, project: `project-${n % 14}` } : { project: `project-${n % 14}` },
  }
}

/** One job a day on each of these machines, by turns busy and idle, and cover of all its days. */
async function storeUsage(client: Client, world: BigWorld): Promise<number[]> {
  if (world.usageOn === 0) return []
  const run = pgRunner(client)
  const [made] = await run(
    `INSERT INTO import (state, kind, label, created_by) VALUES ('published', 'usage', 'bench', 'bench') RETURNING id`,
  )
  await run(
    `INSERT INTO usage_record (import_id, key, usage_start, usage_end, role, resource, gpus, gpu_hours, team, project, model, workload, utilisation, file, row)
     SELECT $1, md5(l.n || '-' || d)::uuid, d AT TIME ZONE 'UTC', (d + interval '20 hours') AT TIME ZONE 'UTC', 'hold', 'i-' || (l.n - 1), 4, 80,
       'team-' || l.n % 5, 'project-' || l.n % 11, 'model-' || l.n % 3, 'job-' || l.n, CASE WHEN l.n % 2 = 0 THEN 0.6 ELSE 0.01 END, 1, 2
     FROM lived l CROSS JOIN LATERAL generate_series(l.first::timestamp, l.first + (($3 - 1) || ' days')::interval, interval '1 day') d WHERE l.n <= $2`,
    [made?.id, world.usageOn, world.daysEach],
  )
  await run(
    `INSERT INTO usage_cover SELECT $1, 'i-' || (l.n - 1), l.first::timestamptz, (l.first + $3::int)::timestamptz FROM lived l WHERE l.n <= $2`,
    [made?.id, world.usageOn, world.daysEach],
  )
  return [Number(made?.id)]
}

/** The period of the whole world as URL parameters. */
export const wholePeriod = `from=${FIRST}&to=${addDays(FIRST, DAYS)}`
