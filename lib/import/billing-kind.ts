import { AppError } from '@/lib/core/errors.ts'
import type { ImportReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { FileKind, RecognisedJob } from './file-kind.ts'
import type { BillingFormat, FormatPlan } from './format.ts'
import { billingFormats } from './index.ts'
import { importLimits } from './limits.ts'
import type { Outcome } from './outcome.ts'
import { settleOutcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import { dropVersions, goLive, lockSlices, takeBack } from './publish.ts'
import { readFiles } from './read-files.ts'
import { asRefusal } from './refusal.ts'
import { refuseRepeatedParts } from './repeated-parts.ts'

type Version = { id: number; sliceId: number; live: boolean; liveVersion: number | null }

/** Bills: their rows fill slices of provider, account and month, and replace what was there. */
export const billingKind: FileKind = {
  id: 'billing',
  formats: billingFormats,
  settle,
  publish,
  async takeBack(run, importId) {
    const versions = await lockVersions(run, importId)
    const covered = versions.filter((version) => !version.live)
    if (covered.length > 0) throw await replacedLater(run, covered)
    await takeBack(
      run,
      versions.map((version) => version.id),
    )
  },
  remove,
  async holds(run, importId) {
    const [row] = await run(
      `SELECT count(*)::int AS versions, count(*) FILTER (WHERE s.live_version_id IS DISTINCT FROM v.id)::int AS replaced
       FROM slice_version v JOIN slice s ON s.id = v.slice_id WHERE v.import_id = $1`,
      [importId],
    )
    return Number(row?.versions) > 0 && Number(row?.replaced) === 0
  },
}

async function settle(job: RecognisedJob, progress: Progress): Promise<Outcome> {
  const { duck, sources, workDir, format, settled } = job
  const plans = sources.map((source): FormatPlan => {
    try {
      return (format as BillingFormat).plan(source.header, settled)
    } catch (error) {
      throw asRefusal(error, source.part.name)
    }
  })
  progress.done(`${format.label}, ${plans[0]?.variant ?? ''}`)
  const read = await readFiles(duck, sources, plans, importLimits(), workDir, progress)
  await refuseRepeatedParts(sources, read.rowsPerSource)
  return settleOutcome({ ...job, plans, read }, progress)
}

async function publish(run: SqlRunner, importId: number, receipt: ImportReceipt): Promise<void> {
  const versions = await lockVersions(run, importId)
  const shown = 'slices' in receipt ? receipt.slices.map((slice) => slice.replaces?.version ?? null) : []
  const now = versions.map((version) => version.liveVersion)
  if (JSON.stringify([...shown].sort()) !== JSON.stringify([...now].sort())) {
    throw new AppError(
      'conflict',
      'Another import was published for the same month since this difference was made. Cancel this import and upload the file again.',
    )
  }
  await goLive(
    run,
    versions.map((version) => version.id),
  )
}

/** Locks the slices of an import and reads its versions. */
async function lockVersions(run: SqlRunner, importId: number): Promise<Version[]> {
  const slices = await run('SELECT DISTINCT slice_id::int AS id FROM slice_version WHERE import_id = $1', [importId])
  await lockSlices(
    run,
    slices.map((slice) => Number(slice.id)),
  )
  const versions = await run(
    `SELECT v.id, v.slice_id AS "sliceId", s.live_version_id = v.id AS live, l.version AS "liveVersion"
     FROM slice_version v JOIN slice s ON s.id = v.slice_id LEFT JOIN slice_version l ON l.id = s.live_version_id
     WHERE v.import_id = $1 ORDER BY v.id`,
    [importId],
  )
  return versions as unknown as Version[]
}

async function replacedLater(run: SqlRunner, covered: readonly Version[]): Promise<AppError> {
  const [later] = await run(
    `SELECT v.import_id AS id FROM slice s JOIN slice_version v ON v.id = s.live_version_id WHERE s.id = ANY($1::int[]) ORDER BY 1 DESC LIMIT 1`,
    [covered.map((version) => version.sliceId)],
  )
  return new AppError('conflict', `Import ${later?.id ?? '?'} replaced part of this one later. Undo that one first.`)
}

async function remove(run: SqlRunner, importIds: readonly number[]): Promise<void> {
  const found = await run(
    'SELECT id, slice_id::int AS "sliceId" FROM slice_version WHERE import_id = ANY($1::int[]) ORDER BY id DESC',
    [importIds],
  )
  const versions = found.map((row) => Number(row.id))
  if (versions.length === 0) return
  await lockSlices(run, [...new Set(found.map((row) => Number(row.sliceId)))])
  // Newest first, so that a chain of versions unwinds to what was there before it.
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
