import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Change } from './change.ts'
import { rebuildHostShares } from './host-shares.ts'
import { findHosts, nameMachines } from './hosts.ts'
import { rebuildUsageDays } from './usage-days.ts'

/**
 * Brings machines, days of usage and the shares of machines in step with a change. `reattributed` are meters whose GPU hours may have changed.
 * Returns the ids of the meters whose shares may differ.
 */
export async function refreshMachines(
  run: SqlRunner,
  change: Change,
  reattributed: readonly string[],
): Promise<string[]> {
  const { slices = [], usageImports = [] } = change
  if (change.rules && !change.classifications && !change.hosts && slices.length + usageImports.length === 0) return []
  const renamed = await nameMachines(run, change.hosts === true)
  const [anyUsage] = await run('SELECT 1 FROM usage_record LIMIT 1')
  if (!anyUsage) return renamed
  const hosts = new Set(await findHosts(run))
  const moved = [...hosts]
  const resources = change.hosts ? null : await resourcesOf(run, usageImports, moved)
  if (resources === null || resources.length > 0 || usageImports.length > 0) await rebuildUsageDays(run, resources)
  for (const host of await hostsOf(run, resources, slices, [...reattributed, ...renamed])) hosts.add(host)
  await rebuildHostShares(run, [...hosts])
  const meters = await run('SELECT id::text FROM meter WHERE host = ANY($1::text[])', [[...hosts]])
  return [...renamed, ...meters.map(({ id }) => String(id))]
}

/** The machines that these imports of usage name, and all that mean one of the same hosts. */
async function resourcesOf(run: SqlRunner, imports: readonly number[], moved: readonly string[]): Promise<string[]> {
  const rows = await run(
    `WITH named AS (
       SELECT DISTINCT resource FROM usage_record WHERE import_id = ANY($1::int[]) AND resource IS NOT NULL
       UNION SELECT DISTINCT resource FROM usage_cover WHERE import_id = ANY($1::int[])
     )
     SELECT resource FROM named
     UNION SELECT h.resource FROM usage_host h
       WHERE h.host = ANY($2::text[]) OR h.host IN (SELECT o.host FROM usage_host o JOIN named USING (resource))`,
    [imports, moved],
  )
  return rows.map(({ resource }) => String(resource))
}

/** The hosts with usage that these resources, slices or meters concern; of all resources when they are null. */
async function hostsOf(
  run: SqlRunner,
  resources: readonly string[] | null,
  slices: readonly number[],
  meters: readonly string[],
): Promise<string[]> {
  const rows = await run(
    `SELECT DISTINCT h.host FROM usage_host h WHERE h.host IS NOT NULL AND (
       $1::text[] IS NULL OR h.resource = ANY($1::text[])
       OR h.host IN (SELECT m.host FROM meter m WHERE m.id = ANY($3::uuid[]))
       OR h.host IN (SELECT m.host FROM slice_version v JOIN meter_day d ON d.version_id = v.id JOIN meter m ON m.id = d.meter_id
         WHERE v.slice_id = ANY($2::int[])))`,
    [resources, slices, meters],
  )
  return rows.map(({ host }) => String(host))
}
