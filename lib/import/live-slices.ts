import type { CostTotals, SliceReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { StagedSlice } from './stage.ts'

type Live = NonNullable<SliceReceipt['replaces']>

/** What is live now in the slices that an import would fill, by `provider|account|period`. */
export async function liveSlices(run: SqlRunner, slices: readonly StagedSlice[]): Promise<Map<string, Live>> {
  const rows = await run(
    `SELECT s.provider, s.billing_account_id AS account, s.billing_period::text AS period, v.version, v.import_id AS "importId",
       v.rows::float8 AS rows, v.totals
     FROM unnest($1::text[], $2::text[], $3::date[]) AS w(provider, account, period)
     JOIN slice s ON s.provider = w.provider AND s.billing_account_id = w.account AND s.billing_period = w.period
     JOIN slice_version v ON v.id = s.live_version_id`,
    [slices.map((s) => s.provider), slices.map((s) => s.account), slices.map((s) => s.period)],
  )
  return new Map(
    rows.map((row) => [
      sliceKey(String(row.provider), String(row.account), String(row.period)),
      {
        version: Number(row.version),
        importId: Number(row.importId),
        rows: Number(row.rows),
        totals: row.totals as Record<string, CostTotals>,
      },
    ]),
  )
}

/** The name of a slice in maps. */
export function sliceKey(provider: string, account: string, period: string): string {
  return `${provider}|${account}|${period}`
}

/** Each slice of an import with what it replaces. Before its version is stored, the number is what it would be now. */
export function sliceReceipts(slices: readonly StagedSlice[], live: ReadonlyMap<string, Live>): SliceReceipt[] {
  return slices.map((slice) => {
    const replaces = live.get(sliceKey(slice.provider, slice.account, slice.period)) ?? null
    return {
      provider: slice.provider,
      billingAccountId: slice.account,
      billingPeriod: slice.period,
      version: slice.version ?? (replaces?.version ?? 0) + 1,
      rows: slice.rows,
      totals: slice.totals,
      replaces,
    }
  })
}
