import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { copyField } from '@/lib/db/copy.ts'
import type { Duck } from './duck.ts'
import { literal } from './duck.ts'
import type { FormatPlan, MeterLabels } from './format.ts'
import { labelKey, periodColumn } from './label-key.ts'
import { meterId } from './meter-identity.ts'
import { implausible } from './read-charges.ts'
import type { Source } from './source.ts'

/** A problem that all rows with the same labels share. */
export type LabelIssue = { source: number; found: number; column: string; value: string; reason: string }

/** The meters of all sources. The table `meter_map` maps `(source, found)` to a meter, its slice owner and its currency. */
export type MetersRead = { labels: Map<string, MeterLabels>; issues: LabelIssue[] }

/**
 * Reads each distinct combination of labels once with the format, after readCharges has found which there are. Leaves the tables
 * `found_<n>(key, ...)` and `meter_map` in DuckDB.
 */
export async function readMeters(
  duck: Duck,
  sources: readonly Source[],
  plans: readonly FormatPlan[],
  workDir: string,
): Promise<MetersRead> {
  const read: MetersRead = { labels: new Map(), issues: [] }
  const mapPath = join(workDir, 'meter-map.csv')
  const map = createWriteStream(mapPath)
  for (const [n, source] of sources.entries()) {
    const plan = plans[n] as FormatPlan
    await findLabels(duck, n, source, plan)
    const names = Object.keys(plan.labels)
    for await (const rows of duck.batches(
      `SELECT CAST(rowid AS INTEGER) AS found${names.map((_, i) => `, l${i}`).join('')} FROM found_${n}`,
    )) {
      for (const row of rows) {
        const raw = Object.fromEntries(names.map((name, i) => [name, row[`l${i}`] as string | null]))
        readOne(read, map, plan, source, n, Number(row.found), raw)
      }
    }
  }
  map.end()
  await finished(map)
  await duck.run(`CREATE TABLE meter_map AS SELECT * FROM read_csv(${literal(mapPath)}, auto_detect = false, header = false, columns = {
    'source': 'INTEGER', 'found': 'INTEGER', 'meter': 'UUID', 'provider': 'VARCHAR', 'account': 'VARCHAR', 'currency': 'VARCHAR',
    'category': 'VARCHAR', 'commitment': 'VARCHAR', 'unit': 'VARCHAR'})`)
  return read
}

/**
 * Makes `found_<n>`: labels, billing period and invoice of every key. The file is read again only as far as the last row that is the
 * first of its key, which in most exports is not far.
 */
async function findLabels(duck: Duck, n: number, source: Source, plan: FormatPlan): Promise<void> {
  const [last] = await duck.all(
    `SELECT coalesce(max(place) + 1, 0)::DOUBLE AS rows FROM (SELECT min(rowid) AS place FROM charge_in_${n} GROUP BY key)`,
  )
  const column = periodColumn(plan)
  const period = column === null ? null : plan.billingPeriod
  const labels = Object.values(plan.labels).map((c, i) => `any_value(${c}) AS l${i}`)
  const select = [
    `${labelKey(plan)} AS key`,
    ...labels,
    period
      ? `any_value(CASE WHEN ${column} IS NOT NULL THEN CAST(date_trunc('month', ${period.sql}) AS DATE) END) AS period_read`
      : 'CAST(NULL AS DATE) AS period_read',
    column ? `any_value(${column}) AS period_text` : 'CAST(NULL AS VARCHAR) AS period_text',
    plan.invoiceId ? `any_value(${plan.invoiceId}) AS invoice` : 'CAST(NULL AS VARCHAR) AS invoice',
  ]
  const rows = `(SELECT * FROM ${source.rows} LIMIT ${Number(last?.rows ?? 0)})`
  await duck.run(
    `CREATE TABLE found_${n} AS SELECT *, CASE WHEN (period_text IS NOT NULL AND period_read IS NULL) OR ${implausible('period_read')}
       THEN period_text END AS bad_period FROM (SELECT ${select.join(', ')} FROM ${rows} GROUP BY 1)`,
  )
}

function readOne(
  read: MetersRead,
  map: NodeJS.WritableStream,
  plan: FormatPlan,
  source: Source,
  n: number,
  found: number,
  raw: Record<string, string | null>,
): void {
  const nul = Object.entries(raw).find(([, text]) => text?.includes('\0'))
  const result: ReturnType<FormatPlan['meter']> = nul
    ? {
        problem: {
          column: plan.labels[nul[0]] ?? null,
          value: nul[1] ?? '',
          reason: 'a NUL character is never part of a bill',
        },
      }
    : plan.meter(raw)
  if ('problem' in result) {
    const { column, value, reason } = result.problem
    read.issues.push({ source: n, found, column: column === null ? '' : source.header.nameOf(column), value, reason })
    map.write(`${[n, found, null, null, null, null, null, null, null].map(copyField).join(',')}\n`)
    return
  }
  const id = meterId(result)
  read.labels.set(id, result)
  const { provider, billingAccountId, currency, chargeCategory, commitmentId, consumedUnit } = result
  map.write(
    `${[n, found, id, provider, billingAccountId, currency, chargeCategory, commitmentId, consumedUnit].map(copyField).join(',')}\n`,
  )
}
