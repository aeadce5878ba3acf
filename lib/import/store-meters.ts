import type { Client } from 'pg'
import type { Attribution, AttributionSettings } from '@/lib/attribution/attribute.ts'
import { attribute, attributeTerms } from '@/lib/attribution/attribute.ts'
import { addTerms } from '@/lib/attribution/meter-terms.ts'
import { copyRows } from '@/lib/db/copy.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { MeterLabels } from './format.ts'
import { identityLabels } from './meter-identity.ts'

const attributed = [
  'team',
  'project',
  'model',
  'environment',
  'split_rule',
  'attributed_by',
  'gpu_class',
  'gpu_count',
  'gpu_hours_numerator',
  'gpu_hours_denominator',
  'gpu_rule',
  'gpu_evidence',
] as const

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const labelColumns = identityLabels.map(snake)
const columns = ['id', ...labelColumns, 'tags', ...attributed]

/** The dimensions of spend_group as a meter has them, in the order that spend_group_key takes. */
const groupOf = `n.team, n.project, n.model, n.environment, n.gpu_class, n.provider, n.billing_account_id, n.sub_account_id,
  n.service_name, n.region_id, n.pricing_category, n.charge_category, n.currency, meter_usage_state(n.gpu_class, n.commitment_status),
  meter_cost_source(n.provider, n.currency)`

/** The SQL expression that finds the group of a meter `n` in `spend_group`. */
export const groupKey = `spend_group_key(${groupOf})`

/** The SQL that gives every meter of table `n` its group, making groups that are missing. */
export function insertGroups(table: string): string {
  return `INSERT INTO spend_group (team, project, model, environment, gpu_class, provider, billing_account_id, sub_account_id,
      service, region, pricing_category, charge_category, currency, usage_state, cost_source)
    SELECT DISTINCT ${groupOf} FROM ${table} n WHERE NOT EXISTS (SELECT FROM spend_group g WHERE g.key = ${groupKey}) ORDER BY ${groupOf}`
}

/** The columns of `meter` that attribution sets, as one row for COPY. */
export function attributionRow(a: Attribution): (string | null)[] {
  return [
    a.team,
    a.project,
    a.model,
    a.environment,
    a.splitRule,
    JSON.stringify(a.attributedBy),
    a.gpuClass,
    a.gpuCount,
    a.gpuHoursNumerator,
    a.gpuHoursDenominator,
    a.gpuRule,
    a.gpuEvidence,
  ]
}

/** The columns that attributionRow fills, in its order. */
export const attributionColumns: readonly string[] = attributed

/**
 * Stores the meters that are not known yet, attributed, and the names of accounts. Meters without charges are never seen, so this
 * is safe to do before anything is published. Returns how many meters are new.
 */
export async function storeMeters(
  client: Client,
  labels: ReadonlyMap<string, MeterLabels>,
  settings: AttributionSettings,
): Promise<number> {
  const known = await client.query<{ id: string }>('SELECT id FROM meter WHERE id = ANY($1::uuid[])', [
    [...labels.keys()],
  ])
  const old = new Set(known.rows.map((row) => row.id))
  await storeAccountNames(client, labels)
  if (old.size === labels.size) return 0
  await client.query(`CREATE TEMP TABLE meter_new (LIKE meter INCLUDING DEFAULTS) ON COMMIT DROP`)
  await client.query('ALTER TABLE meter_new ALTER group_id DROP NOT NULL')
  await copyRows(client, `meter_new (${columns.join(', ')})`, meterRows(labels, old, settings))
  await client.query(insertGroups('meter_new'))
  const stored = await client.query(
    `INSERT INTO meter (${columns.join(', ')}, group_id)
     SELECT ${columns.map((c) => `n.${c}`).join(', ')}, g.id FROM meter_new n
     CROSS JOIN LATERAL (SELECT min(id) AS id FROM spend_group WHERE key = ${groupKey}) g
     ORDER BY n.id ON CONFLICT (id) DO NOTHING`,
  )
  await client.query('DROP TABLE meter_new')
  if (settings.rules.hasMonths) await addTerms(pgRunner(client), [...newTerms(labels, old, settings)])
  return stored.rowCount ?? 0
}

function* meterRows(labels: ReadonlyMap<string, MeterLabels>, old: ReadonlySet<string>, settings: AttributionSettings) {
  for (const [id, meter] of labels) {
    if (old.has(id)) continue
    const values = identityLabels.map((name) => meter[name])
    yield [id, ...values, JSON.stringify(meter.tags), ...attributionRow(attribute(meter, settings))]
  }
}

function* newTerms(labels: ReadonlyMap<string, MeterLabels>, old: ReadonlySet<string>, settings: AttributionSettings) {
  for (const [meterId, meter] of labels) {
    if (old.has(meterId)) continue
    for (const term of attributeTerms(meter, settings).terms) yield { meterId, ...term }
  }
}

async function storeAccountNames(client: Client, labels: ReadonlyMap<string, MeterLabels>): Promise<void> {
  const names = new Map<string, [provider: string, id: string, name: string]>()
  for (const meter of labels.values()) {
    const { provider, billingAccountId, billingAccountName, subAccountId, subAccountName } = meter
    if (billingAccountName)
      names.set(`${provider}\0${billingAccountId}`, [provider, billingAccountId, billingAccountName])
    if (subAccountId && subAccountName)
      names.set(`${provider}\0${subAccountId}`, [provider, subAccountId, subAccountName])
  }
  const rows = [...names.keys()].sort().map((key) => names.get(key) as [string, string, string])
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO account_name (provider, account_id, name) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (provider, account_id) DO UPDATE SET name = excluded.name WHERE account_name.name <> excluded.name`,
    [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])],
  )
}
