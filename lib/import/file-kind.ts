import type { Client } from 'pg'
import type { FileKindId, ImportReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Duck } from './duck.ts'
import type { FileFormat } from './format.ts'
import type { Outcome } from './outcome.ts'
import type { Permissions } from './permissions.ts'
import type { Progress } from './progress.ts'
import type { FileSource } from './source.ts'

/** An import whose files are open and recognised. `answers` are those given, `settled` also those that the rows gave. */
export type RecognisedJob = {
  importId: number
  answers: Record<string, string>
  settled: Record<string, string>
  permissions: Permissions
  client: Client
  duck: Duck
  sources: FileSource[]
  format: FileFormat
  workDir: string
}

/**
 * What files can hold, and what becomes of it. Adding a kind: a file with one of these, a line in `kinds.ts`. Everything but `settle` runs
 * within the caller's transaction, which holds the attribution lock and the import's row.
 */
export type FileKind = {
  id: FileKindId
  formats: readonly FileFormat[]
  /**
   * Reads, stores and publishes, or leaves staged with a question. Writes everything, the import's end included, in one transaction that it
   * opens itself, and ends the step "Recognised". Throws Refusal with nothing written.
   */
  settle(job: RecognisedJob, progress: Progress): Promise<Outcome>
  /**
   * Makes visible what a waiting import, whose state is `published` by now, has staged. Throws conflict when what it would replace has
   * changed since it was shown.
   */
  publish(run: SqlRunner, importId: number, receipt: ImportReceipt): Promise<void>
  /** Takes an import back whose state is `reverted` by now. Throws conflict when something later must be undone first. */
  takeBack(run: SqlRunner, importId: number): Promise<void>
  /** Removes every row that these imports hold, visible or not, newest first. */
  remove(run: SqlRunner, importIds: readonly number[]): Promise<void>
  /** Whether everything in a published import is still what counts: then the same bytes again change nothing. */
  holds(run: SqlRunner, importId: number): Promise<boolean>
}
