import { lockAttribution } from '@/lib/attribution/lock.ts'
import { refresh } from '@/lib/attribution/refresh.ts'
import type { ImportQuestion, RowIssue, UsageReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { counted } from '../counted.ts'
import type { RecognisedJob } from '../file-kind.ts'
import { importLimits } from '../limits.ts'
import type { Outcome } from '../outcome.ts'
import type { Progress } from '../progress.ts'
import { listParts, receiptFiles, record } from '../record.ts'
import { asRefusal, Refusal } from '../refusal.ts'
import { unacceptedIssues } from '../refused-rows.ts'
import { refuseRepeatedParts } from '../repeated-parts.ts'
import { storableJson } from '../storable.ts'
import type { RecordsMade } from './make-records.ts'
import { makeRecords } from './make-records.ts'
import type { UsageRows } from './read-usage.ts'
import { readUsageRows } from './read-usage.ts'
import { compareUsage, storeUsage, storeUsageIssues } from './store-usage.ts'
import type { UsageFormat, UsagePlan } from './usage-format.ts'
import { usageFigures, usageMachines, usageMetrics } from './usage-receipt.ts'

/** What was read and made of an import of usage. */
type Read = { plans: UsagePlan[]; rows: UsageRows; made: RecordsMade }

/** Reads usage, stores it in one transaction and publishes it, or leaves it staged when rows have issues and waiting is allowed. */
export async function settleUsage(job: RecognisedJob, progress: Progress): Promise<Outcome> {
  const { duck, sources, settled, permissions } = job
  const format = job.format as UsageFormat
  const plans = sources.map((source) => {
    try {
      return format.plan(source.header, settled)
    } catch (error) {
      throw asRefusal(error, source.part.name)
    }
  })
  progress.done(`${format.label}, ${plans[0]?.variant ?? ''}`)
  const rows = await readUsageRows(duck, sources, plans, importLimits(), progress)
  await refuseRepeatedParts(sources, rows.rowsPerSource)
  const made = await makeRecords(duck, format, progress)
  refuseNothing(job, rows, made)
  const question: ImportQuestion | null =
    rows.badRows > 0 && !permissions.acceptIssues ? { kind: 'confirm', replaces: [], issues: rows.badRows } : null
  if (question && !permissions.wait) throw unacceptedIssues(rows.badRows, rows.rowsRead, rows.issues[0])
  return store(job, { plans, rows, made }, question, progress)
}

async function store(
  job: RecognisedJob,
  read: Read,
  question: ImportQuestion | null,
  progress: Progress,
): Promise<Outcome> {
  const { client, duck, importId, sources, workDir } = job
  const { rows, made } = read
  const run = pgRunner(client)
  await client.query('BEGIN')
  try {
    progress.step('Stored')
    await storeUsage(client, duck, importId, sources, workDir)
    await storeUsageIssues(client, importId, rows.issues)
    const compared = await compareUsage(run, importId)
    progress.done(`${compared.newRecords.toLocaleString('en-US')} new, ${compared.changedRecords} changed`)
    const figures = await usageFigures(run, importId)
    if (figures.records !== made.records) throw new Error(`${figures.records} records stored of ${made.records}`)
    const stored: UsageReceipt = {
      kind: 'usage',
      format: { id: job.format.id, label: job.format.label, variant: read.plans[0]?.variant ?? '' },
      files: await receiptFiles(run, importId, sources, rows.rowsPerSource),
      rowsRead: rows.rowsRead,
      rowsStored: made.rowsStored,
      rowsWithIssues: rows.badRows,
      skipped: [...rows.skipped, ...made.skipped],
      ...(await withMachines(run, importId, { ...figures, ...compared })),
      metrics: await usageMetrics(run, importId),
      steps: progress.steps,
    }
    const skipped = stored.skipped.reduce((sum, line) => sum + line.rows, 0)
    if (stored.rowsStored + stored.rowsWithIssues + skipped !== stored.rowsRead)
      throw new Error(`the rows do not add up: ${JSON.stringify({ ...stored, files: [], machines: [] })}`)
    // Before the import's row is locked, as everybody does who changes an import.
    if (!question) await lockAttribution(run)
    await listParts(client, importId, sources, rows.rowsPerSource)
    await record(client, importId, stored, question, {})
    progress.checkpoint()
    const receipt = question ? stored : await publishUsage(run, importId, stored, progress)
    await client.query('COMMIT')
    return { state: question ? 'awaiting' : 'published', receipt, question, issues: rows.issues }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/**
 * Lets an import whose state is `published` count: works out whose money it makes it, and writes onto its receipt which of its machines the
 * bills know. Returns that receipt.
 */
export async function publishUsage(
  run: SqlRunner,
  importId: number,
  stored: UsageReceipt,
  progress?: Progress,
): Promise<UsageReceipt> {
  progress?.step('Published')
  await refresh(run, { usageImports: [importId] })
  progress?.done(counted(stored.usage.records, 'record'))
  const receipt = { ...stored, ...(await withMachines(run, importId, stored.usage)) }
  await run('UPDATE import SET receipt = $2::jsonb WHERE id = $1', [importId, storableJson(receipt)])
  return receipt
}

type Figures = Omit<UsageReceipt['usage'], 'hosts' | 'unmatchedHosts'>

/** The figures of a receipt and its machines, as the bills are known now. */
async function withMachines(
  run: SqlRunner,
  importId: number,
  figures: Figures,
): Promise<Pick<UsageReceipt, 'usage' | 'machines'>> {
  const { machines, hosts, unmatchedHosts } = await usageMachines(run, importId)
  return { usage: { ...figures, hosts, unmatchedHosts }, machines }
}

/** Throws Refusal when the files hold neither a record nor the word that a machine was watched. */
function refuseNothing({ sources }: RecognisedJob, rows: UsageRows, made: RecordsMade): void {
  if (made.records + made.covers > 0) return
  const [most] = [...rows.skipped].sort((a, b) => b.rows - a.rows)
  const why = most ? `: ${most.rows.toLocaleString('en-US')} rows ${most.reason}` : ''
  const first: RowIssue | undefined = rows.issues[0]
  throw new Refusal({
    code: 'no_records',
    message: `${sources[0]?.part.name} holds no usage${why}.`,
    file: sources[0]?.part.name ?? '',
    ...(first && { row: first.row, column: first.column, value: first.value }),
    whatToDo: 'There is nothing to import. Check what was exported and for which period.',
  })
}
