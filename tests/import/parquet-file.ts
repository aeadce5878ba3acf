import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** The bytes of a Parquet file with the rows of a DuckDB query. */
export async function parquetFile(query: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'gpu ledger parquet '))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const path = join(folder, 'file.parquet')
    await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`)
    return readFileSync(path)
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true })
  }
}

/** A query for parquetFile: these rows, every column text. */
export function textRows(rows: readonly Record<string, string>[]): string {
  const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
  const select = (row: Record<string, string>) =>
    `SELECT ${Object.entries(row)
      .map(([name, text]) => `${literal(text)} AS "${name}"`)
      .join(', ')}`
  return rows.map(select).join(' UNION ALL ')
}
