import type { UsageFigures, UsageHostReceipt, UsageReceipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

const MACHINES_SHOWN = 200

/** What an import of usage holds, as Postgres says within the transaction that stored it. */
export async function usageFigures(
  run: SqlRunner,
  importId: number,
): Promise<Omit<UsageFigures, 'hosts' | 'unmatchedHosts' | 'newRecords' | 'changedRecords' | 'sameRecords'>> {
  const [row] = await run(
    `SELECT count(*)::int AS records, trim_scale(sum(gpu_hours) FILTER (WHERE role = 'hold'))::text AS "gpuHours",
       trim_scale(sum(gpu_hours) FILTER (WHERE utilisation IS NOT NULL))::text AS "measuredGpuHours",
       trim_scale(sum(tokens_in))::text AS "tokensIn", trim_scale(sum(tokens_out))::text AS "tokensOut",
       trim_scale(sum(requests))::text AS requests,
       to_char(min(usage_start) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "from",
       to_char(max(usage_end) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "to"
     FROM usage_record WHERE import_id = $1`,
    [importId],
  )
  const metrics = await usageMetrics(run, importId)
  const used = metrics.flatMap(({ metric }) => (metric === null ? [] : [metric]))
  return {
    ...(row as Omit<Awaited<ReturnType<typeof usageFigures>>, 'utilisationMetric'>),
    utilisationMetric: used.length > 0 ? used.join(', ') : null,
  }
}

/** GPU hours of an import by the metric that says how busy they were, most first. */
export async function usageMetrics(run: SqlRunner, importId: number): Promise<UsageReceipt['metrics']> {
  const rows = await run(
    `SELECT utilisation_metric AS metric, trim_scale(coalesce(sum(gpu_hours), 0))::text AS "gpuHours" FROM usage_record
     WHERE import_id = $1 AND role IN ('hold', 'measure') GROUP BY 1 ORDER BY sum(gpu_hours) DESC NULLS LAST, 1`,
    [importId],
  )
  return rows as UsageReceipt['metrics']
}

/** The machines that an import names, with what is known of them now: those that no bill names first, then by hours. */
export async function usageMachines(
  run: SqlRunner,
  importId: number,
): Promise<{ hosts: number; unmatchedHosts: number; machines: UsageHostReceipt[] }> {
  const rows = await run(
    `SELECT m.resource, h.host, h.found_by AS "foundBy", trim_scale(sum(m.gpu_hours))::text AS "gpuHours",
       count(*) OVER ()::int AS hosts, count(*) FILTER (WHERE h.host IS NULL) OVER ()::int AS unmatched
     FROM (SELECT resource, gpu_hours FROM usage_record WHERE import_id = $1 AND resource IS NOT NULL
       UNION ALL SELECT resource, NULL FROM usage_cover WHERE import_id = $1) m
     LEFT JOIN usage_host h USING (resource) GROUP BY m.resource, h.host, h.found_by
     ORDER BY h.host IS NULL DESC, sum(m.gpu_hours) DESC NULLS LAST, m.resource LIMIT ${MACHINES_SHOWN}`,
    [importId],
  )
  return {
    hosts: Number(rows[0]?.hosts ?? 0),
    unmatchedHosts: Number(rows[0]?.unmatched ?? 0),
    machines: rows.map(({ resource, host, foundBy, gpuHours }) => ({
      resource: String(resource),
      host: host === null ? null : String(host),
      foundBy: foundBy === null ? null : String(foundBy),
      gpuHours: gpuHours === null ? null : String(gpuHours),
    })),
  }
}
