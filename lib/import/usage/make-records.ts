import { gpuInText } from '@/lib/catalog/gpu-text.ts'
import type { UsageReceipt } from '@/lib/core/receipt.ts'
import { counted } from '../counted.ts'
import type { Duck } from '../duck.ts'
import { literal } from '../duck.ts'
import type { Progress } from '../progress.ts'
import { gpuHoursSql } from './gpu-hours.ts'
import { countOf } from './read-usage.ts'
import { recordKey } from './record-key.ts'
import type { RecordField, UsageFormat } from './usage-format.ts'
import { recordFields } from './usage-format.ts'

/** What the records of an import come to. */
export type RecordsMade = { records: number; covers: number; rowsStored: number; skipped: UsageReceipt['skipped'] }

/**
 * Makes the table `usage_records` (the record's fields, `key`, `source` and `place` of its first row, `rows`) and `usage_covers` (resource,
 * starts, ends) from `usage_rows`. Of records with one key, the last in the files is kept.
 */
export async function makeRecords(duck: Duck, format: UsageFormat, progress: Progress): Promise<RecordsMade> {
  progress.step('Records')
  const { from, groupBy, rows = groupBy ? 'count(*)' : '1', key, fields, drop } = format.records
  const first = groupBy
    ? ['min_by(source, (source, place)) AS source', 'min_by(place, (source, place)) AS place']
    : ['source', 'place']
  await duck.run(
    `CREATE OR REPLACE TABLE usage_found AS SELECT ${recordKey(format.id, key)} AS key, ${fieldList(fields).join(', ')},
       ${first.join(', ')}, CAST(${rows} AS BIGINT) AS rows FROM ${from} ${groupBy ? `GROUP BY ${groupBy}` : ''}`,
  )
  await duck.run(
    `CREATE OR REPLACE TABLE usage_records AS SELECT * FROM usage_found
     QUALIFY row_number() OVER (PARTITION BY key ORDER BY source DESC, place DESC) = 1`,
  )
  const all = await sumOf(duck, 'usage_found')
  const kept = await sumOf(duck, 'usage_records')
  await duck.run('DROP TABLE usage_found')
  const dropped = drop ? await dropRecords(duck, drop.where) : 0
  await nameClasses(duck)
  await duck.run(
    `CREATE OR REPLACE TABLE usage_covers AS ${format.covers === null ? NO_COVERS : coversSql(format.covers)}`,
  )
  const coverRows = format.coverRows ? await countOf(duck, `usage_rows WHERE ${format.coverRows}`) : 0
  const records = await countOf(duck, 'usage_records')
  progress.done(counted(records, 'record'))
  return {
    records,
    covers: await countOf(duck, 'usage_covers'),
    rowsStored: kept - dropped + coverRows,
    skipped: [
      { reason: 'say the same record as a later row', rows: all - kept },
      { reason: drop?.reason ?? '', rows: dropped },
    ].filter(({ rows }) => rows > 0),
  }
}

/** Takes records away; returns how many rows they were made of. */
async function dropRecords(duck: Duck, where: string): Promise<number> {
  const [row] = await duck.all(`SELECT coalesce(sum(rows), 0)::DOUBLE AS rows FROM usage_records WHERE ${where}`)
  if (Number(row?.rows) > 0)
    await duck.run(`CREATE OR REPLACE TABLE usage_records AS SELECT * FROM usage_records WHERE NOT (${where})`)
  return Number(row?.rows)
}

const NO_COVERS =
  'SELECT CAST(NULL AS VARCHAR) AS resource, CAST(NULL AS TIMESTAMP) AS starts, CAST(NULL AS TIMESTAMP) AS ends WHERE false'

/** Windows of one machine that touch or overlap become one. */
function coversSql(covers: string): string {
  return `WITH stated AS (SELECT resource, starts, max(ends) AS ends FROM (${covers}) WHERE resource IS NOT NULL AND ends > starts GROUP BY 1, 2),
    marked AS (SELECT *, coalesce(starts > max(ends) OVER earlier, true) AS fresh FROM stated
      WINDOW earlier AS (PARTITION BY resource ORDER BY starts ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
    grouped AS (SELECT *, sum(fresh::INTEGER) OVER (PARTITION BY resource ORDER BY starts) AS n FROM marked)
    SELECT resource, min(starts) AS starts, max(ends) AS ends FROM grouped GROUP BY resource, n`
}

/** The covers of a source that names machines only by what was held: each over the window of the whole import. */
export const coverWholeImport = `SELECT DISTINCT resource, (SELECT min(starts) FROM usage_records) AS starts, (SELECT max(ends) FROM usage_records) AS ends
  FROM usage_records WHERE resource IS NOT NULL AND role = 'hold'`

/** Every field in the order of `recordFields`; hours follow from the GPUs unless the format has them. */
function fieldList(fields: Partial<Record<RecordField, string>>): string[] {
  const sqlOf = (name: RecordField) => {
    if (name === 'gpu_hours' && fields.gpu_hours === undefined && fields.gpus !== undefined)
      return gpuHoursSql(fields.gpus, fields.starts ?? 'starts', fields.ends ?? 'ends')
    return fields[name] ?? 'NULL'
  }
  return (Object.keys(recordFields) as RecordField[]).map(
    (name) => `CAST(${sqlOf(name)} AS ${recordFields[name]}) AS ${name}`,
  )
}

async function sumOf(duck: Duck, table: string): Promise<number> {
  const [row] = await duck.all(`SELECT coalesce(sum(rows), 0)::DOUBLE AS rows FROM ${table}`)
  return Number(row?.rows ?? 0)
}

/** Names GPUs as the catalogue does; what it does not know keeps the text of the source. */
async function nameClasses(duck: Duck): Promise<void> {
  const named = await duck.all('SELECT DISTINCT gpu_class AS name FROM usage_records WHERE gpu_class IS NOT NULL')
  const known = named.flatMap(({ name }) => {
    const found = gpuInText(String(name), '', true)?.gpuClass ?? null
    return found === null || found === name ? [] : [`(${literal(String(name))}, ${literal(found)})`]
  })
  if (known.length === 0) return
  await duck.run(
    `UPDATE usage_records SET gpu_class = n.class FROM (VALUES ${known.join(', ')}) AS n (name, class) WHERE gpu_class = n.name`,
  )
}
