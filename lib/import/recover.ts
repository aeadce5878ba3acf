import { readdir, rm } from 'node:fs/promises'
import { homePath } from '@/lib/db/home.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

const SILENT = '20 seconds'

/**
 * Ends imports whose process is gone: no heartbeat for 20 seconds. Their transaction was rolled back by Postgres, so what is left to
 * clean up is the row, which then says what happened, and the importer's temporary files. Returns their ids.
 */
export async function endSilentImports(run: SqlRunner): Promise<number[]> {
  const rows = await run(
    `UPDATE import SET state = (CASE WHEN cancel_asked THEN 'cancelled' ELSE 'failed' END)::import_state, finished_at = now(), error = $1
     WHERE state = 'running' AND heartbeat_at < now() - INTERVAL '${SILENT}' RETURNING id`,
    [
      JSON.stringify({
        code: 'importer_ended',
        message: 'The importer stopped before it was done. Nothing of this import is in the figures.',
        whatToDo: 'Upload the file again.',
      }),
    ],
  )
  const ids = rows.map((row) => Number(row.id))
  if (ids.length > 0) await removeWork(ids)
  return ids
}

async function removeWork(ids: readonly number[]): Promise<void> {
  const names = await readdir(homePath('work')).catch(() => [])
  const left = names.filter((name) => ids.includes(Number(/^import-(\d+)-/.exec(name)?.[1])))
  await Promise.all(left.map((name) => rm(homePath('work', name), { recursive: true, force: true })))
}
