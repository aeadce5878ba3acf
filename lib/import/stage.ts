import type { Client } from 'pg'
import { loadAttribution } from '@/lib/attribution/load.ts'
import { holdAttribution } from '@/lib/attribution/lock.ts'
import { add } from '@/lib/core/money.ts'
import type { CostTotals } from '@/lib/core/receipt.ts'
import { copyRows } from '@/lib/db/copy.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { Duck } from './duck.ts'
import { FIRST_ROW } from './find-issues.ts'
import type { FilesRead } from './read-files.ts'
import { addTotals } from './reconcile.ts'
import { storableText } from './storable.ts'
import type { NewVersion } from './store-charges.ts'
import { storeCharges } from './store-charges.ts'
import { storeMeters } from './store-meters.ts'
import type { SliceTally } from './tally.ts'

/** A slice of the import, its rows and sums per currency, the id of its version and, once that is stored, its number. */
export type StagedSlice = NewVersion & { rows: number; totals: Record<string, CostTotals>; version: number | null }

/** Groups tallies, one per currency, into slices and reserves the ids of their versions. */
export async function reserveVersions(client: Client, tallies: readonly SliceTally[]): Promise<StagedSlice[]> {
  const slices = new Map<string, StagedSlice>()
  for (const tally of tallies) {
    const key = JSON.stringify([tally.provider, tally.account, tally.period])
    const slice = slices.get(key) ?? {
      id: 0,
      provider: tally.provider,
      account: tally.account,
      period: tally.period,
      rows: 0,
      totals: {},
      version: null,
    }
    slice.rows += tally.rows
    slice.totals[tally.currency] = tally.totals
    slices.set(key, slice)
  }
  const staged = [...slices.values()]
  const ids = await client.query<{ id: number }>(
    `SELECT nextval('slice_version_id_seq')::int AS id FROM generate_series(1, $1)`,
    [staged.length],
  )
  staged.forEach((slice, i) => {
    slice.id = ids.rows[i]?.id as number
  })
  return staged
}

/**
 * Writes charges, days and meters within the open transaction; nobody sees them yet. Returns what Postgres says it now holds, per
 * currency, for the receipt, how many meters are new, and what `meanwhile` found out in DuckDB.
 */
export async function stageRows<T>(
  client: Client,
  duck: Duck,
  read: FilesRead,
  slices: readonly StagedSlice[],
  job: { workDir: string; onRows(done: number): void; meanwhile(): Promise<T> },
): Promise<{ stored: Record<string, CostTotals>; rowsStored: number; newMeters: number; meanwhile: T }> {
  const meanwhile = await storeCharges(client, duck, read.view, slices, { ...job, rowsPerSource: read.rowsPerSource })
  const run = pgRunner(client)
  await holdAttribution(run)
  const newMeters = await storeMeters(client, read.labels, await loadAttribution(run))
  const ids = slices.map((slice) => slice.id)
  const currencies = new Set(slices.flatMap((slice) => Object.keys(slice.totals)))
  // One currency needs no look at the meters, which is a third of the time.
  const [only] = currencies
  const sums = `count(*)::float8 AS rows, sum(c.billed)::text AS billed, sum(c.effective)::text AS effective,
    sum(c.list)::text AS list, sum(c.contracted)::text AS contracted`
  const rows =
    currencies.size === 1
      ? await run(`SELECT $2::text AS currency, ${sums} FROM charge c WHERE c.version_id = ANY($1::int[])`, [ids, only])
      : await run(
          `SELECT m.currency, ${sums} FROM charge c JOIN meter m ON m.id = c.meter_id WHERE c.version_id = ANY($1::int[]) GROUP BY 1`,
          [ids],
        )
  const stored = addTotals(rows.map((row) => ({ [String(row.currency)]: costsOf(row) })))
  return { stored, rowsStored: rows.reduce((sum, row) => sum + Number(row.rows), 0), newMeters, meanwhile }
}

function costsOf(row: Record<string, unknown>): CostTotals {
  const of = (name: string) => (row[name] === null || row[name] === undefined ? null : add(String(row[name]), '0'))
  return { billed: of('billed'), effective: of('effective'), list: of('list'), contracted: of('contracted') }
}

/** Makes the rows of `slice` and `slice_version` for the reserved ids; the slices are locked until the transaction ends. */
export async function storeVersions(
  client: Client,
  importId: number,
  slices: readonly StagedSlice[],
): Promise<number[]> {
  const sorted = [...slices].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const columns = [sorted.map((s) => s.provider), sorted.map((s) => s.account), sorted.map((s) => s.period)]
  await client.query(
    `INSERT INTO slice (provider, billing_account_id, billing_period) SELECT * FROM unnest($1::text[], $2::text[], $3::date[])
     ON CONFLICT DO NOTHING`,
    columns,
  )
  const locked = await client.query<{ id: number; n: number }>(
    `SELECT s.id, w.n::int AS n FROM unnest($1::text[], $2::text[], $3::date[]) WITH ORDINALITY AS w(provider, account, period, n)
     JOIN slice s ON s.provider = w.provider AND s.billing_account_id = w.account AND s.billing_period = w.period
     ORDER BY s.id FOR UPDATE OF s`,
    columns,
  )
  const sliceIds = sorted.map((_, i) => locked.rows.find((row) => row.n === i + 1)?.id as number)
  const stored = await client.query<{ id: number; version: number }>(
    `INSERT INTO slice_version (id, slice_id, import_id, version, rows, totals)
     SELECT w.id, w.slice_id, $1, 1 + coalesce((SELECT max(version) FROM slice_version v WHERE v.slice_id = w.slice_id), 0), w.rows, w.totals
     FROM unnest($2::int[], $3::int[], $4::bigint[], $5::jsonb[]) AS w(id, slice_id, rows, totals) RETURNING id, version`,
    [
      importId,
      sorted.map((s) => s.id),
      sliceIds,
      sorted.map((s) => s.rows),
      sorted.map((s) => JSON.stringify(s.totals)),
    ],
  )
  const numbers = new Map(stored.rows.map((row) => [row.id, row.version]))
  for (const slice of slices) slice.version = numbers.get(slice.id) ?? null
  return sliceIds
}

function key(slice: StagedSlice): string {
  return JSON.stringify([slice.provider, slice.account, slice.period])
}

/** Writes the listed issues within the open transaction; the first of each row carries the amounts of that row. */
export async function storeIssues(
  client: Client,
  duck: Duck,
  importId: number,
  read: FilesRead,
  fileNames: readonly string[],
): Promise<void> {
  if (read.issues.length === 0) return
  const rows = await duck.all(
    `SELECT source::INTEGER AS source, (place + ${FIRST_ROW})::DOUBLE AS row, currency, billed, effective, list, contracted FROM charges WHERE bad`,
  )
  const amounts = new Map(rows.map((row) => [`${fileNames[Number(row.source)]}\0${row.row}`, row]))
  await copyRows(
    client,
    'import_issue (import_id, file, row, "column", value, reason, currency, amounts)',
    read.issues.map((issue) => {
      const key = `${issue.file}\0${issue.row}`
      const row = amounts.get(key)
      amounts.delete(key)
      const currency = row?.currency ?? null
      return [
        importId,
        issue.file,
        issue.row,
        issue.column,
        storableText(issue.value.slice(0, 2000)),
        issue.reason,
        currency,
        JSON.stringify(row ? costsOf(row) : {}),
      ]
    }),
  )
}
