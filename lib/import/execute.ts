import { Client } from 'pg'
import type { FileKindId, ImportError, ImportQuestion, ImportReceipt, RowIssue } from '@/lib/core/receipt.ts'
import type { Permissions } from './permissions.ts'
import { Progress } from './progress.ts'
import { NeedsAnswer } from './recognise.ts'
import { Cancelled, Refusal } from './refusal.ts'
import { runImport } from './run.ts'
import { storableJson } from './storable.ts'
import type { SourceFile } from './unpack.ts'

/** How an import stands when its process ends. */
export type Result =
  | { state: 'published' | 'awaiting'; receipt: ImportReceipt; question: ImportQuestion | null; issues: RowIssue[] }
  | { state: 'needs_answer'; question: ImportQuestion; kind: FileKindId | null }
  | { state: 'refused' | 'failed'; error: ImportError; kind: FileKindId | null }
  | { state: 'cancelled'; kind: FileKindId | null }

export type Execution = {
  importId: number
  url: string
  files: SourceFile[]
  bytes: number
  answers: Record<string, string>
  permissions: Permissions
  onProgress?: (state: { step: string; bytesDone: number; bytesTotal: number; rowsDone: number }) => void
}

/**
 * Runs an import whose row is in state `running` and writes how it ended into that row, whatever happens. Never throws for what is wrong
 * with a file; an internal error is logged on stderr and ends as `failed`.
 */
export async function execute(execution: Execution): Promise<Result> {
  const { importId, url, files, answers, permissions } = execution
  const progress = await Progress.start(url, importId, execution.bytes)
  if (execution.onProgress) progress.onChange = execution.onProgress
  let result: Result
  try {
    result = await runImport({ importId, url, files, answers, permissions }, progress)
  } catch (error) {
    result = endOf(error, progress, importId)
  } finally {
    await progress.stop()
  }
  if (result.state === 'published' || result.state === 'awaiting') return result
  // Without a database the row stays `running` and is ended as silent later; what happened is known here all the same.
  await writeEnd(url, importId, result).catch((error) => process.stderr.write(`import ${importId}: ${error}\n`))
  return result
}

function endOf(error: unknown, progress: Progress, importId: number): Result {
  const { kind } = progress
  if (error instanceof Cancelled || progress.isCancelled) return { state: 'cancelled', kind }
  if (error instanceof Refusal) return { state: 'refused', error: error.detail, kind }
  if (error instanceof NeedsAnswer) return { state: 'needs_answer', question: error.question, kind }
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`import ${importId} failed: ${error instanceof Error ? error.stack : message}\n`)
  return {
    state: 'failed',
    kind,
    error: {
      code: 'internal',
      message: `The import failed: ${message}`,
      whatToDo: 'Nothing was stored. Try again; if it fails again, the importer log of this import says more.',
    },
  }
}

async function writeEnd(url: string, importId: number, result: Result): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `UPDATE import SET state = $2::import_state, error = $3, question = $4,
         finished_at = CASE WHEN $2::import_state = 'needs_answer' THEN NULL ELSE now() END
       WHERE id = $1 AND state = 'running'`,
      [
        importId,
        result.state,
        'error' in result ? storableJson(result.error) : null,
        'question' in result ? storableJson(result.question) : null,
      ],
    )
  } finally {
    await client.end()
  }
}
