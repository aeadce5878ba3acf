import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { finishRollups, lockRollups } from '@/lib/db/rollups.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Change } from './change.ts'
import { holdAttribution, lockAttribution } from './lock.ts'
import { refreshMachines } from './machines.ts'
import { isOwnership } from './ownership.ts'
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
  await run(`SET LOCAL work_mem = '128MB'`)

  /** Meters whose shared days may differ, groups whose simple days may, groups that changed their names, and dimensions that moved. */
  const touched = new Set<string>()
  const groups = new Set<number>()
  const renamed = new Set<number>()
  const moved = new Set<DimensionKey>()
  let meters = 0
  if (change.rules || change.classifications) {
    const changed = await reattribute(run)
    meters = changed.count
    add(touched, changed.meters)
    add(groups, changed.groups)
    add(renamed, changed.renamed)
    add(moved, changed.names.filter(isOwnership))
  }
  add(touched, await refreshMachines(run, change, [...touched]))
  if (change.rates || change.classifications || slices.length > 0) add(touched, await priceMeters(run))
  add(groups, await flagShared(run))

  await rebuildSimple(run, { slices })
  await rebuildSimple(run, { groups: [...groups] })
  const shared = new Set([...groups, ...(await sharedGroups(run, [...touched]))])
  const parts = new Set(await rebuildShared(run, { slices }))
  add(parts, await rebuildShared(run, { groups: [...shared] }))
  const split = await rebuildSplitShares(run)
  if (split.changed) {
    add(parts, await rebuildShared(run, { groups: await splitGroups(run) }))
    add(moved, split.names)
  }
  const isOwnershipAlone = Object.keys(change).join() === 'rules'
  await finishRollups(run, {
    slices,
    groups: [...new Set([...groups, ...parts])],
    renamed: [...renamed],
    changed: isOwnershipAlone ? [...moved] : null,
  })
  return { meters }
}

function add<T>(all: Set<T>, more: readonly T[]): void {
  for (const one of more) all.add(one)
}

/** Marks the meters whose days need more than a lookup. Returns the groups of those that became or ceased to be such. */
async function flagShared(run: SqlRunner): Promise<number[]> {
  const flipped = await run(
    `UPDATE meter m SET is_shared = NOT m.is_shared
     WHERE m.is_shared <> (m.split_rule IS NOT NULL
       OR EXISTS (SELECT FROM meter_term t WHERE t.meter_id = m.id)
       OR EXISTS (SELECT FROM meter_rate r WHERE r.meter_id = m.id)
       OR (m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused' AND EXISTS (SELECT FROM host_share h WHERE h.host = m.host)))
     RETURNING m.group_id AS "group"`,
  )
  return [...new Set(flipped.map(({ group }) => Number(group)))]
}

/** The groups of those of the meters that are shared. */
async function sharedGroups(run: SqlRunner, meters: readonly string[]): Promise<number[]> {
  const rows = await run(
    'SELECT DISTINCT m.group_id AS id FROM unnest($1::uuid[]) AS t(id) JOIN meter m ON m.id = t.id WHERE m.is_shared',
    [meters],
  )
  return rows.map(({ id }) => Number(id))
}

/** The groups of the meters that a rule splits, in any month. */
async function splitGroups(run: SqlRunner): Promise<number[]> {
  const rows = await run(
    `SELECT DISTINCT m.group_id AS id FROM meter m WHERE m.split_rule IS NOT NULL
       OR EXISTS (SELECT FROM meter_term t WHERE t.meter_id = m.id AND t.split_rule IS NOT NULL)`,
  )
  return rows.map(({ id }) => Number(id))
}
