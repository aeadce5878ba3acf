import type { Receipt } from '@/lib/core/receipt.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/**
 * How much of the cost of these versions has a team, a project, a model, and how much of the GPU cost has a class: shares per currency of
 * effective cost, or of billed cost where there is none. Amounts count by their size, so that a credit cannot lift a share above 1.
 */
export async function coverageOf(run: SqlRunner, versionIds: readonly number[]): Promise<Receipt['coverage']> {
  const rows = await run(
    `WITH cost AS (
       SELECT m.currency, m.team, m.project, m.model, m.gpu_class, abs(sum(coalesce(d.effective, d.billed))) AS cost
       FROM meter_day d JOIN meter m ON m.id = d.meter_id WHERE d.version_id = ANY($1::int[]) GROUP BY 1, 2, 3, 4, 5)
     SELECT currency,
       sum(cost) FILTER (WHERE team IS NOT NULL) / nullif(sum(cost), 0) AS team,
       sum(cost) FILTER (WHERE project IS NOT NULL) / nullif(sum(cost), 0) AS project,
       sum(cost) FILTER (WHERE model IS NOT NULL) / nullif(sum(cost), 0) AS model,
       sum(cost) FILTER (WHERE gpu_class <> 'unknown') / nullif(sum(cost) FILTER (WHERE gpu_class IS NOT NULL), 0) AS gpu_class,
       nullif(sum(cost), 0) IS NOT NULL AS has_cost, nullif(sum(cost) FILTER (WHERE gpu_class IS NOT NULL), 0) IS NOT NULL AS has_gpu
     FROM cost GROUP BY currency ORDER BY currency`,
    [versionIds],
  )
  return rows.flatMap((row) => {
    const currency = String(row.currency)
    const share = (value: unknown, there: unknown) => (there ? Number(value ?? 0) : null)
    return [
      { dimension: 'gpu-class' as const, currency, share: share(row.gpu_class, row.has_gpu) },
      { dimension: 'team' as const, currency, share: share(row.team, row.has_cost) },
      { dimension: 'project' as const, currency, share: share(row.project, row.has_cost) },
      { dimension: 'model' as const, currency, share: share(row.model, row.has_cost) },
    ]
  })
}

/** Texts that look like a GPU and are not in the catalogue, with the charges behind them. */
export async function unknownGpusOf(run: SqlRunner, versionIds: readonly number[]): Promise<Receipt['unknownGpus']> {
  const rows = await run(
    `SELECT m.provider, coalesce(m.gpu_evidence, '') AS evidence, sum(d.charges)::float8 AS charges
     FROM meter_day d JOIN meter m ON m.id = d.meter_id
     WHERE d.version_id = ANY($1::int[]) AND m.gpu_class = 'unknown' GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 50`,
    [versionIds],
  )
  return rows.map((row) => ({
    provider: String(row.provider),
    evidence: String(row.evidence),
    charges: Number(row.charges),
  }))
}
