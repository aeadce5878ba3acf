import type { SqlRunner } from '@/lib/db/sql-runner.ts'

const costs = ['billed', 'effective', 'list', 'contracted']
const measures = [...costs, 'gpu_hours', 'charges', ...costs.map((cost) => `no_${cost}`)]

/** Which part of daily_spend to work out anew: of whole slices, or of some groups in every slice. */
export type RollupPart = { slices: readonly number[] } | { groups: readonly number[] }

/**
 * Rebuilds daily_spend of meters that one owner has all of, from what is live. GPU hours = quantity x numerator / denominator of the meter; a
 * fraction that does not end (seconds, sixths of a GPU) is cut at 12 decimals per meter and day, and nowhere else.
 */
export async function rebuildSimple(run: SqlRunner, part: RollupPart): Promise<void> {
  const [column, meters, ids] =
    'slices' in part ? ['slice_id', 's.id', part.slices] : ['group_id', 'm.group_id', part.groups]
  if (ids.length === 0) return
  await run(`DELETE FROM daily_spend WHERE NOT is_shared AND ${column} = ANY($1::int[])`, [ids])
  await run(
    `INSERT INTO daily_spend (slice_id, day, group_id, ${measures.join(', ')})
     SELECT s.id, d.day, m.group_id, sum(d.billed), sum(d.effective), sum(d.list), sum(d.contracted),
       sum(CASE WHEN m.gpu_hours_denominator = 1 THEN d.quantity * m.gpu_hours_numerator
                ELSE round(d.quantity * m.gpu_hours_numerator / m.gpu_hours_denominator, 12) END),
       sum(d.charges), sum(d.no_billed), sum(d.no_effective), sum(d.no_list), sum(d.no_contracted)
     FROM slice s
     JOIN meter_day d ON d.version_id = s.live_version_id
     JOIN meter m ON m.id = d.meter_id AND NOT m.is_shared
     WHERE ${meters} = ANY($1::int[])
     GROUP BY s.id, d.day, m.group_id`,
    [ids],
  )
}

/** The dimensions that a part of a shared meter may have otherwise than its meter. */
const own = ['team', 'project', 'model', 'environment', 'currency', 'usage_state', 'cost_source']
/** Those that it always has from its meter's group. */
const inherited = [
  'gpu_class',
  'provider',
  'billing_account_id',
  'sub_account_id',
  'service',
  'region',
  'pricing_category',
  'charge_category',
]
const keyOf = `spend_group_key(p.team, p.project, p.model, p.environment, b.gpu_class, b.provider, b.billing_account_id, b.sub_account_id,
  b.service, b.region, b.pricing_category, b.charge_category, p.currency, p.usage_state, p.cost_source)`

/** Rebuilds daily_spend of shared meters (usage, splits, rates, rules with months) in these slices, from the view portion. */
export async function rebuildShared(run: SqlRunner, sliceIds: readonly number[]): Promise<void> {
  if (sliceIds.length === 0) return
  await run('DELETE FROM daily_spend WHERE is_shared AND slice_id = ANY($1::int[])', [sliceIds])
  const [any] = await run('SELECT 1 FROM meter WHERE is_shared LIMIT 1')
  if (!any) return
  await run('DROP TABLE IF EXISTS portion_sum')
  await run(
    `CREATE TEMP TABLE portion_sum ON COMMIT DROP AS
     SELECT p.slice_id, p.day, p.group_id, p.idle_mode, ${own.map((name) => `p.${name}`).join(', ')},
       ${measures.map((name) => `sum(p.${name}) AS ${name}`).join(', ')}
     FROM portion p
     WHERE p.is_shared AND p.slice_id = ANY($1::int[])
     GROUP BY p.slice_id, p.day, p.group_id, p.idle_mode, ${own.map((name) => `p.${name}`).join(', ')}`,
    [sliceIds],
  )
  await run(
    `INSERT INTO spend_group (${[...own, ...inherited].join(', ')})
     SELECT DISTINCT ${own.map((name) => `p.${name}`).join(', ')}, ${inherited.map((name) => `b.${name}`).join(', ')}
     FROM (SELECT DISTINCT group_id, ${own.join(', ')} FROM portion_sum) p JOIN spend_group b ON b.id = p.group_id
     ON CONFLICT (key) DO NOTHING`,
  )
  await run(
    `INSERT INTO daily_spend (slice_id, day, group_id, idle_mode, is_shared, ${measures.join(', ')})
     SELECT s.slice_id, s.day, k.id, s.idle_mode, true, ${measures.map((name) => `sum(s.${name})`).join(', ')}
     FROM portion_sum s
     JOIN (
       SELECT p.*, g.id FROM (SELECT DISTINCT group_id, ${own.join(', ')} FROM portion_sum) p
       JOIN spend_group b ON b.id = p.group_id JOIN spend_group g ON g.key = ${keyOf}
     ) k ON k.group_id = s.group_id AND ${own.map((name) => `k.${name} IS NOT DISTINCT FROM s.${name}`).join(' AND ')}
     GROUP BY s.slice_id, s.day, k.id, s.idle_mode`,
  )
  await run('DROP TABLE portion_sum')
}
