import type { ClientBase } from 'pg'
import { dimensions } from '@/lib/core/dimensions.ts'
import { isRolledUp } from '@/lib/db/rollups.ts'

const tables: Record<string, string[]> = {
  charge: ['billed', 'effective', 'list', 'contracted', 'quantity'],
  meter_day: ['billed', 'effective', 'list', 'contracted', 'quantity', 'charges'],
  daily_spend: ['billed', 'effective', 'list', 'contracted', 'gpu_hours', 'charges'],
  month_spend: ['billed', 'effective', 'list', 'contracted', 'gpu_hours', 'charges'],
  dimension_spend: ['billed', 'effective', 'list', 'contracted', 'gpu_hours', 'charges'],
  slice: ['live_version_id'],
  slice_version: ['version', 'rows', 'replaced_version_id'],
  meter: ['group_id'],
  spend_group: [],
  account_name: [],
  import_issue: [],
  usage_record: ['gpu_hours', 'tokens_in', 'tokens_out', 'requests'],
  usage_cover: [],
  usage_host: [],
  usage_day: ['held'],
  host_share: ['low', 'high'],
}

/** Rows and sums of every table that holds data of imports: equal before and after means that nothing was written. */
export async function fingerprint(client: ClientBase): Promise<Record<string, string>> {
  const out: Record<string, string> = {}
  for (const [table, columns] of Object.entries(tables)) {
    const sums = columns.map((column) => `coalesce(sum(${column}), 0)::text`)
    const row = await client.query<{ facts: string }>(
      `SELECT concat_ws(' ', count(*), ${['1', ...sums].join(', ')}) AS facts FROM ${table}`,
    )
    out[table] = row.rows[0]?.facts ?? ''
  }
  return out
}

const COSTS = 'billed, effective, list, contracted'
const costSums = COSTS.split(', ').map((cost) => `sum(c.${cost}) AS ${cost}`)

const rolledUp = dimensions.flatMap(({ key }) => (isRolledUp(key) ? [`'${key}'`] : [])).join(', ')

/** What each rollup must hold, reckoned from the charges of live versions one by one. */
const expectations: Record<string, [want: string, have: string]> = {
  'meter_day against charges': [
    `SELECT c.version_id, c.meter_id, (c.charge_start AT TIME ZONE 'UTC')::date AS day, ${costSums.join(', ')}, sum(c.quantity), count(*)::int
     FROM charge c JOIN slice s ON s.live_version_id = c.version_id GROUP BY 1, 2, 3`,
    `SELECT d.version_id, d.meter_id, d.day, ${COSTS}, d.quantity, d.charges FROM meter_day d JOIN slice s ON s.live_version_id = d.version_id`,
  ],
  'daily_spend against charges': [
    `SELECT s.id, (c.charge_start AT TIME ZONE 'UTC')::date AS day, m.group_id, ${costSums.join(', ')}, count(*)::int
     FROM charge c JOIN slice s ON s.live_version_id = c.version_id JOIN meter m ON m.id = c.meter_id GROUP BY 1, 2, 3`,
    `SELECT slice_id, day, group_id, ${COSTS}, charges FROM daily_spend`,
  ],
  'month_spend against charges': [
    `SELECT s.id, date_trunc('month', c.charge_start AT TIME ZONE 'UTC')::date, m.group_id, ${costSums.join(', ')}, count(*)::int
     FROM charge c JOIN slice s ON s.live_version_id = c.version_id JOIN meter m ON m.id = c.meter_id GROUP BY 1, 2, 3`,
    `SELECT slice_id, month, group_id, ${COSTS}, charges FROM month_spend`,
  ],
  'dimension_spend against charges': [
    `SELECT d.dimension, (c.charge_start AT TIME ZONE 'UTC')::date AS day, m.currency, ${costSums.join(', ')}, count(*)::bigint
     FROM charge c JOIN slice s ON s.live_version_id = c.version_id JOIN meter m ON m.id = c.meter_id
     CROSS JOIN unnest(ARRAY[${rolledUp}]) AS d (dimension) GROUP BY 1, 2, 3`,
    `SELECT dimension, day, currency, sum(billed), sum(effective), sum(list), sum(contracted), sum(charges) FROM dimension_spend GROUP BY 1, 2, 3`,
  ],
  'slice_version rows against charges': [
    `SELECT v.id, count(c.version_id) FROM slice_version v LEFT JOIN charge c ON c.version_id = v.id GROUP BY 1`,
    `SELECT id, rows FROM slice_version`,
  ],
  'meters have the group of their labels': [
    `SELECT m.id, g.key FROM meter m JOIN spend_group g ON g.id = m.group_id`,
    `SELECT m.id, spend_group_key(m.team, m.project, m.model, m.environment, m.gpu_class,
       m.provider, m.billing_account_id, m.sub_account_id, m.service_name, m.region_id, m.pricing_category, m.charge_category, m.currency,
       meter_usage_state(m.gpu_class, m.commitment_status), meter_cost_source(m.provider, m.currency)) FROM meter m`,
  ],
}

/** Where what is visible is not what the charges of the live versions add up to, or a charge is there twice; empty when all is well. */
export async function inconsistencies(client: ClientBase): Promise<string[]> {
  const found: string[] = []
  for (const [name, [want, have]] of Object.entries(expectations)) {
    const difference = `(SELECT * FROM want EXCEPT ALL SELECT * FROM have) UNION ALL (SELECT * FROM have EXCEPT ALL SELECT * FROM want)`
    const rows = await client.query(`WITH want AS (${want}), have AS (${have}) ${difference} LIMIT 3`)
    if (rows.rows.length > 0) found.push(`${name}: ${JSON.stringify(rows.rows)}`)
  }
  const doubled = await client.query(
    `SELECT version_id, file, row FROM charge GROUP BY 1, 2, 3 HAVING count(*) > 1 LIMIT 3`,
  )
  if (doubled.rows.length > 0) found.push(`charges twice: ${JSON.stringify(doubled.rows)}`)
  const orphans = await client.query(
    `SELECT version_id FROM charge WHERE version_id NOT IN (SELECT id FROM slice_version) LIMIT 1`,
  )
  if (orphans.rows.length > 0) found.push('charges of no version')
  return found
}

/** Sums of what is visible, per currency, in full. */
export async function visibleTotals(
  client: ClientBase,
): Promise<Record<string, { billed: string; effective: string; charges: number }>> {
  const rows = await client.query<{ currency: string; billed: string; effective: string; charges: number }>(
    `SELECT g.currency, trim_scale(sum(d.billed))::text AS billed, trim_scale(sum(d.effective))::text AS effective, sum(d.charges)::int AS charges
     FROM daily_spend d JOIN spend_group g ON g.id = d.group_id GROUP BY 1 ORDER BY 1`,
  )
  return Object.fromEntries(rows.rows.map(({ currency, ...sums }) => [currency, sums]))
}
