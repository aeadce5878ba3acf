import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { RowIssue } from '@/lib/core/receipt.ts'
import { copyCsvFile, copyRows } from '@/lib/db/copy.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Duck } from '../duck.ts'
import { literal } from '../duck.ts'
import type { FileSource } from '../source.ts'
import { storableText } from '../storable.ts'
import type { RecordField } from './usage-format.ts'
import { recordFields } from './usage-format.ts'

const COPY_CSV = `(FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULLSTR '')`

const fields = Object.keys(recordFields) as RecordField[]
const columnOf = (field: RecordField) => (field === 'starts' ? 'usage_start' : field === 'ends' ? 'usage_end' : field)

/** Writes records and covers within the open transaction; they count once their import is published. */
export async function storeUsage(
  client: Client,
  duck: Duck,
  importId: number,
  sources: readonly FileSource[],
  workDir: string,
): Promise<void> {
  const firstRow = `CASE source ${sources.map((source, n) => `WHEN ${n} THEN ${source.firstRow}`).join(' ')} END`
  const values = fields.map((field) => (recordFields[field].startsWith('DECIMAL') ? withoutZeros(field) : field))
  await copy(
    `SELECT ${importId}, key, ${values.join(', ')}, source + 1, place + ${firstRow} FROM usage_records ORDER BY source, place, resource, gpu_device`,
    `usage_record (import_id, key, ${fields.map(columnOf).join(', ')}, file, row)`,
  )
  await copy(
    `SELECT ${importId}, resource, starts, ends FROM usage_covers ORDER BY resource, starts`,
    'usage_cover (import_id, resource, cover_start, cover_end)',
  )

  async function copy(select: string, target: string): Promise<void> {
    const path = join(workDir, 'usage.csv')
    await duck.run(`COPY (${select}) TO ${literal(path)} ${COPY_CSV}`)
    await copyCsvFile(client, target, path)
    await rm(path)
  }
}

/** The shortest text of a decimal. */
function withoutZeros(field: string): string {
  const text = `CAST(${field} AS VARCHAR)`
  return `CASE WHEN contains(${text}, '.') THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`
}

/** Writes the listed issues within the open transaction. */
export async function storeUsageIssues(client: Client, importId: number, issues: readonly RowIssue[]): Promise<void> {
  await copyRows(
    client,
    'import_issue (import_id, file, row, "column", value, reason, currency, amounts)',
    issues.map((issue) => [
      importId,
      issue.file,
      issue.row,
      issue.column,
      storableText(issue.value),
      issue.reason,
      null,
      '{}',
    ]),
  )
}

/** How many records of an import no published import holds, how many differ from what one holds, and how many one holds just so. */
export async function compareUsage(
  run: SqlRunner,
  importId: number,
): Promise<{ newRecords: number; changedRecords: number; sameRecords: number }> {
  const said = fields.map(columnOf)
  const values = (alias: string) => `ROW(${said.map((column) => `${alias}.${column}`).join(', ')})`
  const [row] = await run(
    `WITH old AS (
       SELECT DISTINCT ON (o.key) o.* FROM usage_record o JOIN import i ON i.id = o.import_id AND i.state = 'published'
       WHERE o.import_id <> $1 AND o.key IN (SELECT key FROM usage_record WHERE import_id = $1) ORDER BY o.key, o.import_id DESC)
     SELECT count(*) FILTER (WHERE old.key IS NULL)::int AS fresh,
       count(*) FILTER (WHERE old.key IS NOT NULL AND ${values('r')} IS DISTINCT FROM ${values('old')})::int AS changed,
       count(*) FILTER (WHERE old.key IS NOT NULL AND ${values('r')} IS NOT DISTINCT FROM ${values('old')})::int AS same
     FROM usage_record r LEFT JOIN old USING (key) WHERE r.import_id = $1`,
    [importId],
  )
  return {
    newRecords: Number(row?.fresh ?? 0),
    changedRecords: Number(row?.changed ?? 0),
    sameRecords: Number(row?.same ?? 0),
  }
}
