import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { Client } from 'pg'
import { homePath } from '@/lib/db/home.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { exportHash, importHolding } from './known-bytes.ts'
import type { SourceFile } from './unpack.ts'

/** An import that may run: its row is in state `running`. */
export type Begun = { importId: number; files: SourceFile[]; bytes: number; answers: Record<string, string> }

const READ_BYTES = 1024 ** 2

/** Copies a file, which the kernel does quickest, and hashes the copy: that is what will be read. */
async function copyAndHash(from: string, to: string): Promise<{ sha256: string; bytes: number }> {
  await copyFile(from, to)
  await chmod(to, 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(to, { highWaterMark: READ_BYTES })) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/**
 * Begins an import of local files, as a shell does it: copies them to the uploads folder and makes the import's row. Returns the id of the
 * import that already holds these bytes instead, when there is one; then nothing is written.
 */
export async function beginFromFiles(
  client: Client,
  paths: readonly string[],
  options: { createdBy: string; isSample: boolean; answers: Record<string, string> },
): Promise<Begun | { unchanged: number }> {
  const incoming = homePath('uploads', 'incoming', randomUUID())
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  try {
    const copies: { sha256: string; bytes: number }[] = []
    for (const [i, path] of paths.entries()) copies.push(await copyAndHash(path, join(incoming, String(i + 1))))
    const sha256 = exportHash(copies.map((copy) => copy.sha256))
    const holding = await importHolding(pgRunner(client), sha256, options.answers, 0)
    if (holding !== null) return { unchanged: holding }
    const bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0)
    const first = basename(paths[0] as string)
    const created = await client.query<{ id: number }>(
      `INSERT INTO import (state, label, sha256, is_sample, created_by, answers, bytes, started_at, heartbeat_at)
       VALUES ('running', $1, $2, $3, $4, $5, $6, now(), now()) RETURNING id`,
      [
        paths.length === 1 ? first : `${first} and ${paths.length - 1} more`,
        sha256,
        options.isSample,
        options.createdBy,
        JSON.stringify(options.answers),
        bytes,
      ],
    )
    const importId = created.rows[0]?.id as number
    const folder = homePath('uploads', String(importId))
    await rm(folder, { recursive: true, force: true })
    await rename(incoming, folder)
    for (const [i, copy] of copies.entries()) {
      await client.query(
        'INSERT INTO import_file (import_id, ordinal, name, path, bytes, sha256) VALUES ($1, $2, $3, $4, $5, $6)',
        [importId, i + 1, basename(paths[i] as string), join(String(importId), String(i + 1)), copy.bytes, copy.sha256],
      )
    }
    const files = paths.map((path, i) => ({ name: basename(path), path: join(folder, String(i + 1)) }))
    return { importId, files, bytes, answers: options.answers }
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}

/**
 * Begins an import that the server received. Returns the id of the import that already holds these bytes instead, when there is one: then the
 * row says `unchanged`. Returns null when the import is not waiting to be run.
 */
export async function beginReceived(client: Client, importId: number): Promise<Begun | { unchanged: number } | null> {
  const claimed = await client.query<{ answers: Record<string, string> }>(
    `UPDATE import SET state = 'running', started_at = now(), heartbeat_at = now(), question = NULL, error = NULL
     WHERE id = $1 AND state = 'received' AND NOT cancel_asked RETURNING answers`,
    [importId],
  )
  const row = claimed.rows[0]
  if (!row) return null
  const stored = await client.query<{ name: string; path: string; bytes: string; sha256: string }>(
    'SELECT name, path, bytes, sha256 FROM import_file WHERE import_id = $1 ORDER BY ordinal',
    [importId],
  )
  const sha256 = exportHash(stored.rows.map((file) => file.sha256))
  await client.query('UPDATE import SET sha256 = $2 WHERE id = $1', [importId, sha256])
  const holding = await importHolding(pgRunner(client), sha256, row.answers, importId)
  if (holding !== null) {
    await client.query(`UPDATE import SET state = 'unchanged', finished_at = now(), error = $2 WHERE id = $1`, [
      importId,
      JSON.stringify({
        code: 'unchanged',
        message: `Import ${holding} already holds these bytes. Nothing was changed.`,
        importId: holding,
      }),
    ])
    return { unchanged: holding }
  }
  const files = stored.rows.map((file) => ({ name: file.name, path: homePath('uploads', ...file.path.split('/')) }))
  return {
    importId,
    files,
    bytes: stored.rows.reduce((sum, file) => sum + Number(file.bytes), 0),
    answers: row.answers,
  }
}
