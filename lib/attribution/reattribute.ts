import type { Prisma } from '@/lib/db/generated/client.ts'
import type { SqlRow, SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import type { AttributableMeter, Attribution } from './attribute.ts'
import { attribute } from './attribute.ts'
import { loadAttribution } from './load.ts'
import { lockAttribution } from './lock.ts'
import { rebuildDailySpend } from './rollup.ts'

const PAGE = 5000

/**
 * Attributes every meter anew by the current settings, within the transaction that changed them, and rebuilds the rollup of the slices
 * whose meters changed. Charges are not touched. Returns how many meters changed.
 */
export async function reattribute(client: Prisma.TransactionClient): Promise<{ meters: number }> {
  const run = prismaRunner(client)
  await lockAttribution(run)
  const settings = await loadAttribution(run)
  let changed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  await run('CREATE TEMP TABLE meter_changed (id uuid PRIMARY KEY) ON COMMIT DROP')
  for (;;) {
    const meters = await run(METERS, [after, PAGE])
    if (meters.length === 0) break
    after = String(meters.at(-1)?.id)
    const updates = meters.flatMap((meter) => {
      const next = attribute(meter as unknown as AttributableMeter, settings)
      return sameAttribution(meter, next) ? [] : [{ id: String(meter.id), ...next }]
    })
    if (updates.length > 0) await store(run, updates)
    changed += updates.length
  }
  if (changed > 0) await regroup(run)
  return { meters: changed }
}

const METERS = `SELECT id::text, provider, charge_category AS "chargeCategory", provider_charge_type AS "providerChargeType",
  service_name AS "serviceName", service_category AS "serviceCategory", resource_type AS "resourceType", sku_id AS "skuId",
  sku_meter AS "skuMeter", sku_detail AS "skuDetail", operation, instance_type AS "instanceType", gpu_count_label AS "gpuCountLabel",
  consumed_unit AS "consumedUnit", tags, team, project, model, environment, attributed_by AS "attributedBy", gpu_class AS "gpuClass",
  gpu_count::text AS "gpuCount", gpu_hours_numerator::text AS "gpuHoursNumerator", gpu_hours_denominator::text AS "gpuHoursDenominator",
  gpu_rule AS "gpuRule", gpu_evidence AS "gpuEvidence"
  FROM meter WHERE id > $1::uuid ORDER BY id LIMIT $2`

const compared = [
  'team',
  'project',
  'model',
  'environment',
  'gpuClass',
  'gpuCount',
  'gpuHoursNumerator',
  'gpuHoursDenominator',
  'gpuRule',
  'gpuEvidence',
] as const

function sameAttribution(meter: SqlRow, next: Attribution): boolean {
  return (
    compared.every((name) => (meter[name] ?? null) === next[name]) && sameKeys(meter.attributedBy, next.attributedBy)
  )
}

function sameKeys(before: unknown, after: Record<string, string>): boolean {
  const sorted = (value: unknown) => JSON.stringify(Object.entries((value ?? {}) as object).sort())
  return sorted(before) === sorted(after)
}

async function store(run: SqlRunner, updates: readonly ({ id: string } & Attribution)[]): Promise<void> {
  await run(
    `WITH next AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, team text, project text, model text, environment text, "attributedBy" jsonb,
         "gpuClass" text, "gpuCount" numeric, "gpuHoursNumerator" numeric, "gpuHoursDenominator" numeric, "gpuRule" text, "gpuEvidence" text)),
     noted AS (INSERT INTO meter_changed SELECT id FROM next)
     UPDATE meter m SET team = n.team, project = n.project, model = n.model, environment = n.environment, attributed_by = n."attributedBy",
       gpu_class = n."gpuClass", gpu_count = n."gpuCount", gpu_hours_numerator = n."gpuHoursNumerator",
       gpu_hours_denominator = n."gpuHoursDenominator", gpu_rule = n."gpuRule", gpu_evidence = n."gpuEvidence"
     FROM next n WHERE m.id = n.id`,
    [JSON.stringify(updates)],
  )
}

/** Gives the changed meters their new group and rebuilds the slices that have charges of them. */
async function regroup(run: SqlRunner): Promise<void> {
  const dimensions = `m.team, m.project, m.model, m.environment, m.gpu_class, m.provider, m.billing_account_id, m.sub_account_id,
    m.service_name, m.region_id, m.pricing_category, m.charge_category, m.currency, meter_usage_state(m.gpu_class, m.commitment_status),
    meter_cost_source(m.provider, m.currency)`
  await run(
    `INSERT INTO spend_group (team, project, model, environment, gpu_class, provider, billing_account_id, sub_account_id, service, region,
       pricing_category, charge_category, currency, usage_state, cost_source)
     SELECT DISTINCT ${dimensions} FROM meter m JOIN meter_changed USING (id) ON CONFLICT (key) DO NOTHING`,
  )
  await run(
    `UPDATE meter m SET group_id = g.id FROM meter_changed c, spend_group g WHERE m.id = c.id AND g.key = spend_group_key(${dimensions})`,
  )
  const slices = await run(
    `SELECT DISTINCT s.id FROM meter_changed c JOIN meter_day d ON d.meter_id = c.id JOIN slice s ON s.live_version_id = d.version_id`,
  )
  await rebuildDailySpend(
    run,
    slices.map((row) => Number(row.id)),
  )
}
