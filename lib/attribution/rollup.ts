import { rebuildRollups } from '@/lib/db/rollups.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/**
 * Rebuilds daily_spend of the slices from what is live in them, and the coarser rollups with it. GPU hours = quantity x numerator / denominator of the meter; a
 * fraction that does not end (seconds, sixths of a GPU) is cut at 12 decimals per meter and day, and nowhere else.
 */
export async function rebuildDailySpend(run: SqlRunner, sliceIds: readonly number[]): Promise<void> {
  await run('DELETE FROM daily_spend WHERE slice_id = ANY($1::int[])', [sliceIds])
  await run(
    `INSERT INTO daily_spend (slice_id, day, group_id, billed, effective, list, contracted, gpu_hours, charges,
       no_billed, no_effective, no_list, no_contracted)
     SELECT s.id, d.day, m.group_id, sum(d.billed), sum(d.effective), sum(d.list), sum(d.contracted),
       sum(CASE WHEN m.gpu_hours_denominator = 1 THEN d.quantity * m.gpu_hours_numerator
                ELSE round(d.quantity * m.gpu_hours_numerator / m.gpu_hours_denominator, 12) END),
       sum(d.charges), sum(d.no_billed), sum(d.no_effective), sum(d.no_list), sum(d.no_contracted)
     FROM slice s
     JOIN meter_day d ON d.version_id = s.live_version_id
     JOIN meter m ON m.id = d.meter_id
     WHERE s.id = ANY($1::int[])
     GROUP BY s.id, d.day, m.group_id`,
    [sliceIds],
  )
  await rebuildRollups(run, sliceIds)
}
