import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { loadAttribution } from '@/lib/attribution/load.ts'
import { refresh } from '@/lib/attribution/refresh.ts'
import { addDays, monthStart } from '@/lib/core/period.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { MeterLabels } from '@/lib/import/format.ts'
import { meterId } from '@/lib/import/meter-identity.ts'
import { storeMeters } from '@/lib/import/store-meters.ts'
import type { RandomMeter, RandomWorld } from './random-world.ts'
import { FIRST } from './random-world.ts'

/** Stores a world in the open transaction, as imports, rules and rates would, and works everything out. */
export async function storeWorld(client: Client, world: RandomWorld): Promise<void> {
  const run = pgRunner(client)
  const importId = async (kind: string) => {
    const [row] = await run(
      `INSERT INTO import (state, kind, label, created_by) VALUES ('published', $1, 'w', 'test') RETURNING id`,
      [kind],
    )
    return Number(row?.id)
  }
  await run(`INSERT INTO rule_version (rules, created_by) VALUES ($1, 'test')`, [JSON.stringify(world.rules)])
  for (const rate of world.rates) {
    await run(
      `INSERT INTO rate (provider, gpu_class, unit, price, currency, valid_from, valid_to, created_by) VALUES ('CoreWeave', $1, 'gpu-hour', $2, $3, $4, $5, 'test')`,
      [
        rate.gpuClass,
        rate.price,
        rate.currency,
        addDays(FIRST, rate.from),
        rate.days === null ? null : addDays(FIRST, rate.from + rate.days),
      ],
    )
  }
  for (const { from, to, rate } of world.exchange) {
    await run(
      `INSERT INTO exchange_rate (month, from_currency, to_currency, rate, source, observed_on, created_by)
       SELECT m, $1, $2, $3, 'test', m, 'test' FROM unnest('{2026-08-01}'::date[]) m`,
      [from, to, rate],
    )
  }
  const slices = await storeBills(client, world, await importId('billing'))
  const imports = [await importId('usage'), await importId('usage')]
  await storeUsage(client, world, imports)
  await refresh(run, { rules: true, hosts: true, rates: true, usageImports: imports, slices })
}

/** Saves the world's edited rules and works out what hangs on them. */
export async function editRules(client: Client, world: RandomWorld): Promise<void> {
  const run = pgRunner(client)
  await run(`INSERT INTO rule_version (rules, created_by) VALUES ($1, 'test')`, [JSON.stringify(world.editedRules)])
  await refresh(run, { rules: true })
}

async function storeBills(client: Client, world: RandomWorld, importId: number): Promise<number[]> {
  const run = pgRunner(client)
  const labels = new Map(world.meters.map((meter, n) => labelled(meter, n)).map((m) => [meterId(m), m]))
  await storeMeters(client, labels, await loadAttribution(run))
  const ids = [...labels.keys()]
  const slices: number[] = []
  for (const month of ['2026-08-01', '2026-09-01']) {
    const [slice] = await run(
      `INSERT INTO slice (provider, billing_account_id, billing_period) VALUES ('aws', 'a', $1) RETURNING id`,
      [month],
    )
    const [version] = await run(
      `INSERT INTO slice_version (slice_id, import_id, version, rows, totals) VALUES ($1, $2, 1, 0, '{}') RETURNING id`,
      [slice?.id, importId],
    )
    await run('UPDATE slice SET live_version_id = $2 WHERE id = $1', [slice?.id, version?.id])
    slices.push(Number(slice?.id))
    for (const [n, meter] of world.meters.entries()) {
      for (const d of meter.days) {
        const day = addDays(FIRST, d.day)
        if (monthStart(day) !== month) continue
        const [billed, effective, list] =
          meter.kind === 'quantity-only' ? [null, null, null] : [d.billed, d.effective, d.list]
        const without = (cost: string | null) => (cost === null ? d.charges : 0)
        await run(`INSERT INTO meter_day VALUES ($1, $2, $3, $4, $5, $6, NULL, $7, $8, $9, $10, $11, $8)`, [
          version?.id,
          ids[n],
          day,
          billed,
          effective,
          list,
          d.quantity,
          d.charges,
          without(billed),
          without(effective),
          without(list),
        ])
      }
    }
  }
  return slices
}

/** A meter's labels as a provider states them; `n` keeps meters apart. */
function labelled(meter: RandomMeter, n: number): MeterLabels {
  const isGcp = meter.kind === 'gpu-host'
  const type = {
    gpu: 'p5.48xlarge',
    unused: 'p5.48xlarge',
    'gpu-host': null,
    cpu: 'm5.large',
    'quantity-only': 'gd-8xh100ib-i128',
  }
  return {
    provider: isGcp ? 'gcp' : meter.kind === 'quantity-only' ? 'coreweave' : 'aws',
    billingAccountId: 'a',
    billingAccountName: null,
    subAccountId: `n${n}`,
    subAccountName: null,
    serviceName: isGcp ? 'Compute Engine' : 'Amazon Elastic Compute Cloud',
    serviceCategory: 'Compute',
    regionId: null,
    resourceId: meter.host,
    resourceName: null,
    resourceType: null,
    skuId: null,
    skuMeter: isGcp ? 'A3Plus Instance Core running in Americas' : null,
    skuDetail: null,
    operation: isGcp ? null : 'RunInstances',
    instanceType: type[meter.kind],
    gpuCountLabel: null,
    chargeCategory: 'Usage',
    chargeClass: null,
    providerChargeType: null,
    pricingCategory: 'Standard',
    commitmentId: meter.kind === 'unused' ? 'c' : null,
    commitmentStatus: meter.kind === 'unused' ? 'Unused' : null,
    consumedUnit: meter.seconds ? 'Seconds' : 'Hours',
    currency: meter.kind === 'quantity-only' ? 'XXX' : meter.currency,
    tags: { ...(meter.team ? { team: meter.team } : {}), ...(meter.project ? { project: meter.project } : {}) },
  }
}

async function storeUsage(client: Client, world: RandomWorld, imports: readonly number[]): Promise<void> {
  const run = pgRunner(client)
  for (const [row, u] of world.usage.entries()) {
    const start = new Date(Date.parse(`${FIRST}T00:00:00Z`) + u.startHour * 3_600_000)
    const end = new Date(start.getTime() + u.minutes * 60_000)
    const holds = u.role !== 'tokens'
    const names = u.role !== 'measure'
    await run(
      `INSERT INTO usage_record (import_id, key, usage_start, usage_end, role, resource, gpus, gpu_hours, team, project, model, workload, utilisation,
         tokens_in, file, row) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)`,
      [
        imports[u.import],
        createHash('md5').update(`${u.role}${u.key}`).digest('hex'),
        start,
        end,
        u.role,
        holds ? (u.host ?? 'h1') : null,
        holds ? u.gpus : null,
        holds ? (u.gpus * u.minutes) / 60 : null,
        names ? u.team : null,
        names ? u.project : null,
        names ? u.model : null,
        names ? u.workload : null,
        holds ? u.utilisation : null,
        u.tokens,
        row + 2,
      ],
    )
  }
  for (const { host, from, hours } of world.covers) {
    const start = new Date(Date.parse(`${FIRST}T00:00:00Z`) + from * 3_600_000)
    await run('INSERT INTO usage_cover VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      imports[0],
      host,
      start,
      new Date(start.getTime() + hours * 3_600_000),
    ])
  }
}
