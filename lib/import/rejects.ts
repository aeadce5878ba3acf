import type { Duck } from './duck.ts'
import { Refusal } from './refusal.ts'
import type { Source } from './source.ts'

const WORDS: Record<string, string> = {
  'MISSING COLUMNS': 'has fewer fields than the header',
  'TOO MANY COLUMNS': 'has more fields than the header',
  'UNQUOTED VALUE': 'has a quote in the wrong place, or one that is not closed',
  'LINE SIZE OVER MAXIMUM': 'is longer than the limit for one row',
  'INVALID ENCODING': 'has bytes that are not valid UTF-8',
  'INVALID STATE': 'has a quote in the wrong place, or one that is not closed',
  CAST: 'has a value that cannot be read',
}

const OTHER_END = 'ends otherwise than the lines before it (CRLF or LF)'

/** Throws Refusal when DuckDB could not split rows of the source into fields: such rows have no amounts to account for. */
export async function refuseRejects(duck: Duck, source: Source): Promise<void> {
  if (source.part.kind !== 'text') return
  const made = await duck.all(`SELECT table_name FROM duckdb_tables() WHERE table_name = 'reject_errors'`)
  if (made.length === 0) return
  const rows = await duck.all(
    `SELECT DISTINCT CAST(e.line AS DOUBLE) AS line, e.error_type::VARCHAR AS type, left(e.csv_line, 200) AS text, e.error_message AS message
     FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) WHERE s.file_path = '${source.part.path.replaceAll("'", "''")}' ORDER BY line LIMIT 20`,
  )
  const [first] = rows
  if (!first) return
  const line = Number(first.line)
  const otherEnd = source.part.ends?.otherEnd?.line ?? 0
  const mixed = !/COLUMNS/.test(String(first.type)) && Math.abs(otherEnd - line) <= 1
  const what = mixed ? OTHER_END : (WORDS[String(first.type)] ?? 'cannot be split into fields')
  const others =
    rows.length > 1
      ? ` So do lines ${rows
          .slice(1, 6)
          .map((r) => r.line)
          .join(', ')}.`
      : ''
  throw new Refusal({
    code: 'csv',
    message: `Line ${line} of ${source.part.name} ${what}.${others}`,
    file: source.part.name,
    row: line,
    value: String(first.text ?? ''),
    whatToDo: 'Export the file again; if it was edited by hand, check quotes and separators in that line.',
  })
}

/**
 * Throws Refusal when some rows of the source have one field more than the header and that field is empty. DuckDB passes over it, but a
 * separator that is not quoted makes such rows too, with every value after it in the wrong column. When all rows have it, it is how the
 * export ends its lines.
 */
export async function refuseExtraFields(duck: Duck, source: Source, rows: number): Promise<void> {
  if (source.widerRows === null || !source.part.ends?.endsEmpty) return
  const extra = `c${source.header.names.length}`
  const [counted] = await duck.all(`SELECT count(${extra})::DOUBLE AS rows FROM ${source.widerRows}`)
  if (Number(counted?.rows) === 0 || Number(counted?.rows) === rows) return
  const [first] = await duck.all(
    `SELECT place::DOUBLE AS place FROM (SELECT row_number() OVER () AS place, ${extra} AS extra FROM ${source.widerRows}) WHERE extra IS NOT NULL LIMIT 1`,
  )
  const row = Number(first?.place) + 1
  throw new Refusal({
    code: 'csv',
    message: `Row ${row} of ${source.part.name} has more fields than the header, unlike other rows.`,
    file: source.part.name,
    row,
    whatToDo: 'A value with a separator in it must be in quotes. Export the file again, or correct that row.',
  })
}

/** Runs statements that read the sources. What DuckDB throws over a damaged file becomes a Refusal that names the line when it does. */
export async function readingGuarded<T>(duck: Duck, sources: readonly Source[], run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal) throw error
    for (const source of sources) await refuseRejects(duck, source)
    const source = sources.find((s) => String(error).includes(s.part.path)) ?? sources[0]
    throw (source && readingRefusal(error, source)) ?? error
  }
}

/** What DuckDB throws while reading a damaged file, as a Refusal that names the line when DuckDB does; null for anything else. */
function readingRefusal(error: unknown, source: Source): Refusal | null {
  const message = error instanceof Error ? error.message : String(error)
  if (!/CSV Error|Parquet|Invalid Input Error|Conversion Error|unicode|utf/i.test(message)) return null
  const mixed = /invalid state/i.test(message) ? source.part.ends?.otherEnd?.line : undefined
  const line = mixed ?? /Line:?\s*(\d+)/i.exec(message)?.[1]
  const text = /Original Line:\s*([^\n]*)/i.exec(message)?.[1]
  const reason = mixed ? `it ${OTHER_END}` : (message.replace(/^[\w ]*Error:\s*/, '').split('\n')[0] ?? '')
  return new Refusal({
    code: source.part.kind === 'text' ? 'csv' : 'parquet_broken',
    message: `${source.part.name} cannot be read${line ? ` at line ${line}` : ''}: ${reason.replace(source.part.path, source.part.name)}`,
    file: source.part.name,
    ...(line && { row: Number(line) }),
    ...(text && { value: text.slice(0, 200) }),
    whatToDo: 'Export the file again; if it was edited by hand, check quotes and separators.',
  })
}
