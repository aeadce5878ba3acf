import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { JsonReader } from './json-reader.ts'
import type { JsonRecord } from './json-records.ts'
import { jsonRecords } from './json-records.ts'
import type { ImportLimits } from './limits.ts'
import { Refusal } from './refusal.ts'
import { storableText } from './storable.ts'

/** A page or a series may hold this many times what one row may. */
const VALUE_TO_ROW = 16

/** Objects whose fields become columns; others stay JSON in one cell. */
const OPENED = new Set(['properties', 'window', 'gpuAllocation', 'cache_creation', 'server_tool_use'])

/**
 * Writes the records of a JSON file as rows of a CSV without a header, every value in quotes, absent ones empty, later columns left out of
 * earlier rows. Returns the columns in order of appearance. Throws Refusal when there is no record, or when one is beyond the limits.
 */
export async function writeJsonTable(
  name: string,
  path: string,
  to: string,
  limits: ImportLimits,
  onChunk: () => void,
): Promise<string[]> {
  const handle = await open(path)
  const columns = new Map<string, number>()
  try {
    const reader = new JsonReader(handle, name, limits.rowBytes * VALUE_TO_ROW)
    reader.onChunk = onChunk
    await pipeline(Readable.from(rows(reader, columns, name, limits)), createWriteStream(to))
    if (reader.records === 0) throw noRecords(name)
  } finally {
    await handle.close()
  }
  return [...columns.keys()]
}

async function* rows(
  reader: JsonReader,
  columns: Map<string, number>,
  name: string,
  limits: ImportLimits,
): AsyncGenerator<string> {
  let batch = ''
  for await (const record of jsonRecords(reader)) {
    reader.records += 1
    const line = rowOf(record, columns)
    if (Buffer.byteLength(line) > limits.rowBytes || columns.size > limits.columns)
      throw tooWide(name, reader.records, columns.size, limits)
    batch += line
    if (batch.length > 1 << 18) {
      yield batch
      batch = ''
    }
  }
  yield batch
}

function rowOf(record: JsonRecord, columns: Map<string, number>): string {
  const cells: string[] = []
  const put = (column: string, value: unknown) => {
    if (!columns.has(column)) columns.set(column, columns.size)
    if (value === null || value === undefined) return
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    cells[columns.get(column) as number] = `"${storableText(text).replaceAll('"', '""')}"`
  }
  for (const [key, value] of Object.entries(record)) {
    if (OPENED.has(key) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, field] of Object.entries(value)) put(`${key}.${inner}`, field)
    } else put(key, value)
  }
  // A line without a comma and a quote would be no row.
  return cells.length === 0 ? '""\n' : `${Array.from(cells, (cell) => cell ?? '').join(',')}\n`
}

function noRecords(name: string): Refusal {
  return new Refusal({
    code: 'no_rows',
    message: `${name} holds no record.`,
    file: name,
    whatToDo: 'There is nothing to import. Check the period of the export.',
  })
}

function tooWide(name: string, record: number, columns: number, limits: ImportLimits): Refusal {
  const many = columns > limits.columns
  return new Refusal({
    code: many ? 'columns' : 'row_too_long',
    message: many
      ? `The records of ${name} have more than ${limits.columns.toLocaleString('en-US')} fields by record ${record}.`
      : `Record ${record} of ${name} is longer than ${limits.rowBytes.toLocaleString('en-US')} bytes.`,
    file: name,
    row: record,
    whatToDo: many
      ? 'Export fewer fields, or raise GPU_LEDGER_MAX_COLUMNS.'
      : 'Export the file again, or raise GPU_LEDGER_MAX_ROW_BYTES if the record is what you expect.',
  })
}
