import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { findHost, indexMachines } from './find-host.ts'
import { loadHostWords } from './host-words.ts'

/** What a machine of the bills is called before an admin says otherwise: its resource's id, else its name. */
const defaultHost = `coalesce(m.resource_id, m.resource_name)`

/** Meters whose cost follows the hours of a machine: of a GPU, or of the cores and memory around it. */
const ofMachines = `m.gpu_class IS NOT NULL AND m.charge_category = 'Usage' AND ${defaultHost} IS NOT NULL`

/**
 * Names the machine of every meter that has none yet or, with `all`, of every meter anew by the admins' words. Returns the ids of the meters
 * whose machine changed.
 */
export async function nameMachines(run: SqlRunner, all: boolean): Promise<string[]> {
  const words = await loadHostWords(run, 'bill')
  const meters = await run(
    `SELECT m.id::text, m.host, m.resource_name AS "name", ${defaultHost} AS "own" FROM meter m
     WHERE ${ofMachines} AND (m.host IS NULL OR $1::boolean)`,
    [all],
  )
  const changed: [string, string][] = []
  for (const { id, host, name, own } of meters) {
    const named = (text: unknown) =>
      typeof text === 'string'
        ? (words.map((word) => word.match(text)).find((target) => target !== null) ?? null)
        : null
    const next = named(own) ?? named(name) ?? String(own)
    if (next !== host) changed.push([String(id), next])
  }
  if (changed.length > 0) {
    await run(`UPDATE meter m SET host = n.host FROM unnest($1::uuid[], $2::text[]) AS n(id, host) WHERE m.id = n.id`, [
      changed.map(([id]) => id),
      changed.map(([, host]) => host),
    ])
  }
  return changed.map(([id]) => id)
}

/** Finds the billed machine of every machine that telemetry names. Returns the hosts of the machines whose answer changed, before and after. */
export async function findHosts(run: SqlRunner): Promise<string[]> {
  const words = await loadHostWords(run, 'usage')
  const machines = await run(
    `SELECT DISTINCT m.host, m.resource_name AS "name" FROM meter m WHERE m.host IS NOT NULL ORDER BY 1, 2`,
  )
  const index = indexMachines(
    machines.map(({ host, name }) => ({ host: String(host), name: name === null ? null : String(name) })),
  )
  const seen = await run(
    `SELECT s.resource, min(s.provider_id) AS "providerId", min(h.host) AS host, min(h.found_by) AS "foundBy", bool_or(h.resource IS NULL) AS "isNew"
     FROM (
       SELECT u.resource, u.provider_id, u.import_id FROM usage_record u WHERE u.resource IS NOT NULL
       UNION ALL SELECT c.resource, NULL, c.import_id FROM usage_cover c
     ) s
     JOIN import i ON i.id = s.import_id AND i.state = 'published'
     LEFT JOIN usage_host h ON h.resource = s.resource
     GROUP BY s.resource`,
  )
  const touched = new Set<string>()
  const found: [string, string | null, string | null][] = []
  for (const row of seen) {
    const machine = {
      resource: String(row.resource),
      providerId: row.providerId === null ? null : String(row.providerId),
    }
    const { host, foundBy } = findHost(machine, index, words)
    if (row.isNew === false && row.host === host && row.foundBy === foundBy) continue
    found.push([machine.resource, host, foundBy])
    if (typeof row.host === 'string') touched.add(row.host)
    if (host !== null) touched.add(host)
  }
  await run(
    `INSERT INTO usage_host (resource, host, found_by) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (resource) DO UPDATE SET host = excluded.host, found_by = excluded.found_by`,
    [found.map((f) => f[0]), found.map((f) => f[1]), found.map((f) => f[2])],
  )
  return [...touched]
}
