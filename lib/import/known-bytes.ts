import { createHash } from 'node:crypto'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** One hash for the parts of an export, whatever their order; the file's own hash when there is one. */
export function exportHash(partHashes: readonly string[]): string {
  if (partHashes.length === 1) return partHashes[0] as string
  return createHash('sha256')
    .update([...partHashes].sort().join('\n'))
    .digest('hex')
}

/**
 * The import that already holds these bytes and is still live in every slice it filled; null when there is none. An answer that was given
 * now and not then, or otherwise then, means that the bytes are to be read another way.
 */
export async function importHolding(
  run: SqlRunner,
  sha256: string,
  answers: Record<string, string>,
  except: number,
): Promise<number | null> {
  const [row] = await run(
    `SELECT i.id FROM import i
     WHERE i.sha256 = $1 AND i.state = 'published' AND i.id <> $2
       AND i.answers @> $3::jsonb AND EXISTS (SELECT 1 FROM slice_version v WHERE v.import_id = i.id)
       AND NOT EXISTS (SELECT 1 FROM slice_version v JOIN slice s ON s.id = v.slice_id WHERE v.import_id = i.id AND s.live_version_id IS DISTINCT FROM v.id)
     ORDER BY i.id DESC LIMIT 1`,
    [sha256, except, JSON.stringify(answers)],
  )
  return row ? Number(row.id) : null
}
