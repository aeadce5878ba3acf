import type { ImportQuestion, ImportReceipt, RowIssue, SliceReceipt } from '@/lib/core/receipt.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { checkInvariants } from './invariants.ts'
import { liveSlices, sliceReceipts } from './live-slices.ts'
import type { Permissions } from './permissions.ts'
import type { Progress } from './progress.ts'
import { goLive } from './publish.ts'
import type { FilesRead } from './read-files.ts'
import type { Ready } from './ready.ts'
import { reconcile, reconciles } from './reconcile.ts'
import { listParts, receiptOf, record, rememberMapping, storedTotals } from './record.ts'
import { Refusal } from './refusal.ts'
import { unacceptedIssues } from './refused-rows.ts'
import { reserveVersions, stageRows, storeIssues, storeVersions } from './stage.ts'
import { fileTotals, issueTotals, sliceTallies } from './tally.ts'

/** How an import ended, or what it waits for. */
export type Outcome = {
  state: 'published' | 'awaiting'
  receipt: ImportReceipt
  question: ImportQuestion | null
  issues: RowIssue[]
}

/**
 * Stores what was read in one transaction and publishes it, or leaves it staged with a question when it replaces something or has issues and
 * waiting is allowed. Throws Refusal when it is not, and when the sums do not add up: then nothing was written.
 */
export async function settleOutcome(ready: Ready, progress: Progress): Promise<Outcome> {
  const { client, duck, read, permissions } = ready
  const run = pgRunner(client)
  progress.step('Summed')
  const tallies = await sliceTallies(duck, read.view)
  progress.done(`${tallies.length} slices and currencies`)
  const slices = await reserveVersions(client, tallies)
  const before = sliceReceipts(slices, await liveSlices(run, slices))
  const question = questionOf(before, read, permissions)
  if (question && !permissions.wait) throw unattended(question, read)

  await client.query('BEGIN')
  try {
    progress.step('Stored')
    const staged = await stageRows(client, duck, read, slices, {
      workDir: ready.workDir,
      onRows: (rows) => progress.setRows(rows),
      meanwhile: async () => ({
        file: await fileTotals(duck, read.view),
        issues: read.badRows > 0 ? await issueTotals(duck, read.view) : {},
        invariants: await checkInvariants(duck, read.view),
      }),
    })
    const { file, issues, invariants } = staged.meanwhile
    await storeVersions(client, ready.importId, slices)
    await storeIssues(
      client,
      duck,
      ready.importId,
      read,
      ready.sources.map((s) => s.part.name),
    )
    const lines = reconcile(file, staged.stored, issues)
    const rowsAddUp = staged.rowsStored + read.badRows === read.rowsRead
    if (!reconciles(lines) || !rowsAddUp)
      throw new Error(`the sums do not add up: ${JSON.stringify({ lines, staged, rows: read.rowsRead })}`)
    progress.done(`${staged.rowsStored.toLocaleString('en-US')} charges`)

    // Locked now: what is live can no longer change under the receipt.
    const replaced = sliceReceipts(slices, await liveSlices(run, slices))
    const changed = questionOf(replaced, read, permissions)
    if (changed && !permissions.wait) throw unattended(changed, read)
    const versionIds = slices.map((slice) => slice.id)
    if (!changed) {
      progress.step('Published')
      await goLive(run, versionIds)
      progress.done(`${slices.length} ${slices.length === 1 ? 'slice' : 'slices'}`)
    }
    const receipt = await receiptOf(ready, { lines, replaced, invariants, staged, versionIds }, progress)
    await listParts(client, ready.importId, ready.sources, read.rowsPerSource)
    await rememberMapping(client, ready)
    await record(client, ready.importId, receipt, changed, storedTotals(receipt))
    progress.checkpoint()
    await client.query('COMMIT')
    // Only makes drill-downs faster, and autovacuum would do it later.
    await client.query(`SELECT brin_summarize_new_values('charge_version_meter_brin')`).catch(() => {})
    return { state: changed ? 'awaiting' : 'published', receipt, question: changed, issues: read.issues }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

function questionOf(slices: readonly SliceReceipt[], read: FilesRead, permissions: Permissions): ImportQuestion | null {
  const replaces = slices.filter((slice) => slice.replaces !== null)
  const asksReplace = replaces.length > 0 && !permissions.replace
  const asksIssues = read.badRows > 0 && !permissions.acceptIssues
  return asksReplace || asksIssues ? { kind: 'confirm', replaces, issues: read.badRows } : null
}

function unattended(question: ImportQuestion, read: FilesRead): Refusal {
  if (question.kind === 'confirm' && question.issues > 0) {
    return unacceptedIssues(question.issues, read.rowsRead, read.issues[0])
  }
  const count = question.kind === 'confirm' ? question.replaces.length : 0
  return new Refusal({
    code: 'confirmation',
    message: `This replaces ${count} published ${count === 1 ? 'slice' : 'slices'} (provider, account and month).`,
    whatToDo: 'Look at the difference, then say --yes.',
  })
}
