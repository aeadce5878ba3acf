import { open } from 'node:fs/promises'
import { AppError } from '@/lib/core/errors.ts'
import type { Duck } from './duck.ts'
import { literal } from './duck.ts'
import type { Delimiter } from './first-record.ts'
import { recordAt, sniffDelimiter } from './first-record.ts'
import type { Header } from './format.ts'
import { makeHeader } from './header.ts'
import type { ImportLimits } from './limits.ts'
import { parquetColumns } from './parquet-columns.ts'
import type { Part } from './part.ts'
import { Refusal } from './refusal.ts'

/** One table of an import, open for reading: every column is text or null, named c0, c1, ... by position. */
export type Source = {
  part: Part
  ordinal: number
  header: Header
  delimiter: string | null
  /** The number of its first row, as people count: the header is row 1; a JSON has records, counted from 1. */
  firstRow: 1 | 2
  /** A table expression over all rows, in file order. */
  rows: string
  /** The same, one column wider: the last is text, if empty, where a row has a field more than the header. Null for anything but text. */
  widerRows: string | null
}

/** A source and which file of the import it comes from, counted from 0. */
export type FileSource = Source & { file: number }

/** What stands for "no value" in bills. */
const NULLS = ['', 'NULL', 'null', 'None', 'N/A']

/** A null text that no file has. */
const NEVER = '\u0001\u0002\u0001'

/** Reads the header of a part and says how DuckDB reads its rows. Throws Refusal when there is no usable header. */
export async function openSource(duck: Duck, part: Part, ordinal: number, limits: ImportLimits): Promise<Source> {
  if (part.kind === 'parquet') return openParquet(duck, part, ordinal, limits)
  if (part.kind === 'json') return openJson(part, ordinal, limits)
  const head = await readHead(part.path, limits.rowBytes)
  const tooLong = head.cut && !/[\r\n]/.test(head.text)
  const sniffed = tooLong ? null : sniffDelimiter(head.text)
  if (sniffed === null) throw headerRefusal(part, head.cut, limits)
  const { delimiter } = sniffed
  const names = sniffed.names.slice(0, shortRows(head.text, delimiter, sniffed.names.length))
  const header = headerOf(part, names, limits)
  const options = [
    'auto_detect = false',
    'header = true',
    `delim = ${literal(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    'strict_mode = true',
    `max_line_size = ${limits.rowBytes}`,
    `buffer_size = ${Math.max(8_000_000, limits.rowBytes * 4)}`,
  ].join(', ')
  const nulls = `nullstr = [${NULLS.map(literal).join(', ')}]`
  const read = `read_csv(${literal(part.path)}, ${options}`
  return {
    part,
    ordinal,
    header,
    delimiter,
    firstRow: 2,
    rows: `${read}, ${shape(names.length)}, ${nulls}, store_rejects = true, rejects_limit = 100)`,
    widerRows: `${read}, ${shape(names.length + 1)}, nullstr = ${literal(NEVER)}, null_padding = true, parallel = false)`,
  }
}

async function openParquet(duck: Duck, part: Part, ordinal: number, limits: ImportLimits): Promise<Source> {
  const columns = await parquetColumns(duck, part)
  const header = headerOf(
    part,
    columns.map((c) => c.name),
    limits,
  )
  const nulls = NULLS.map(literal).join(', ')
  const select = columns.map((c, i) => `CASE WHEN ${c.sql} NOT IN (${nulls}) THEN ${c.sql} END AS c${i}`)
  return {
    part,
    ordinal,
    header,
    delimiter: null,
    firstRow: 2,
    widerRows: null,
    rows: `(SELECT ${select.join(', ')} FROM read_parquet(${literal(part.path)}))`,
  }
}

function openJson(part: Part, ordinal: number, limits: ImportLimits): Source {
  const names = part.fields ?? []
  const options = [
    'auto_detect = false',
    'header = false',
    `delim = ','`,
    `quote = '"'`,
    `escape = '"'`,
    'null_padding = true',
    'parallel = false',
    `max_line_size = ${limits.rowBytes * 2}`,
    `buffer_size = ${Math.max(8_000_000, limits.rowBytes * 4)}`,
    `nullstr = [${NULLS.map(literal).join(', ')}]`,
    shape(names.length),
  ].join(', ')
  return {
    part,
    ordinal,
    header: headerOf(part, [...names], limits),
    delimiter: null,
    firstRow: 1,
    widerRows: null,
    rows: `read_csv(${literal(part.path)}, ${options})`,
  }
}

/** DuckDB's columns: as many texts. */
function shape(count: number): string {
  return `columns = {${Array.from({ length: count }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')}}`
}

function headerOf(part: Part, names: string[], limits: ImportLimits): Header {
  if (names.length > limits.columns) {
    throw new Refusal({
      code: 'columns',
      message: `${part.name} has ${names.length.toLocaleString('en-US')} columns; at most ${limits.columns.toLocaleString('en-US')} are read.`,
      file: part.name,
      row: 1,
      whatToDo: 'Export fewer columns, or raise GPU_LEDGER_MAX_COLUMNS.',
    })
  }
  try {
    return makeHeader(names)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new Refusal({
      code: 'header',
      message: `${part.name}: ${error.message}`,
      file: part.name,
      row: 1,
      column: String((error.details?.columns as string[] | undefined)?.[0] ?? ''),
      whatToDo: 'Keep each column once and upload the file again.',
    })
  }
}

/**
 * How many columns are read. Some exporters leave out empty fields at the end of every row; when the first two rows agree on that, the
 * names without fields are dropped, and the strict reader still refuses any row that then has more or fewer.
 */
function shortRows(text: string, delimiter: Delimiter, columns: number): number {
  const header = recordAt(text, delimiter, 0)
  const first = header && recordAt(text, delimiter, header.end)
  const second = first && recordAt(text, delimiter, first.end)
  if (!first || !second || second.end === text.length) return columns
  const fields = first.fields.length
  return fields > 1 && fields < columns && second.fields.length === fields ? fields : columns
}

async function readHead(path: string, rowBytes: number): Promise<{ text: string; cut: boolean }> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(rowBytes), 0, rowBytes, 0)
    return { text: buffer.subarray(0, bytesRead).toString('utf8'), cut: bytesRead === rowBytes }
  } finally {
    await handle.close()
  }
}

function headerRefusal(part: Part, cut: boolean, limits: ImportLimits): Refusal {
  return new Refusal({
    code: 'header',
    message: cut
      ? `The first row of ${part.name} does not end within ${limits.rowBytes.toLocaleString('en-US')} bytes.`
      : `The header of ${part.name} has a quote that is not closed.`,
    file: part.name,
    row: 1,
    whatToDo: 'The first row must hold the column names, separated by comma, semicolon, tab or vertical bar.',
  })
}
