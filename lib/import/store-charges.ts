import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'
import { copyFile } from '@/lib/db/copy.ts'
import type { ChargesView } from './charges-view.ts'
import { amountNames } from './charges-view.ts'
import type { Duck } from './duck.ts'
import { literal } from './duck.ts'
import { FIRST_ROW } from './find-issues.ts'
import { sumSql } from './tally.ts'

/** The version that an import makes of one slice. */
export type NewVersion = { id: number; provider: string; account: string; period: string }

const CHARGE = `charge (version_id, meter_id, charge_start, charge_end, ${amountNames.join(', ')}, file, row)`
const METER_DAY = `meter_day (version_id, meter_id, day, ${amountNames.join(', ')}, charges,
  no_billed, no_effective, no_list, no_contracted)`
/** Postgres' text format, of numbers, times and ids only. */
const COPY_TEXT = `(FORMAT csv, HEADER false, DELIMITER '\t', NULLSTR '\\N', QUOTE '')`
/** Chunks are made of one stretch of the files at a time, so that a large file costs no more per row than a small one. */
const ROWS_PER_STRETCH = 1_000_000
/** Within a stretch meters are dealt into buckets of about this many rows. */
const ROWS_PER_BUCKET = 62_500
const BUCKETS_PER_CHUNK = 4

/** Part of one source, or some whole sources; `where` is SQL over the view `charges`. */
type Stretch = { where: string; rows: number }

type Chunk = { stretch: Stretch; from: number; to: number; buckets: number; rowsBefore: number }

/** Whole sources together while they are small, equal parts of one that is large. */
export function stretchesOf(rowsPerSource: readonly number[], most = ROWS_PER_STRETCH): Stretch[] {
  const stretches: Stretch[] = []
  let first = 0
  let rows = 0
  const together = (end: number) => {
    if (rows > 0) stretches.push({ where: `c.source BETWEEN ${first} AND ${end - 1}`, rows })
    first = end
    rows = 0
  }
  for (const [n, own] of rowsPerSource.entries()) {
    if (rows + own > most) together(n)
    rows += own
    if (own <= most) continue
    const parts = Math.ceil(own / most)
    const cut = (part: number) => Math.floor((own * part) / parts)
    for (let part = 0; part < parts; part += 1) {
      const [from, to] = [cut(part), cut(part + 1)]
      stretches.push({ where: `c.source = ${n} AND c.place >= ${from} AND c.place < ${to}`, rows: to - from })
    }
    rows = 0
    first = n + 1
  }
  together(rowsPerSource.length)
  return stretches
}

/** Chunks of about 250,000 rows. The first of a large import is small, so that Postgres need not wait long for it. */
function chunksOf(stretches: readonly Stretch[]): Chunk[] {
  const chunks: Chunk[] = []
  let rowsBefore = 0
  for (const stretch of stretches) {
    const buckets = Math.max(1, Math.ceil(stretch.rows / ROWS_PER_BUCKET))
    for (let from = 0; from < buckets; ) {
      const small = chunks.length === 0 && buckets > BUCKETS_PER_CHUNK
      const to = Math.min(buckets, from + (small ? 1 : BUCKETS_PER_CHUNK))
      chunks.push({ stretch, from, to, buckets, rowsBefore: rowsBefore + Math.round((stretch.rows * from) / buckets) })
      from = to
    }
    rowsBefore += stretch.rows
  }
  return chunks
}

/**
 * Writes the good rows to `charge`, sorted by meter within chunks so that block ranges find a meter, and their sums to `meter_day`.
 * While Postgres takes one chunk, DuckDB prepares the next; while Postgres takes the last, DuckDB does `meanwhile`, whose result is returned.
 */
export async function storeCharges<T>(
  client: Client,
  duck: Duck,
  view: ChargesView,
  versions: readonly NewVersion[],
  job: { workDir: string; rowsPerSource: readonly number[]; onRows(done: number): void; meanwhile(): Promise<T> },
): Promise<T> {
  await makeVersions(duck, versions)
  let sending: Promise<void> = Promise.resolve()
  for (const [n, chunk] of chunksOf(stretchesOf(job.rowsPerSource)).entries()) {
    const path = join(job.workDir, `charges-${n}.tsv`)
    await Promise.all([duck.run(`COPY (${chargeSql(chunk)}) TO ${literal(path)} ${COPY_TEXT}`), sending])
    job.onRows(chunk.rowsBefore)
    sending = copyFile(client, CHARGE, path).then(() => rm(path))
  }
  const days = join(job.workDir, 'meter-days.csv')
  const aside = duck.run(`COPY (${meterDaySql(view)}) TO ${literal(days)} ${COPY_TEXT}`).then(() => job.meanwhile())
  const [result] = await Promise.all([aside, sending])
  await copyFile(client, METER_DAY, days)
  await rm(days)
  job.onRows(job.rowsPerSource.reduce((sum, rows) => sum + rows, 0))
  return result
}

async function makeVersions(duck: Duck, versions: readonly NewVersion[]): Promise<void> {
  await duck.run('CREATE TABLE versions (id INTEGER, provider VARCHAR, account VARCHAR, period DATE)')
  const values = versions.map((v) => `(${v.id}, ${literal(v.provider)}, ${literal(v.account)}, ${literal(v.period)})`)
  for (let i = 0; i < values.length; i += 500)
    await duck.run(`INSERT INTO versions VALUES ${values.slice(i, i + 500).join(', ')}`)
}

const FROM =
  'FROM charges c JOIN versions v ON v.provider = c.provider AND v.account = c.account AND v.period = c.period'

function chargeSql({ stretch, from, to, buckets }: Chunk): string {
  const amounts = amountNames.map((name) => `c.${name}`).join(', ')
  return `SELECT v.id, c.meter, c.starts, c.ends, ${amounts}, c.source + 1, c.place + ${FIRST_ROW}
    ${FROM} WHERE ${stretch.where} AND NOT c.bad AND c.found % ${buckets} >= ${from} AND c.found % ${buckets} < ${to} ORDER BY v.id, c.meter, c.starts`
}

function meterDaySql(view: ChargesView): string {
  const sums = amountNames.map((name) => sumSql(view, name)).join(', ')
  const missing = ['billed', 'effective', 'list', 'contracted'].map((cost) => `count(*) - count(c.${cost})`).join(', ')
  return `SELECT v.id, c.meter, CAST(c.starts AS DATE), ${sums}, count(*), ${missing}
    ${FROM} WHERE NOT c.bad GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
}
