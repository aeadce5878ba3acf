import { rm } from 'node:fs/promises'
import { holdAttribution } from '@/lib/attribution/lock.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { ImportQuestion, Receipt } from '@/lib/core/receipt.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { homePath } from '@/lib/db/home.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { dropVersions, goLive, lockSlices, takeBack } from './publish.ts'

type Held = {
  state: string
  answers: Record<string, string>
  question: ImportQuestion | null
  receipt: Receipt | null
  versions: HeldVersion[]
}
type HeldVersion = { id: number; sliceId: number; live: boolean; liveVersion: number | null }

/** Locks an import and its slices for this transaction and reads them. Throws not_found. */
async function hold(run: SqlRunner, id: number): Promise<Held> {
  await holdAttribution(run)
  const [row] = await run('SELECT state::text, answers, question, receipt FROM import WHERE id = $1 FOR UPDATE', [id])
  if (!row) throw new AppError('not_found', `There is no import ${id}.`)
  const slices = await run('SELECT DISTINCT slice_id::int AS id FROM slice_version WHERE import_id = $1', [id])
  await lockSlices(
    run,
    slices.map((slice) => Number(slice.id)),
  )
  const versions = await run(
    `SELECT v.id, v.slice_id AS "sliceId", s.live_version_id = v.id AS live, l.version AS "liveVersion"
     FROM slice_version v JOIN slice s ON s.id = v.slice_id LEFT JOIN slice_version l ON l.id = s.live_version_id
     WHERE v.import_id = $1 ORDER BY v.id`,
    [id],
  )
  return { ...(row as Omit<Held, 'versions'>), versions: versions as unknown as HeldVersion[] }
}

/**
 * Takes an admin's answers to what the import asked and sets it back to `received`, ready to be run again. A mapping that works is
 * remembered for its header by the run itself. Throws conflict when the import asks nothing.
 */
export async function answerImport(scope: Scope, id: number, answers: Record<string, string>): Promise<void> {
  await audited(scope, 'import.answer', `import:${id}`, answers, async (tx) => {
    const held = await hold(prismaRunner(tx), id)
    if (held.state !== 'needs_answer' || held.question === null)
      throw new AppError('conflict', `Import ${id} asks nothing now.`)
    await tx.import.update({
      where: { id },
      data: { state: 'received', question: Prisma.DbNull, answers: { ...held.answers, ...answers } },
    })
  })
}

/**
 * Publishes an import that waits for confirmation. Throws conflict when it does not wait, or when what it would replace has changed since the
 * difference was shown: then the question is renewed by running the comparison again on the next look.
 */
export async function confirmImport(scope: Scope, id: number): Promise<void> {
  await audited(scope, 'import.confirm', `import:${id}`, {}, async (tx) => {
    const run = prismaRunner(tx)
    const held = await hold(run, id)
    if (held.state !== 'awaiting' || held.receipt === null)
      throw new AppError('conflict', `Import ${id} does not wait for a confirmation.`)
    const shown = held.receipt.slices.map((slice) => slice.replaces?.version ?? null)
    const now = held.versions.map((version) => version.liveVersion)
    if (JSON.stringify([...shown].sort()) !== JSON.stringify([...now].sort())) {
      throw new AppError(
        'conflict',
        'Another import was published for the same month since this difference was made. Cancel this import and upload the file again.',
      )
    }
    await goLive(
      run,
      held.versions.map((version) => version.id),
    )
    await run(`UPDATE import SET state = 'published', finished_at = now(), question = NULL WHERE id = $1`, [id])
  })
}

/** Stops an import that runs, or drops one that waits. Throws conflict when it has ended. */
export async function cancelImport(scope: Scope, id: number): Promise<void> {
  await audited(scope, 'import.cancel', `import:${id}`, {}, async (tx) => {
    const run = prismaRunner(tx)
    // The importer alone may end a running import: it reads this with its next heartbeat.
    const asked = await run(`UPDATE import SET cancel_asked = true WHERE id = $1 AND state = 'running' RETURNING id`, [
      id,
    ])
    if (asked.length > 0) return
    const held = await hold(run, id)
    if (!['received', 'needs_answer', 'awaiting'].includes(held.state))
      throw new AppError('conflict', `Import ${id} has ended: it is ${held.state}.`)
    await dropVersions(
      run,
      held.versions.map((version) => version.id),
    )
    await run(
      `UPDATE import SET state = 'cancelled', cancel_asked = true, finished_at = now(), question = NULL, receipt = NULL WHERE id = $1`,
      [id],
    )
  })
}

/**
 * Takes a published import back: every slice shows again what it replaced, or nothing. Throws conflict when a later import has replaced part of
 * it, and names that import.
 */
export async function undoImport(scope: Scope, id: number): Promise<void> {
  await audited(scope, 'import.undo', `import:${id}`, {}, async (tx) => {
    const run = prismaRunner(tx)
    const held = await hold(run, id)
    if (held.state !== 'published')
      throw new AppError('conflict', `Import ${id} is not published: it is ${held.state}.`)
    const covered = held.versions.filter((version) => !version.live)
    if (covered.length > 0) {
      const [later] = await run(
        `SELECT v.import_id AS id FROM slice s JOIN slice_version v ON v.id = s.live_version_id WHERE s.id = ANY($1::int[]) ORDER BY 1 DESC LIMIT 1`,
        [covered.map((version) => version.sliceId)],
      )
      throw new AppError('conflict', `Import ${later?.id ?? '?'} replaced part of this one later. Undo that one first.`)
    }
    await takeBack(
      run,
      held.versions.map((version) => version.id),
    )
    await run(`UPDATE import SET state = 'reverted', finished_at = now() WHERE id = $1`, [id])
  })
}

/** Removes every sample import with its charges and files, and leaves real imports as they are. */
export async function removeSample(scope: Scope): Promise<void> {
  const ids = await audited<number[]>(
    scope,
    'sample.remove',
    'sample',
    (removed) => ({ imports: removed.length }),
    async (tx) => {
      const run = prismaRunner(tx)
      await holdAttribution(run)
      const imports = (await run('SELECT id FROM import WHERE is_sample FOR UPDATE')).map((row) => Number(row.id))
      const slices = await run(
        'SELECT DISTINCT slice_id::int AS id FROM slice_version WHERE import_id = ANY($1::int[])',
        [imports],
      )
      await lockSlices(
        run,
        slices.map((slice) => Number(slice.id)),
      )
      await removeVersionsOf(run, imports)
      await run('DELETE FROM import WHERE id = ANY($1::int[])', [imports])
      return imports
    },
  )
  await Promise.all(ids.map((id) => rm(homePath('uploads', String(id)), { recursive: true, force: true })))
}

async function removeVersionsOf(run: SqlRunner, imports: readonly number[]): Promise<void> {
  const versions = (
    await run('SELECT id FROM slice_version WHERE import_id = ANY($1::int[]) ORDER BY id DESC', [imports])
  ).map((row) => Number(row.id))
  // Newest first, so that a chain of sample versions unwinds to what was there before it.
  for (const version of versions) {
    await run(
      `UPDATE slice_version SET replaced_version_id = v.replaced_version_id FROM slice_version v
      WHERE v.id = $1 AND slice_version.replaced_version_id = v.id`,
      [version],
    )
  }
  await takeBack(run, versions)
  await dropVersions(run, versions)
}
