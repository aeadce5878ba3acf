import type { RowIssue } from '@/lib/core/receipt.ts'
import type { ChargesView } from './charges-view.ts'
import { makeChargesView } from './charges-view.ts'
import { counted } from './counted.ts'
import type { Digits } from './decimal-sql.ts'
import type { Duck } from './duck.ts'
import { findIssues } from './find-issues.ts'
import type { FormatPlan, MeterLabels } from './format.ts'
import type { ImportLimits } from './limits.ts'
import { narrowDigits } from './narrow-amounts.ts'
import type { Progress } from './progress.ts'
import type { ChargesRead } from './read-charges.ts'
import { readCharges } from './read-charges.ts'
import { readMeters } from './read-meters.ts'
import { noGoodRows, refuseEmpty } from './refused-rows.ts'
import { readingGuarded, refuseExtraFields, refuseRejects } from './rejects.ts'
import type { Source } from './source.ts'

/** The files of an import as charges in DuckDB (view `charges`), with what cannot be stored. */
export type FilesRead = {
  view: ChargesView
  labels: ReadonlyMap<string, MeterLabels>
  issues: RowIssue[]
  badRows: number
  rowsRead: number
  rowsPerSource: number[]
}

/** Reads every row of every source. Throws Refusal when there are no rows, or when rows cannot be split into fields. */
export async function readFiles(
  duck: Duck,
  sources: readonly Source[],
  plans: readonly FormatPlan[],
  limits: ImportLimits,
  workDir: string,
  progress: Progress,
): Promise<FilesRead> {
  progress.step('Read')
  const narrow = await narrowDigits(duck, sources, plans)
  const { reads, rowsPerSource } =
    (narrow && (await readSources(duck, sources, plans, narrow, progress))) ??
    ((await readSources(duck, sources, plans, null, progress)) as SourcesRead)
  const rowsRead = rowsPerSource.reduce((sum, rows) => sum + rows, 0)
  refuseEmpty(sources, rowsPerSource)
  progress.done(counted(rowsRead, 'row'))

  progress.step('Meters')
  const meters = await readingGuarded(duck, sources, () => readMeters(duck, sources, plans, workDir))
  const issues: RowIssue[] = []
  for (const [n, source] of sources.entries()) {
    issues.push(
      ...(await findIssues(duck, source, plans[n] as FormatPlan, reads[n] as ChargesRead, meters.issues, limits)),
    )
  }
  const view = await makeChargesView(duck, plans, reads)
  const [bad] = await duck.all('SELECT count(*)::DOUBLE AS rows FROM charges WHERE bad')
  const badRows = Number(bad?.rows ?? 0)
  progress.done(counted(meters.labels.size, 'meter'))
  if (badRows === rowsRead) {
    const [first] = issues
    throw noGoodRows(first)
  }
  return { view, labels: meters.labels, issues, badRows, rowsRead, rowsPerSource }
}

type SourcesRead = { reads: ChargesRead[]; rowsPerSource: number[] }

/** Reads the charges of every source; null when an amount does not fit the digits given. */
async function readSources(
  duck: Duck,
  sources: readonly Source[],
  plans: readonly FormatPlan[],
  narrow: Digits | null,
  progress: Progress,
): Promise<SourcesRead | null> {
  const reads: ChargesRead[] = []
  const rowsPerSource: number[] = []
  for (const [n, source] of sources.entries()) {
    reads.push(await readingGuarded(duck, [source], () => readCharges(duck, n, source, plans[n] as FormatPlan, narrow)))
    await refuseRejects(duck, source)
    const [row] = await duck.all(
      `SELECT count(*)::DOUBLE AS rows, (count(*) FILTER (odd))::DOUBLE AS odd FROM charge_in_${n}`,
    )
    if (Number(row?.odd ?? 0) > 0) return null
    const rows = Number(row?.rows ?? 0)
    await readingGuarded(duck, [source], () => refuseExtraFields(duck, source, rows))
    rowsPerSource.push(rows)
    progress.setRows(rowsPerSource.reduce((sum, n) => sum + n, 0))
  }
  return { reads, rowsPerSource }
}
