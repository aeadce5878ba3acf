import { NO_CURRENCY } from '@/lib/core/currency-code.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { DatedRate, PricedMeter } from './match-rate.ts'
import { rateTerms } from './match-rate.ts'

/** Every rate that has not been taken back. */
export async function loadRates(run: SqlRunner): Promise<DatedRate[]> {
  const rows = await run(
    `SELECT id, provider, sku_id AS "skuId", gpu_class AS "gpuClass", region_id AS "regionId", pricing_category AS "pricingCategory", unit,
       price::text, currency, valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM rate WHERE ended_at IS NULL ORDER BY id`,
  )
  return rows as unknown as DatedRate[]
}

/** Every meter that a rate may price. */
export async function loadPricedMeters(run: SqlRunner): Promise<(PricedMeter & { id: string })[]> {
  const rows = await run(
    `SELECT id::text, provider, sku_id AS "skuId", sku_meter AS "skuMeter", gpu_class AS "gpuClass", region_id AS "regionId",
       pricing_category AS "pricingCategory", consumed_unit AS "consumedUnit", gpu_hours_numerator::text AS "gpuHoursNumerator",
       gpu_hours_denominator::text AS "gpuHoursDenominator" FROM meter WHERE currency = $1 ORDER BY id`,
    [NO_CURRENCY],
  )
  return rows as unknown as (PricedMeter & { id: string })[]
}

/** Brings meter_rate in step with the rates. Returns the ids of the meters whose price changed on any day. */
export async function priceMeters(run: SqlRunner): Promise<string[]> {
  const rates = await loadRates(run)
  const terms = (await loadPricedMeters(run)).flatMap((meter) =>
    rateTerms(meter, rates).map((term) => ({ meterId: meter.id, ...term })),
  )
  await run('DROP TABLE IF EXISTS meter_rate_next')
  await run('CREATE TEMP TABLE meter_rate_next (LIKE meter_rate) ON COMMIT DROP')
  await run(
    `INSERT INTO meter_rate_next (meter_id, from_day, to_day, rate_id, price, currency)
     SELECT "meterId", "fromDay", coalesce("toDay", 'infinity'), "rateId", price, currency FROM jsonb_to_recordset($1::jsonb)
       AS n("meterId" uuid, "fromDay" date, "toDay" date, "rateId" int, price numeric, currency text)`,
    [JSON.stringify(terms)],
  )
  const changed = await run(
    `SELECT DISTINCT meter_id::text AS id FROM (
       (TABLE meter_rate EXCEPT TABLE meter_rate_next) UNION ALL (TABLE meter_rate_next EXCEPT TABLE meter_rate)) d`,
  )
  if (changed.length > 0) {
    await run('DELETE FROM meter_rate')
    await run('INSERT INTO meter_rate TABLE meter_rate_next')
  }
  await run('DROP TABLE meter_rate_next')
  return changed.map(({ id }) => String(id))
}
