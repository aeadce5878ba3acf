import type { Day } from '@/lib/core/period.ts'
import { addDays, monthStart } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { PriceMove } from './facts.ts'

const DAYS = 180
/** A smaller change is rounding or a rate that drifts. */
const SMALLEST = 0.05

type Price = { price: number; first: Day; last: Day; hours: number }

/** On-demand prices that changed once for good within the last 180 days: one price before a day, another since. */
export async function readPriceMoves(run: SqlRunner, asOf: Day): Promise<PriceMove[]> {
  const from = addDays(asOf, -DAYS)
  const rows = await run(
    `WITH day AS (
       SELECT m.provider, m.region_id, m.instance_type, m.gpu_class, m.currency, d.day, sum(d.effective) AS cost,
         sum(gpu_hours(d.quantity, m.gpu_hours_numerator, m.gpu_hours_denominator)) AS hours
       FROM meter_day d JOIN meter m ON m.id = d.meter_id
       WHERE d.version_id IN (SELECT live_version_id FROM slice WHERE live_version_id IS NOT NULL AND billing_period >= $3::date)
         AND d.day >= $1::date AND d.day < $2::date AND m.gpu_class IS NOT NULL AND m.instance_type IS NOT NULL AND m.charge_category = 'Usage'
         AND m.commitment_id IS NULL AND coalesce(m.pricing_category, 'Standard') = 'Standard'
       GROUP BY 1, 2, 3, 4, 5, 6
     )
     SELECT provider, region_id, instance_type, gpu_class, currency,
       jsonb_agg(jsonb_build_object('price', price, 'first', first, 'last', last, 'hours', hours) ORDER BY first) AS prices
     FROM (
       SELECT provider, region_id, instance_type, gpu_class, currency, round(cost / hours, 4)::float8 AS price, min(day) AS first, max(day) AS last, sum(hours)::float8 AS hours
       FROM day WHERE hours > 0 AND cost > 0 GROUP BY 1, 2, 3, 4, 5, 6
     ) p
     GROUP BY 1, 2, 3, 4, 5 HAVING count(*) = 2 ORDER BY 1, 2, 3, 4, 5`,
    [from, asOf, monthStart(addDays(from, -31))],
  )
  return rows.flatMap((row) => {
    const [before, after] = row.prices as [Price, Price]
    if (before.last >= after.first || Math.abs(after.price / before.price - 1) < SMALLEST) return []
    const region = row.region_id === null ? null : String(row.region_id)
    const place = {
      provider: String(row.provider),
      region,
      instanceType: String(row.instance_type),
      gpuClass: String(row.gpu_class),
      currency: String(row.currency),
    }
    return [
      {
        key: Object.values(place).join('|'),
        ...place,
        day: after.first,
        before: before.price,
        after: after.price,
        gpuHours: after.hours,
        difference: (Math.abs(before.price - after.price) * after.hours).toFixed(2),
      },
    ]
  })
}
