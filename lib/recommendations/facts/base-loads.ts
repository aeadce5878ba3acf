import type { Day } from '@/lib/core/period.ts'
import { addDays, monthStart } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { BaseLoad, Item, Machine } from './facts.ts'

const DAYS = 90

/**
 * GPUs on demand in each hour of the last 90 days, by provider, account, region, class and machine type. A charge over more than an hour counts evenly
 * in each of its hours.
 */
export async function readBaseLoads(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  asOf: Day,
): Promise<BaseLoad[]> {
  const from = addDays(asOf, -DAYS)
  const rows = await run(
    `WITH charged AS (
       SELECT m.provider, coalesce(m.sub_account_id, m.billing_account_id) AS account_id, m.region_id, m.gpu_class, m.instance_type, m.currency,
         c.charge_start, c.charge_end, sum(gpu_hours(c.quantity, m.gpu_hours_numerator, m.gpu_hours_denominator))::float8 AS hours
       FROM charge c JOIN meter m ON m.id = c.meter_id
       WHERE c.version_id IN (SELECT s.live_version_id FROM slice s WHERE s.live_version_id IS NOT NULL AND s.billing_period >= $3::date)
         AND c.charge_start >= $1::date AND c.charge_start < $2::date AND c.charge_end > c.charge_start
         AND m.gpu_class IS NOT NULL AND m.charge_category = 'Usage' AND m.commitment_id IS NULL
         AND coalesce(m.pricing_category, 'Standard') = 'Standard'
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
     ),
     hourly AS (
       SELECT c.provider, c.account_id, c.region_id, c.gpu_class, c.instance_type, c.currency,
         (extract(epoch FROM h - $1::date::timestamptz) / 3600)::int AS hour, sum(c.hours / greatest(1, extract(epoch FROM c.charge_end - c.charge_start) / 3600)) AS gpus
       FROM charged c
       CROSS JOIN LATERAL generate_series(date_trunc('hour', c.charge_start), c.charge_end - interval '1 millisecond', interval '1 hour') h
       GROUP BY 1, 2, 3, 4, 5, 6, 7
     )
     SELECT provider, account_id, region_id, gpu_class, instance_type, currency, array_agg(hour ORDER BY hour) AS hours, array_agg(gpus ORDER BY hour) AS gpus
     FROM hourly WHERE hour >= 0 AND hour < ${DAYS * 24}
     GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`,
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
