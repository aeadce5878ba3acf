import { finishRollups, lockRollups } from '@/lib/db/rollups.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Change } from './change.ts'
import { holdAttribution, lockAttribution } from './lock.ts'
import { refreshMachines } from './machines.ts'
import { priceMeters } from './price-meters.ts'
import { reattribute } from './reattribute.ts'
import { rebuildShared, rebuildSimple } from './rollup.ts'
import { rebuildSplitShares } from './split-shares.ts'

/**
 * Works out anew whatever hangs on the change and rebuilds the rollups, within the transaction that made it; call it last there. Returns how
 * many meters are attributed otherwise than before.
 */
export async function refresh(run: SqlRunner, change: Change): Promise<{ meters: number }> {
  const slices = change.slices ?? []
  const { slices: _slices, ...others } = change
  if (Object.keys(others).length > 0) await lockAttribution(run)
  else await holdAttribution(run)
  await lockRollups(run)

  const touched = new Set<string>()
  const note = (ids: readonly string[]) => {
    for (const id of ids) touched.add(id)
  }
  const groups = new Set<number>()
  let meters = 0
  if (change.rules || change.classifications) {
    const changed = await reattribute(run)
    meters = changed.meters.length
    note(changed.meters)
    for (const group of changed.groups) groups.add(group)
  }
  note(await refreshMachines(run, change, [...touched]))
  if (change.rates || change.classifications || slices.length > 0) note(await priceMeters(run))
  for (const { id, group } of await flagShared(run)) {
    touched.add(id)
    groups.add(group)
  }

  const before = await slicesOfGroups(run, [...groups])
  await rebuildSimple(run, { slices })
  await rebuildSimple(run, { groups: [...groups] })
  await rebuildSplitShares(run)
  const shared = new Set([...slices, ...(await slicesOfShared(run, [...touched]))])
  await rebuildShared(run, [...shared])
  const after = await slicesOfGroups(run, [...groups])
  await finishRollups(run, [...new Set([...shared, ...before, ...after])])
  return { meters }
}

/** Marks the meters whose days need more than a lookup, and returns those that became or ceased to be such. */
async function flagShared(run: SqlRunner): Promise<{ id: string; group: number }[]> {
  const flipped = await run(
    `UPDATE meter m SET is_shared = NOT m.is_shared
     WHERE m.is_shared <> (m.split_rule IS NOT NULL
       OR EXISTS (SELECT FROM meter_term t WHERE t.meter_id = m.id)
       OR EXISTS (SELECT FROM meter_rate r WHERE r.meter_id = m.id)
       OR (m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused' AND EXISTS (SELECT FROM host_share h WHERE h.host = m.host)))
     RETURNING m.id::text AS id, m.group_id AS "group"`,
  )
  return flipped.map(({ id, group }) => ({ id: String(id), group: Number(group) }))
}

async function slicesOfGroups(run: SqlRunner, groups: readonly number[]): Promise<number[]> {
  if (groups.length === 0) return []
  const rows = await run('SELECT DISTINCT slice_id AS id FROM daily_spend WHERE group_id = ANY($1::int[])', [groups])
  return rows.map(({ id }) => Number(id))
}

/** The slices in which one of these meters is shared or was, and every slice with something to split. */
async function slicesOfShared(run: SqlRunner, meters: readonly string[]): Promise<number[]> {
  const rows = await run(
    `SELECT DISTINCT s.id FROM meter_day d JOIN slice s ON s.live_version_id = d.version_id
     WHERE d.meter_id = ANY($1::uuid[]) AND (
       EXISTS (SELECT FROM meter m WHERE m.id = d.meter_id AND m.is_shared)
       OR EXISTS (SELECT FROM daily_spend x WHERE x.slice_id = s.id AND x.is_shared))
     UNION
     SELECT DISTINCT s.id FROM meter m JOIN meter_day d ON d.meter_id = m.id JOIN slice s ON s.live_version_id = d.version_id
     WHERE m.split_rule IS NOT NULL OR EXISTS (SELECT FROM meter_term t WHERE t.meter_id = m.id AND t.split_rule IS NOT NULL)`,
    [meters],
  )
  return rows.map(({ id }) => Number(id))
}
