import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Scope } from '@/lib/auth/scope.ts'
import { OWNED_HARDWARE } from '@/lib/catalog/match-owned.ts'
import type { Day } from '@/lib/core/period.ts'
import { removeImports, undoImport } from '@/lib/import/actions.ts'
import { beginFromFiles } from '@/lib/import/begin.ts'
import { execute } from '@/lib/import/execute.ts'
import { listClusters } from './clusters.ts'
import { ownedFocusFile } from './focus-file.ts'
import { monthsInService } from './owned-cluster.ts'

/** Who makes these imports, as the history and the audit log show it. */
export const GENERATOR = 'owned hardware'

const scope: Scope = { userId: null, actor: GENERATOR, role: 'admin', teams: null }
/** Any number of our own: one generation at a time. */
const OWNED_LOCK = 7_410_322

/** What a generation did. `failed` says why, by month. */
export type Generated = { written: string[]; undone: string[]; unchanged: number; failed: string[] }

/**
 * Brings the charges of every owned cluster in step with its terms, for the days before `today` (UTC): a month whose charges would differ is
 * imported and takes the place of what was there; months that are no longer in service, and clusters that are gone, are undone. Running it
 * again changes nothing. Waits for a generation that runs.
 */
export async function generateOwned(url: string, today: Day): Promise<Generated> {
  const done: Generated = { written: [], undone: [], unchanged: 0, failed: [] }
  const client = new Client({ connectionString: url })
  await client.connect()
  const folder = await mkdtemp(join(tmpdir(), 'gpu-ledger-owned-'))
  try {
    await client.query('SELECT pg_advisory_lock($1)', [OWNED_LOCK])
    const clusters = await listClusters()
    const wanted = new Set<string>()
    for (const { terms } of clusters) {
      for (const month of monthsInService(terms, today)) {
        const label = `${terms.name} ${month.slice(0, 7)}`
        wanted.add(`${terms.name} ${month}`)
        const path = join(folder, `${label}.csv`)
        await writeFile(path, ownedFocusFile(terms, month, today))
        const result = await importMonth(url, client, path)
        if (result === 'unchanged') done.unchanged += 1
        else if (result === 'published') {
          done.written.push(label)
          await dropSuperseded(client, terms.name, month)
        } else done.failed.push(`${label}: ${result.reason}`)
        await rm(path)
      }
    }
    await undoUnwanted(client, wanted, done)
    return done
  } finally {
    await rm(folder, { recursive: true, force: true })
    await client.end()
  }
}

async function importMonth(
  url: string,
  client: Client,
  path: string,
): Promise<'unchanged' | 'published' | { reason: string }> {
  const begun = await beginFromFiles(client, [path], { createdBy: GENERATOR, isSample: false, answers: {} })
  if ('unchanged' in begun) return 'unchanged'
  const result = await execute({ ...begun, url, permissions: { replace: true, acceptIssues: false, wait: false } })
  if (result.state === 'published') return 'published'
  return { reason: 'error' in result ? result.error.message : result.state }
}

const generated = `SELECT DISTINCT v.import_id AS id, s.billing_account_id AS account, s.billing_period::text AS month, s.live_version_id = v.id AS live
  FROM slice s JOIN slice_version v ON v.slice_id = s.id JOIN import i ON i.id = v.import_id
  WHERE s.provider = $1 AND i.created_by = $2 AND i.state = 'published'`

/** Drops what a new generation of a month took the place of: the current month is generated every day, and the terms are in the audit log. */
async function dropSuperseded(client: Client, account: string, month: Day): Promise<void> {
  const { rows } = await client.query(
    `${generated} AND s.billing_account_id = $3 AND s.billing_period = $4 ORDER BY 1 DESC`,
    [OWNED_HARDWARE, GENERATOR, account, month],
  )
  const old = rows.filter(({ live }) => !live).map(({ id }) => Number(id))
  if (old.length > 0) await removeImports(scope, old)
}

async function undoUnwanted(client: Client, wanted: ReadonlySet<string>, done: Generated): Promise<void> {
  const { rows } = await client.query(`${generated} AND s.live_version_id = v.id ORDER BY 1 DESC`, [
    OWNED_HARDWARE,
    GENERATOR,
  ])
  for (const { id, account, month } of rows) {
    if (wanted.has(`${account} ${month}`)) continue
    await undoImport(scope, Number(id))
    done.undone.push(`${account} ${String(month).slice(0, 7)}`)
  }
}
