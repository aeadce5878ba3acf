import type { Day } from '@/lib/core/period.ts'
import { addDays, monthStart } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** What "a month" means in every saving: the days before `asOf`. */
export const WINDOW_DAYS = 30

/** Which item a meter `m` belongs to: its resource, its commitment's unused part, or itself. Every meter is of exactly one item. */
export const ITEM_KEY = `CASE WHEN m.commitment_status = 'Unused' THEN concat_ws('|', 'unused', m.provider, coalesce(m.commitment_id, m.id::text), m.currency)
  WHEN m.resource_id IS NOT NULL AND coalesce(m.sku_meter, '') !~* 'token' THEN concat_ws('|', m.provider, m.resource_id, m.currency)
  ELSE concat_ws('|', 'meter', m.id::text) END`

/**
 * Makes the temporary tables that the other facts are read from, within the caller's transaction: `fact_part`, a part of a meter's cost of the
 * window by day and state as in the view portion_span; `fact_meter`, the meters that have one with their item.
 */
export async function makeParts(run: SqlRunner, asOf: Day): Promise<void> {
  const from = addDays(asOf, -WINDOW_DAYS)
  await run(
    `CREATE TEMP TABLE fact_part ON COMMIT DROP AS
     SELECT p.meter_id, p.day, p.usage_state, p.team, p.project, p.model, p.environment, p.currency, p.effective AS cost, p.gpu_hours, p.quantity, p.cost_source
     FROM portion_span p
     WHERE p.slice_id IN (SELECT slice_id FROM month_spend WHERE month >= $3::date AND month < $2::date)
       AND p.day >= $1::date AND p.day < $2::date AND p.idle_mode IN (0, 3)`,
    [from, asOf, monthStart(from)],
  )
  await run(
    `CREATE TEMP TABLE fact_meter ON COMMIT DROP AS
     SELECT m.id, ${ITEM_KEY} AS item, m.provider, m.billing_account_id, m.sub_account_id, m.service_name, m.service_category, m.region_id,
       m.resource_id, m.resource_name, m.sku_meter, m.sku_id, m.sku_detail, m.operation, m.instance_type, m.charge_category, m.pricing_category,
       m.commitment_id, m.commitment_status, m.consumed_unit, m.tags, m.gpu_class, m.gpu_count, m.host, t.cost, t.gpu_hours, t.quantity
     FROM (SELECT meter_id, sum(cost) AS cost, sum(gpu_hours) AS gpu_hours, sum(quantity) AS quantity FROM fact_part GROUP BY 1) t
     JOIN meter m ON m.id = t.meter_id
     WHERE m.charge_category NOT IN ('Tax', 'Credit') AND (m.charge_category <> 'Purchase' OR m.commitment_status = 'Unused')`,
  )
  await run('CREATE INDEX ON fact_meter (id)')
  await run('CREATE INDEX ON fact_meter (item)')
  await run('CREATE INDEX ON fact_part (meter_id)')
  await run('ANALYZE fact_part')
  await run('ANALYZE fact_meter')
}
