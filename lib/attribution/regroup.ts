import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { ownershipNames } from './ownership.ts'

const dimensions = `m.team, m.project, m.model, m.environment, m.gpu_class, m.provider, m.billing_account_id, m.sub_account_id,
  m.service_name, m.region_id, m.pricing_category, m.charge_category, m.currency, meter_usage_state(m.gpu_class, m.commitment_status),
  meter_cost_source(m.provider, m.currency)`

/**
 * Gives the meters in the temporary table meter_changed (id, old_group, is_ownership) the group of their values. A group that changed as a whole,
 * in what its meters are for and nothing else, is renamed where it is, with the parts of shared meters that follow it: no day is touched.
 * Returns the groups renamed, the other meters, and the groups that those left and joined.
 */
export async function regroup(run: SqlRunner): Promise<{ renamed: number[]; moved: string[]; groups: number[] }> {
  const renamed = await run(
    `WITH whole AS (
       SELECT m.group_id AS id, min(m.id::text)::uuid AS example
       FROM meter m LEFT JOIN meter_changed c ON c.id = m.id
       WHERE m.group_id IN (SELECT old_group FROM meter_changed)
       GROUP BY m.group_id
       HAVING bool_and(coalesce(c.is_ownership, false)) AND count(DISTINCT ROW(m.team, m.project, m.model, m.environment)) = 1
     )
     UPDATE spend_group g SET ${ownershipNames.map((name) => `${name} = m.${name}`).join(', ')}
     FROM whole w JOIN meter m ON m.id = w.example WHERE g.id = w.id RETURNING g.id`,
  )
  const ids = renamed.map(({ id }) => Number(id))
  const parts = await run(
    `UPDATE spend_group p SET ${ownershipNames
      .map(
        (name) => `${name} = CASE WHEN '${name}' = ANY(string_to_array(p.own, ',')) THEN b.${name} ELSE p.${name} END`,
      )
      .join(', ')}
     FROM spend_group b WHERE p.base_id = b.id AND b.id = ANY($1::int[]) RETURNING p.id`,
    [ids],
  )
  const moved = await run('DELETE FROM meter_changed WHERE old_group = ANY($1::int[]) RETURNING 1', [ids]).then(() =>
    run('SELECT id::text FROM meter_changed'),
  )
  await run(
    `INSERT INTO spend_group (team, project, model, environment, gpu_class, provider, billing_account_id, sub_account_id, service, region,
       pricing_category, charge_category, currency, usage_state, cost_source)
     SELECT DISTINCT ${dimensions} FROM meter m JOIN meter_changed USING (id)
     WHERE NOT EXISTS (SELECT FROM spend_group g WHERE g.key = spend_group_key(${dimensions}))`,
  )
  await run(
    `UPDATE meter m SET group_id = (SELECT min(g.id) FROM spend_group g WHERE g.key = spend_group_key(${dimensions}))
     FROM meter_changed c WHERE m.id = c.id`,
  )
  const groups = await run(
    `SELECT old_group AS id FROM meter_changed UNION SELECT m.group_id FROM meter_changed JOIN meter m USING (id)`,
  )
  return {
    renamed: [...ids, ...parts.map(({ id }) => Number(id))],
    moved: moved.map(({ id }) => String(id)),
    groups: groups.map(({ id }) => Number(id)),
  }
}
