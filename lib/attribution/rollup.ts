import type { SqlRunner } from '@/lib/db/sql-runner.ts'

const costs = ['billed', 'effective', 'list', 'contracted']
const measures = [...costs, 'gpu_hours', 'charges', ...costs.map((cost) => `no_${cost}`)]

/** Which part of daily_spend to work out anew: of whole slices, or of some groups in every slice. */
export type RollupPart = { slices: readonly number[] } | { groups: readonly number[] }

/**
 * Rebuilds daily_spend of meters that one owner has all of, from what is live. GPU hours are those of
 * the database's function gpu_hours, per meter and day.
 */
export async function rebuildSimple(run: SqlRunner, part: RollupPart): Promise<void> {
  const [column, meters, ids] =
    'slices' in part ? ['slice_id', 's.id', part.slices] : ['group_id', 'm.group_id', part.groups]
  if (ids.length === 0) return
  await run(`DELETE FROM daily_spend WHERE NOT is_shared AND ${column} = ANY($1::int[])`, [ids])
  await run(
    `INSERT INTO daily_spend (slice_id, day, group_id, ${measures.join(', ')})
     SELECT s.id, d.day, m.group_id, sum(d.billed), sum(d.effective), sum(d.list), sum(d.contracted),
       sum(gpu_hours(d.quantity, m.gpu_hours_numerator, m.gpu_hours_denominator)),
       sum(d.charges), sum(d.no_billed), sum(d.no_effective), sum(d.no_list), sum(d.no_contracted)
     FROM slice s
     JOIN meter_day d ON d.version_id = s.live_version_id
     JOIN meter m ON m.id = d.meter_id AND NOT m.is_shared
     WHERE ${meters} = ANY($1::int[])
     GROUP BY s.id, d.day, m.group_id`,
    [ids],
  )
}

/** The dimensions that a part of a shared meter may have otherwise than its meter, and what else tells such parts apart. */
const ofPart = [
  'team',
  'project',
  'model',
  'environment',
  'currency',
  'usage_state',
  'cost_source',
  'own',
  'split_rule',
]
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
const partKey = `spend_group_key(p.team, p.project, p.model, p.environment, p.currency, p.usage_state, p.cost_source, p.group_id::text, p.own, p.split_rule)`
const columns = (table: string) => ofPart.map((name) => `${table}.${name}`).join(', ')

/**
 * Rebuilds daily_spend of shared meters (usage, splits, rates, rules with months), from the view portion_span: of whole slices, or of the meters of
 * some groups in every slice. Returns the groups of parts whose days were added up anew.
 */
export async function rebuildShared(run: SqlRunner, part: RollupPart): Promise<number[]> {
  const ids = 'slices' in part ? part.slices : part.groups
  if (ids.length === 0) return []
  const gone = await run(
    'slices' in part
      ? 'DELETE FROM daily_spend WHERE is_shared AND slice_id = ANY($1::int[]) RETURNING group_id AS id'
      : `DELETE FROM daily_spend WHERE group_id IN (SELECT id FROM spend_group WHERE base_id = ANY($1::int[])) RETURNING group_id AS id`,
    [ids],
  )
  const touched = new Set(gone.map(({ id }) => Number(id)))
  const [any] = await run('SELECT 1 FROM meter WHERE is_shared LIMIT 1')
  if (!any) return [...touched]
  await run('DROP TABLE IF EXISTS portion_sum, portion_group')
  await run(
    `CREATE TEMP TABLE portion_sum ON COMMIT DROP AS
     SELECT p.slice_id, p.day, p.group_id, p.idle_mode, ${columns('p')}, ${measures.map((name) => `sum(p.${name}) AS ${name}`).join(', ')}
     FROM portion_span p
     WHERE p.is_shared AND ${'slices' in part ? 'p.slice_id' : 'p.group_id'} = ANY($1::int[])
     GROUP BY p.slice_id, p.day, p.group_id, p.idle_mode, ${columns('p')}`,
    [ids],
  )
  await run(
    `CREATE TEMP TABLE portion_group ON COMMIT DROP AS
     SELECT p.*, ${partKey} AS key, NULL::int AS id FROM (SELECT DISTINCT p.group_id, ${columns('p')} FROM portion_sum p) p`,
  )
  await run(
    `INSERT INTO spend_group (base_id, ${[...ofPart, ...inherited].join(', ')})
     SELECT p.group_id, ${columns('p')}, ${inherited.map((name) => `b.${name}`).join(', ')}
     FROM portion_group p JOIN spend_group b ON b.id = p.group_id
     WHERE NOT EXISTS (SELECT FROM spend_group g WHERE g.key = p.key)`,
  )
  await run('UPDATE portion_group p SET id = (SELECT min(g.id) FROM spend_group g WHERE g.key = p.key)')
  await run('ANALYZE portion_group')
  await run(
    `INSERT INTO daily_spend (slice_id, day, group_id, idle_mode, is_shared, ${measures.join(', ')})
     SELECT s.slice_id, s.day, p.id, s.idle_mode, true, ${measures.map((name) => `s.${name}`).join(', ')}
     FROM portion_sum s
     JOIN portion_group p ON p.group_id = s.group_id AND ${ofPart.map((name) => `coalesce(p.${name}, '~') = coalesce(s.${name}, '~')`).join(' AND ')}`,
  )
  for (const { id } of await run('SELECT id FROM portion_group')) touched.add(Number(id))
  await run('DROP TABLE portion_sum, portion_group')
  return [...touched]
}
