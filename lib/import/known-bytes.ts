import { createHash } from 'node:crypto'
import type { FileKindId } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { kindOf } from './kinds.ts'

/** One hash for the parts of an export, whatever their order; the file's own hash when there is one. */
export function exportHash(partHashes: readonly string[]): string {
  if (partHashes.length === 1) return partHashes[0] as string
  return createHash('sha256')
    .update([...partHashes].sort().join('\n'))
    .digest('hex')
}

/**
 * The import that already holds these bytes and of which nothing was replaced since; null when there is none. An answer that was given now
 * and not then, or otherwise then, means that the bytes are to be read another way.
 */
export async function importHolding(
  run: SqlRunner,
  sha256: string,
  answers: Record<string, string>,
  except: number,
): Promise<number | null> {
  const rows = await run(
    `SELECT id, kind FROM import WHERE sha256 = $1 AND state = 'published' AND id <> $2 AND answers @> $3::jsonb ORDER BY id DESC`,
    [sha256, except, JSON.stringify(answers)],
  )
  for (const row of rows) {
    if (await kindOf(String(row.kind)).holds(run, Number(row.id))) return Number(row.id)
  }
  return null
}

/** What an import that is published holds. */
export async function kindHeld(run: SqlRunner, importId: number): Promise<FileKindId> {
  const [row] = await run('SELECT kind FROM import WHERE id = $1', [importId])
  return kindOf(String(row?.kind)).id
}
