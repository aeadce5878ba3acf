import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Measured } from './daily-cost.ts'
import { dailyCost } from './daily-cost.ts'
import { checkSaving } from './saving-check.ts'

/** What was promised when a finding was marked done. */
export type Promised = { saving: string; low: string; high: string; currency: string; measured: Measured }

const DAYS = 400

/** Compares every done finding with what would have been spent, by the bills as they are now. */
export async function verifyDone(run: SqlRunner, asOf: Day): Promise<void> {
  const rows = await run(
    `SELECT id, done_on::text AS done_on, promise FROM finding WHERE state = 'done' AND done_on IS NOT NULL AND promise IS NOT NULL`,
  )
  for (const row of rows) {
    const promise = row.promise as Promised
    const series = await dailyCost(run, promise.measured, asOf, DAYS)
    const realised = checkSaving(series, String(row.done_on), asOf, Number(promise.saving))
    await run('UPDATE finding SET realised = $2::jsonb WHERE id = $1', [Number(row.id), JSON.stringify(realised)])
  }
}
