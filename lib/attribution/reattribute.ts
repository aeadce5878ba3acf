import type { SqlRow, SqlRunner } from '@/lib/db/sql-runner.ts'
import type { AttributableMeter, Attribution } from './attribute.ts'
import { attributeTerms } from './attribute.ts'
import { loadAttribution } from './load.ts'
import type { MeterTerm } from './meter-terms.ts'
import { replaceTerms } from './meter-terms.ts'

const PAGE = 5000

/** What attributing anew changed: the meters, and the groups that they were or are in. */
export type Reattributed = { meters: string[]; groups: number[] }

/**
 * Attributes every meter anew by the current settings, and gives those that changed their new group and terms. Charges are not touched; the
 * rollups are the caller's.
 */
export async function reattribute(run: SqlRunner): Promise<Reattributed> {
  const settings = await loadAttribution(run)
  const changed = new Set<string>()
  const terms: MeterTerm[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  await run('DROP TABLE IF EXISTS meter_changed')
  await run('CREATE TEMP TABLE meter_changed (id uuid PRIMARY KEY, old_group int) ON COMMIT DROP')
  for (;;) {
    const meters = await run(METERS, [after, PAGE])
    if (meters.length === 0) break
    after = String(meters.at(-1)?.id)
    const updates: ({ id: string } & Attribution)[] = []
    for (const meter of meters) {
      const id = String(meter.id)
      const next = attributeTerms(meter as unknown as AttributableMeter, settings)
      for (const term of next.terms) terms.push({ meterId: id, ...term })
      if (!sameAttribution(meter, next.base)) updates.push({ id, ...next.base })
    }
    if (updates.length > 0) await store(run, updates)
    for (const { id } of updates) changed.add(id)
  }
  const groups = changed.size > 0 ? await regroup(run) : []
  await run('DROP TABLE meter_changed')
  for (const id of await replaceTerms(run, terms)) changed.add(id)
  return { meters: [...changed], groups }
}

const METERS = `SELECT id::text, provider, billing_account_id AS "billingAccountId", sub_account_id AS "subAccountId", region_id AS "regionId",
  resource_id AS "resourceId", resource_name AS "resourceName", pricing_category AS "pricingCategory", charge_category AS "chargeCategory",
  provider_charge_type AS "providerChargeType", service_name AS "serviceName", service_category AS "serviceCategory",
  resource_type AS "resourceType", sku_id AS "skuId", sku_meter AS "skuMeter", sku_detail AS "skuDetail", operation,
  instance_type AS "instanceType", gpu_count_label AS "gpuCountLabel", consumed_unit AS "consumedUnit", tags, team, project, model, environment,
  split_rule AS "splitRule", attributed_by AS "attributedBy", gpu_class AS "gpuClass", gpu_count::text AS "gpuCount",
  gpu_hours_numerator::text AS "gpuHoursNumerator", gpu_hours_denominator::text AS "gpuHoursDenominator", gpu_rule AS "gpuRule",
  gpu_evidence AS "gpuEvidence"
  FROM meter WHERE id > $1::uuid ORDER BY id LIMIT $2`

const compared = [
  'team',
  'project',
  'model',
  'environment',
  'splitRule',
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
  const known = (before ?? {}) as Record<string, unknown>
  const names = Object.keys(after)
  return names.length === Object.keys(known).length && names.every((name) => known[name] === after[name])
}

async function store(run: SqlRunner, updates: readonly ({ id: string } & Attribution)[]): Promise<void> {
  await run(
    `WITH next AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, team text, project text, model text, environment text, "splitRule" text,
         "attributedBy" jsonb, "gpuClass" text, "gpuCount" numeric, "gpuHoursNumerator" numeric, "gpuHoursDenominator" numeric,
         "gpuRule" text, "gpuEvidence" text)),
     noted AS (INSERT INTO meter_changed SELECT m.id, m.group_id FROM next JOIN meter m USING (id))
     UPDATE meter m SET team = n.team, project = n.project, model = n.model, environment = n.environment, split_rule = n."splitRule",
       attributed_by = n."attributedBy", gpu_class = n."gpuClass", gpu_count = n."gpuCount", gpu_hours_numerator = n."gpuHoursNumerator",
       gpu_hours_denominator = n."gpuHoursDenominator", gpu_rule = n."gpuRule", gpu_evidence = n."gpuEvidence"
     FROM next n WHERE m.id = n.id`,
    [JSON.stringify(updates)],
  )
}

/** Gives the changed meters their new group and returns the groups that lost or won any. */
async function regroup(run: SqlRunner): Promise<number[]> {
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
  const groups = await run(
    `SELECT old_group AS id FROM meter_changed UNION SELECT m.group_id FROM meter_changed JOIN meter m USING (id)`,
  )
  return groups.map(({ id }) => Number(id))
}
