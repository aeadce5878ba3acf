import type { Duck } from './duck.ts'
import { literal } from './duck.ts'
import type { Part } from './part.ts'
import { Refusal } from './refusal.ts'

/** A column of a Parquet file as text: scalars as written, a struct's fields under dotted names, lists and maps as JSON. */
export type ParquetColumn = { name: string; sql: string }

/** The columns of a Parquet file, in order. Throws Refusal when the file cannot be read as Parquet. */
export async function parquetColumns(duck: Duck, part: Part): Promise<ParquetColumn[]> {
  try {
    const rows = await duck.all(`DESCRIBE SELECT * FROM read_parquet(${literal(part.path)})`)
    const columns: ParquetColumn[] = []
    for (const row of rows) {
      const name = String(row.column_name)
      columns.push(...(await asText(duck, part, [name], String(row.column_type))))
    }
    return columns
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal({
      code: 'parquet_broken',
      message: `${part.name} cannot be read as Parquet: ${firstLine(error)}`,
      file: part.name,
      whatToDo: 'Download or export the file again.',
    })
  }
}

async function asText(duck: Duck, part: Part, path: string[], type: string): Promise<ParquetColumn[]> {
  const sql = path.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')
  const name = path.join('.')
  if (type.endsWith('[]') || type.startsWith('MAP(')) return [{ name, sql: `CAST(to_json(${sql}) AS VARCHAR)` }]
  if (type.startsWith('STRUCT(')) {
    const fields = await duck.all(`DESCRIBE SELECT unnest(${sql}) FROM read_parquet(${literal(part.path)})`)
    const out: ParquetColumn[] = []
    for (const field of fields) {
      out.push(...(await asText(duck, part, [...path, String(field.column_name)], String(field.column_type))))
    }
    return out
  }
  if (type === 'BLOB') return [{ name, sql: `decode(${sql})` }]
  return [{ name, sql: `CAST(${sql} AS VARCHAR)` }]
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
