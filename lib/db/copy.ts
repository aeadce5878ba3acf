import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** One field of a COPY in CSV: null is an empty field, text is always quoted, so that an empty text stays one. */
export function copyField(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return `"${value.replaceAll('"', '""')}"`
}

/**
 * Streams a file in Postgres' text format (tabs, `\\N` for null) into a table. `target` is `table(column, ...)` written by us, never user
 * text, and no value holds a tab, a line break or a backslash.
 */
export async function copyFile(client: ClientBase, target: string, path: string): Promise<void> {
  const sink = client.query(copyFrom(`COPY ${target} FROM STDIN`))
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), sink)
}

/** Streams rows into a table, in constant memory. */
export async function copyRows(
  client: ClientBase,
  target: string,
  rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>,
): Promise<void> {
  const sink = client.query(copyFrom(`COPY ${target} FROM STDIN WITH (FORMAT csv)`))
  await pipeline(Readable.from(lines(rows)), sink)
}

async function* lines(
  rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>,
) {
  let batch = ''
  for await (const row of rows) {
    batch += `${row.map(copyField).join(',')}\n`
    if (batch.length > 1 << 18) {
      yield batch
      batch = ''
    }
  }
  if (batch !== '') yield batch
}

/** Streams a CSV file, text quoted where it must be and null empty, into a table. `target` as for copyFile. */
export async function copyCsvFile(client: ClientBase, target: string, path: string): Promise<void> {
  const sink = client.query(copyFrom(`COPY ${target} FROM STDIN WITH (FORMAT csv)`))
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), sink)
}
