import { rm } from 'node:fs/promises'
import { holdAttribution, lockAttribution } from '@/lib/attribution/lock.ts'
import { audited } from '@/lib/auth/audit.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { ImportQuestion, ImportReceipt } from '@/lib/core/receipt.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { homePath } from '@/lib/db/home.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { fileKinds, kindOf } from './kinds.ts'

type Held = {
  state: string
  kind: string
  answers: Record<string, string>
  question: ImportQuestion | null
  receipt: ImportReceipt | null
}

/** Locks an import for this transaction, after the lock that everything waits for which changes whose money it is. Throws not_found. */
async function hold(run: SqlRunner, id: number): Promise<Held> {
  const [found] = await run('SELECT kind FROM import WHERE id = $1', [id])
  // Only bills change no meter that is there; a lock that is shared first cannot become exclusive without a risk of deadlock.
  if (found?.kind === 'billing') await holdAttribution(run)
  else await lockAttribution(run)
  const [row] = await run('SELECT state::text, kind, answers, question, receipt FROM import WHERE id = $1 FOR UPDATE', [
    id,
  ])
  if (!row) throw new AppError('not_found', `There is no import ${id}.`)
  return row as Held
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
    await run(`UPDATE import SET state = 'published', finished_at = now(), question = NULL WHERE id = $1`, [id])
    await kindOf(held.kind).publish(run, id, held.receipt)
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
    await kindOf(held.kind).remove(run, [id])
    await run(
      `UPDATE import SET state = 'cancelled', cancel_asked = true, finished_at = now(), question = NULL, receipt = NULL WHERE id = $1`,
      [id],
    )
  })
}

/**
 * Takes a published import back: what it replaced counts again, or nothing does. Throws conflict when a later import must be undone first,
 * and names that import.
 */
export async function undoImport(scope: Scope, id: number): Promise<void> {
  await audited(scope, 'import.undo', `import:${id}`, {}, async (tx) => {
    const run = prismaRunner(tx)
    const held = await hold(run, id)
    if (held.state !== 'published')
      throw new AppError('conflict', `Import ${id} is not published: it is ${held.state}.`)
    await run(`UPDATE import SET state = 'reverted', finished_at = now() WHERE id = $1`, [id])
    await kindOf(held.kind).takeBack(run, id)
  })
}

/** Removes imports of bills with all that they hold, and their files. For generated ones that a newer one took the place of. */
export async function removeImports(scope: Scope, ids: readonly number[]): Promise<void> {
  await audited(scope, 'import.remove', `import:${ids.join(',')}`, {}, async (tx) => {
    const run = prismaRunner(tx)
    await lockAttribution(run)
    await kindOf('billing').remove(run, ids)
    await run('DELETE FROM import WHERE id = ANY($1::int[])', [ids])
  })
  await Promise.all(ids.map((id) => rm(homePath('uploads', String(id)), { recursive: true, force: true })))
}

/** Removes every sample import with all of its rows and files, and leaves real imports as they are. */
export async function removeSample(scope: Scope): Promise<void> {
  const ids = await audited<number[]>(
    scope,
    'sample.remove',
    'sample',
    (removed) => ({ imports: removed.length }),
    async (tx) => {
      const run = prismaRunner(tx)
      await lockAttribution(run)
      const rows = await run('SELECT id, kind FROM import WHERE is_sample ORDER BY id DESC FOR UPDATE')
      const imports = rows.map((row) => Number(row.id))
      for (const kind of fileKinds) {
        const own = rows.filter((row) => row.kind === kind.id).map((row) => Number(row.id))
        if (own.length > 0) await kind.remove(run, own)
      }
      await run('DELETE FROM import WHERE id = ANY($1::int[])', [imports])
      return imports
    },
  )
  await Promise.all(ids.map((id) => rm(homePath('uploads', String(id)), { recursive: true, force: true })))
}
