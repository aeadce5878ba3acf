import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Total, Unowned } from './facts.ts'

/** GPU cost without a team by account, with the items that carry it. */
export async function readUnowned(run: SqlRunner, items: Readonly<Record<string, Item>>): Promise<Unowned[]> {
  const rows = await run(
    `WITH part AS (
       SELECT m.provider, coalesce(m.sub_account_id, m.billing_account_id) AS account_id, p.currency, m.item, p.team, sum(p.cost) AS cost
       FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id
       WHERE m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused' GROUP BY 1, 2, 3, 4, 5
     )
     SELECT provider, account_id, currency, trim_scale(sum(cost))::text AS total, trim_scale(sum(cost) FILTER (WHERE team IS NULL))::text AS cost,
       (array_agg(item ORDER BY cost DESC NULLS LAST, item) FILTER (WHERE team IS NULL))[1:20] AS items
     FROM part GROUP BY 1, 2, 3 HAVING sum(cost) FILTER (WHERE team IS NULL) > 0 ORDER BY 1, 2, 3`,
  )
  return rows.map((row) => ({
    key: [row.provider, row.account_id, row.currency].join('|'),
    provider: String(row.provider),
    accountId: String(row.account_id),
    currency: String(row.currency),
    cost: String(row.cost),
    total: String(row.total),
    items: (row.items as string[]).filter((key) => items[key]),
  }))
}

/** Spend of the window by currency. `apiCost` is what is left to readApiModels; here it counts meters of tokens. */
export async function readTotals(run: SqlRunner): Promise<Total[]> {
  const rows = await run(
    `SELECT p.currency, coalesce(trim_scale(sum(p.cost)), 0)::text AS cost, coalesce(trim_scale(sum(p.cost) FILTER (WHERE m.gpu_class IS NOT NULL)), 0)::text AS gpu,
       coalesce(trim_scale(sum(p.cost) FILTER (WHERE m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused' AND p.team IS NULL)), 0)::text AS unowned,
       coalesce(trim_scale(sum(p.cost) FILTER (WHERE m.gpu_class IS NULL AND m.sku_meter ~* 'token|text (in|out)put')), 0)::text AS api
     FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id GROUP BY 1 ORDER BY 1`,
  )
  return rows.map(({ currency, cost, gpu, unowned, api }) => ({
    currency: String(currency),
    cost: String(cost),
    gpuCost: String(gpu),
    unownedGpuCost: String(unowned),
    apiCost: String(api),
  }))
}

/** Days of the window that have any charge of each provider. */
export async function readDaysBilled(run: SqlRunner): Promise<Record<string, number>> {
  const rows = await run(
    `SELECT m.provider, count(DISTINCT p.day)::int AS days FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id GROUP BY 1 ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ provider, days }) => [String(provider), Number(days)]))
}
