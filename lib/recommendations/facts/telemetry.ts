import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Telemetry } from './facts.ts'

/** Days within which telemetry is judged, and days over which hours of the week are counted. */
export const TELEMETRY_DAYS = 14
export const WEEK_PATTERN_DAYS = 28

/**
 * What telemetry says about each machine, by item. Of records with equal keys the one of the newest published import counts. Only records of at
 * most an hour say in which hour of the week a GPU was busy.
 */
export async function readTelemetry(run: SqlRunner, asOf: Day): Promise<Map<string, Telemetry>> {
  await run(
    `CREATE TEMP TABLE fact_sample ON COMMIT DROP AS
     SELECT h.host, u.usage_start, u.usage_end, u.utilisation::float8 AS busy, u.utilisation_metric AS metric, u.gpu_hours::float8 AS hours,
       coalesce((u.details->>'memory_max_gib')::float8, u.memory_gib::float8) AS memory, (u.details->>'tensor_active')::float8 AS tensor,
       (u.details->>'dram_active')::float8 AS dram, (u.details->>'encoder_active')::float8 AS encoder
     FROM (
       SELECT DISTINCT ON (r.key) r.* FROM usage_record r JOIN import i ON i.id = r.import_id AND i.state = 'published'
       WHERE r.usage_start >= $1::date AND r.usage_start < $2::date AND r.utilisation IS NOT NULL AND r.gpu_hours > 0
       ORDER BY r.key, r.import_id DESC
     ) u
     JOIN usage_host h ON h.resource = u.resource AND h.host IS NOT NULL`,
    [addDays(asOf, -WEEK_PATTERN_DAYS), asOf],
  )
  await run('ANALYZE fact_sample')
  const rows = await run(
    `WITH machine AS (SELECT DISTINCT m.host, m.item FROM fact_meter m WHERE m.host IS NOT NULL AND m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused'),
     billed AS (
       SELECT m.item, sum(p.gpu_hours)::float8 AS hours FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id
       WHERE p.day >= $1::date AND m.gpu_class IS NOT NULL GROUP BY 1
     ),
     week AS (
       SELECT host, count(DISTINCT (extract(isodow FROM usage_start AT TIME ZONE 'UTC'), extract(hour FROM usage_start AT TIME ZONE 'UTC')))
           FILTER (WHERE busy >= 0.05) AS active, count(DISTINCT (usage_start AT TIME ZONE 'UTC')::date) / 7.0 AS weeks
       FROM fact_sample WHERE usage_end - usage_start <= interval '1 hour' GROUP BY 1
     ),
     recent AS (
       SELECT host, min(metric) AS metric, count(DISTINCT (usage_start AT TIME ZONE 'UTC')::date) AS days, sum(hours) AS hours,
         sum(busy * hours) / sum(hours) AS mean_busy, coalesce(sum(hours) FILTER (WHERE busy <= 0.01), 0) / sum(hours) AS idle_share,
         percentile_cont(ARRAY[0.95]) WITHIN GROUP (ORDER BY busy) AS busy_at,
         percentile_cont(ARRAY[0.95, 0.99]) WITHIN GROUP (ORDER BY memory) AS memory_at,
         percentile_cont(ARRAY[0.95]) WITHIN GROUP (ORDER BY tensor) AS tensor_at, avg(tensor) AS tensor_mean,
         percentile_cont(ARRAY[0.95]) WITHIN GROUP (ORDER BY dram) AS dram_at,
         percentile_cont(ARRAY[0.95]) WITHIN GROUP (ORDER BY encoder) AS encoder_at
       FROM fact_sample WHERE usage_start >= $1::date GROUP BY 1
     )
     SELECT m.item, r.*, b.hours AS billed, coalesce(w.active, 168)::int AS active, coalesce(w.weeks, 0)::float8 AS weeks
     FROM machine m JOIN recent r USING (host) JOIN billed b USING (item) LEFT JOIN week w USING (host)`,
    [addDays(asOf, -TELEMETRY_DAYS)],
  )
  return new Map(rows.map((row) => [String(row.item), telemetryOf(row)]))
}

function telemetryOf(row: Record<string, unknown>): Telemetry {
  const at = (name: string, index: number) => {
    const value = (row[name] as (number | null)[] | null)?.[index]
    return value === null || value === undefined ? null : Number(value)
  }
  return {
    metric: String(row.metric),
    coverage: Number(row.billed) > 0 ? Math.min(1, Number(row.hours) / Number(row.billed)) : 0,
    days: Number(row.days),
    meanBusy: Number(row.mean_busy),
    p95Busy: at('busy_at', 0) ?? 0,
    idleShare: Number(row.idle_share),
    activeHoursOfWeek: Number(row.active),
    weeks: Number(row.weeks),
    memoryGibP95: at('memory_at', 0),
    memoryGibP99: at('memory_at', 1),
    tensorP95: at('tensor_at', 0),
    tensorMean: row.tensor_mean === null ? null : Number(row.tensor_mean),
    dramP95: at('dram_at', 0),
    encoderP95: at('encoder_at', 0),
  }
}
