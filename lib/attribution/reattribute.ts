import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { AttributableMeter, Attribution } from './attribute.ts'
import { attributeTerms } from './attribute.ts'
import { loadAttribution } from './load.ts'
import type { MeterTerm } from './meter-terms.ts'
import { replaceTerms } from './meter-terms.ts'
import { isOwnership, ownershipNames } from './ownership.ts'
import { regroup } from './regroup.ts'

const PAGE = 5000

/** What attributing anew changed. */
export type Reattributed = {
  /** How many meters are attributed otherwise. */
  count: number
  /** The meters whose days have to be added up anew: all of them but those whose whole group was renamed. */
  meters: string[]
  /** Their groups, before and now. */
  groups: number[]
  /** The groups that were renamed where they are, and the parts that follow them. */
  renamed: number[]
  /** Which of the things said of a meter moved anywhere. */
  names: ComparedName[]
}

/**
 * Attributes every meter anew by the current settings, and gives those that changed their new group and terms. Charges are not touched; the
 * rollups are the caller's.
 */
export async function reattribute(run: SqlRunner): Promise<Reattributed> {
  const settings = await loadAttribution(run)
  let count = 0
  const names = new Set<ComparedName>()
  const terms: MeterTerm[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  await run('DROP TABLE IF EXISTS meter_changed')
  await run('CREATE TEMP TABLE meter_changed (id uuid PRIMARY KEY, old_group int, is_ownership boolean) ON COMMIT DROP')
  for (;;) {
    const meters = await run(METERS, [after, PAGE])
    if (meters.length === 0) break
    after = String(meters.at(-1)?.id)
    const updates: Update[] = []
    for (const meter of meters) {
      const id = String(meter.id)
      const next = attributeTerms(meter as unknown as AttributableMeter, settings)
      for (const term of next.terms) terms.push({ meterId: id, ...term })
      const differing = compared.filter((name) => (meter[name] ?? null) !== next.base[name])
      for (const name of differing) names.add(name)
      if (differing.length > 0 || !sameKeys(meter.attributedBy, next.base.attributedBy))
        updates.push({ id, isOwnership: differing.every(isOwnership), ...next.base })
    }
    if (updates.length > 0) await store(run, updates)
    count += updates.length
  }
  const regrouped = count > 0 ? await regroup(run) : { renamed: [], moved: [], groups: [] }
  await run('DROP TABLE meter_changed')
  const termed = await replaceTerms(run, terms)
  if (termed.length > 0) for (const name of ownershipNames) names.add(name)
  const { renamed, moved, groups } = regrouped
  return { count, meters: [...new Set([...moved, ...termed])], groups, renamed, names: [...names] }
}

type Update = { id: string; isOwnership: boolean } & Attribution

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
type ComparedName = (typeof compared)[number]

function sameKeys(before: unknown, after: Record<string, string>): boolean {
  const known = (before ?? {}) as Record<string, unknown>
  const names = Object.keys(after)
  return names.length === Object.keys(known).length && names.every((name) => known[name] === after[name])
}

async function store(run: SqlRunner, updates: readonly Update[]): Promise<void> {
  await run(
    `WITH next AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "isOwnership" boolean, team text, project text, model text, environment text,
         "splitRule" text, "attributedBy" jsonb, "gpuClass" text, "gpuCount" numeric, "gpuHoursNumerator" numeric,
         "gpuHoursDenominator" numeric, "gpuRule" text, "gpuEvidence" text)),
     noted AS (INSERT INTO meter_changed SELECT m.id, m.group_id, n."isOwnership" FROM next n JOIN meter m USING (id))
     UPDATE meter m SET team = n.team, project = n.project, model = n.model, environment = n.environment, split_rule = n."splitRule",
       attributed_by = n."attributedBy", gpu_class = n."gpuClass", gpu_count = n."gpuCount", gpu_hours_numerator = n."gpuHoursNumerator",
       gpu_hours_denominator = n."gpuHoursDenominator", gpu_rule = n."gpuRule", gpu_evidence = n."gpuEvidence"
     FROM next n WHERE m.id = n.id`,
    [JSON.stringify(updates)],
  )
}
