import type { Day } from '@/lib/core/period.ts'
import { addDays, monthStart } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { BaseLoad, Item, Machine } from './facts.ts'

const DAYS = 90

/**
 * GPUs on demand in each hour of the last 90 days, by provider, account, region, class and machine type. A charge counts evenly in each hour that it
 * touches.
 */
export async function readBaseLoads(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  asOf: Day,
): Promise<BaseLoad[]> {
  const from = addDays(asOf, -DAYS)
  // A table with statistics: the planner takes a common table expression for fifty rows and looks each up.
  await run(
    `CREATE TEMP TABLE fact_place ON COMMIT DROP AS
     SELECT m.id, m.provider, coalesce(m.sub_account_id, m.billing_account_id) AS account_id, m.region_id, m.gpu_class, m.instance_type, m.currency,
       (dense_rank() OVER (ORDER BY m.provider, coalesce(m.sub_account_id, m.billing_account_id), m.region_id, m.gpu_class, m.instance_type, m.currency))::int AS place,
       gpu_hours(1, m.gpu_hours_numerator, m.gpu_hours_denominator)::float8 AS hours
     FROM meter m
     WHERE m.gpu_class IS NOT NULL AND m.charge_category = 'Usage' AND m.commitment_id IS NULL AND coalesce(m.pricing_category, 'Standard') = 'Standard'`,
  )
  await run('ANALYZE fact_place')
  const rows = await run(
    `WITH charged AS (
       SELECT p.place, floor(date_part('epoch', c.charge_start) / 3600)::int AS first, ceil(date_part('epoch', c.charge_end) / 3600)::int - 1 AS last,
         sum(c.quantity)::float8 * p.hours AS hours
       FROM charge c JOIN fact_place p ON p.id = c.meter_id
       WHERE c.version_id IN (SELECT s.live_version_id FROM slice s WHERE s.live_version_id IS NOT NULL AND s.billing_period >= $3::date)
         AND c.charge_start >= $1::date AND c.charge_start < $2::date AND c.charge_end > c.charge_start
       GROUP BY p.place, p.hours, 2, 3
     ),
     hourly AS (
       SELECT c.place, h - (date_part('epoch', $1::date) / 3600)::int AS hour, sum(c.hours / (c.last - c.first + 1)) AS gpus
       FROM charged c CROSS JOIN LATERAL generate_series(c.first, c.last) h
       GROUP BY 1, 2
     ),
     listed AS (
       SELECT place, array_agg(hour ORDER BY hour) AS hours, array_agg(gpus ORDER BY hour) AS gpus
       FROM hourly WHERE hour >= 0 AND hour < ${DAYS * 24} GROUP BY 1
     )
     SELECT DISTINCT ON (p.place) p.provider, p.account_id, p.region_id, p.gpu_class, p.instance_type, p.currency, l.hours, l.gpus
     FROM listed l JOIN fact_place p USING (place) ORDER BY p.place`,
    [from, asOf, monthStart(addDays(from, -31))],
  )
  return rows.flatMap((row) => {
    const text = (name: string) => (row[name] === null ? null : String(row[name]))
    const place = {
      provider: String(row.provider),
      accountId: String(row.account_id),
      region: text('region_id'),
      gpuClass: String(row.gpu_class),
      instanceType: text('instance_type'),
      currency: String(row.currency),
    }
    const mine = machines.filter(({ key, gpuClass, instanceType, onDemandHours }) => {
      const item = items[key]
      return (
        onDemandHours > 0 &&
        item?.provider === place.provider &&
        item.accountId === place.accountId &&
        item.region === place.region &&
        item.currency === place.currency &&
        gpuClass === place.gpuClass &&
        instanceType === place.instanceType
      )
    })
    const hours = mine.reduce((sum, machine) => sum + machine.onDemandHours, 0)
    if (hours === 0) return []
    const hourly = new Array<number>(DAYS * 24).fill(0)
    const gpus = row.gpus as (number | string)[]
    for (const [index, hour] of (row.hours as number[]).entries()) hourly[hour] = Number(gpus[index])
    return [
      {
        key: Object.values(place).join('|'),
        ...place,
        hourly,
        days:
          DAYS -
          Math.floor(
            Math.max(
              0,
              hourly.findIndex((count) => count > 0),
            ) / 24,
          ),
        pricePerGpuHour: mine.reduce((sum, machine) => sum + Number(machine.onDemandCost), 0) / hours,
        items: mine.map(({ key }) => key),
      },
    ]
  })
}
