import type { Client } from 'pg'
import type { ImportQuestion, ImportReceipt, Receipt, SliceReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { coverageOf, unknownGpusOf } from './coverage.ts'
import { headerHash } from './header-hash.ts'
import type { Progress } from './progress.ts'
import type { Ready } from './ready.ts'
import type { FileSource } from './source.ts'
import { storableJson } from './storable.ts'

/** What is known once everything is stored. */
export type Settled = {
  lines: Receipt['reconciliation']
  replaced: SliceReceipt[]
  invariants: Receipt['invariants']
  staged: { rowsStored: number; newMeters: number }
  versionIds: number[]
}

/** The proof of an import: built within its transaction, from what Postgres and DuckDB each say. */
export async function receiptOf(ready: Ready, settled: Settled, progress: Progress): Promise<Receipt> {
  const { client, duck, read, sources, format, plans } = ready
  const run = pgRunner(client)
  const [span] = await duck.all(
    `SELECT CAST(CAST(min(starts) AS DATE) AS VARCHAR) AS first, CAST(CAST(max(ends - INTERVAL '1 microsecond') AS DATE) + 1 AS VARCHAR) AS last
     FROM charges WHERE NOT bad`,
  )
  return {
    format: { id: format.id, label: format.label, variant: plans[0]?.variant ?? '' },
    files: await receiptFiles(run, ready.importId, sources, read.rowsPerSource),
    rowsRead: read.rowsRead,
    rowsStored: settled.staged.rowsStored,
    rowsWithIssues: read.badRows,
    reconciliation: settled.lines,
    slices: settled.replaced,
    invariants: settled.invariants,
    chargePeriod: span?.first && span.last ? { from: String(span.first), to: String(span.last) } : null,
    meters: { seen: read.labels.size, created: settled.staged.newMeters },
    coverage: await coverageOf(run, settled.versionIds),
    unknownGpus: await unknownGpusOf(run, settled.versionIds),
    steps: progress.steps,
  }
}

/** The tables of an import as its receipt lists them. */
export async function receiptFiles(
  run: SqlRunner,
  importId: number,
  sources: readonly FileSource[],
  rowsPerSource: readonly number[],
): Promise<Receipt['files']> {
  const files = await run(
    'SELECT bytes::float8 AS bytes, sha256 FROM import_file WHERE import_id = $1 ORDER BY ordinal',
    [importId],
  )
  return sources.map((source, n) => {
    const own = files[source.file]
    return {
      name: source.part.name,
      bytes: source.part.entry === null ? Number(own?.bytes ?? source.part.bytes) : source.part.bytes,
      sha256: String(own?.sha256 ?? ''),
      rows: rowsPerSource[n] ?? 0,
      encoding: source.part.encoding,
      delimiter: source.delimiter,
    }
  })
}

/** Writes the end into the import's own row, in the same transaction as everything else. `totals` are the sums that were stored. */
export async function record(
  client: Client,
  importId: number,
  receipt: ImportReceipt,
  question: ImportQuestion | null,
  totals: Record<string, Record<string, string | null>>,
): Promise<void> {
  const updated = await client.query(
    `UPDATE import SET state = $2::import_state, format = $3, rows_read = $4, rows_stored = $5, issue_count = $6, totals = $7, receipt = $8, question = $9,
       finished_at = CASE WHEN $2::import_state = 'published' THEN now() END, heartbeat_at = now()
     WHERE id = $1 AND state = 'running'`,
    [
      importId,
      question ? 'awaiting' : 'published',
      receipt.format.id,
      receipt.rowsRead,
      receipt.rowsStored,
      receipt.rowsWithIssues,
      storableJson(totals),
      storableJson(receipt),
      question ? storableJson(question) : null,
    ],
  )
  if (updated.rowCount !== 1) throw new Error(`import ${importId} is no longer running`)
}

/** What was stored, per currency and cost. */
export function storedTotals(receipt: Receipt): Record<string, Record<string, string | null>> {
  const totals: Record<string, Record<string, string | null>> = {}
  for (const line of receipt.reconciliation) {
    totals[line.currency] ??= {}
    Object.assign(totals[line.currency] as object, { [line.cost]: line.stored })
  }
  return totals
}

/** Lists each table of the import as a file of its own, so that a charge's file number leads to the entry of a zip it came from. */
export async function listParts(
  client: Client,
  importId: number,
  sources: readonly FileSource[],
  rowsPerSource: readonly number[],
): Promise<void> {
  // Two statements: within one, a row could be added under a number whose old row is not deleted yet.
  const gone = await client.query<{ file: object }>(
    'DELETE FROM import_file f WHERE import_id = $1 RETURNING to_jsonb(f) AS file',
    [importId],
  )
  await client.query(
    `INSERT INTO import_file (import_id, ordinal, name, path, bytes, sha256, rows)
     SELECT $1, p.ordinal, p.name, g.path || coalesce('#' || p.entry, ''), CASE WHEN p.entry IS NULL THEN g.bytes ELSE p.bytes END, g.sha256, p.rows
     FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::bigint[]) AS p(ordinal, file, name, entry, bytes, rows)
     JOIN jsonb_to_recordset($8::jsonb) AS g(ordinal int, path text, bytes bigint, sha256 text) ON g.ordinal = p.file`,
    [
      importId,
      sources.map((_, n) => n + 1),
      sources.map((source) => source.file + 1),
      sources.map((source) => source.part.name),
      sources.map((source) => source.part.entry),
      sources.map((source) => source.part.bytes),
      sources.map((_, n) => rowsPerSource[n] ?? 0),
      JSON.stringify(gone.rows.map((row) => row.file)),
    ],
  )
}

/** Keeps a mapping that has just worked for the next file with the same header. */
export async function rememberMapping(client: Client, { importId, answers, sources }: Ready): Promise<void> {
  const names = sources[0]?.header.names
  if (!answers.mapping || !names) return
  await client.query(
    `INSERT INTO column_mapping (header_hash, name, mapping, created_by) SELECT $2, $3, $4, created_by FROM import WHERE id = $1
     ON CONFLICT (header_hash) DO UPDATE SET mapping = excluded.mapping, created_by = excluded.created_by`,
    [importId, headerHash(names), names.slice(0, 3).join(', '), answers.mapping],
  )
}
