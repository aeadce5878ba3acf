import { lockAttribution } from '@/lib/attribution/lock.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'
import { db } from '@/lib/db/client.ts'
import type { SqlRow, SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import type { Rate } from './rate.ts'

const columns = `id, import_id AS "importId", provider, sku_id AS "skuId", gpu_class AS "gpuClass", region_id AS "regionId",
  pricing_category AS "pricingCategory", unit, trim_scale(price)::text AS price, currency, valid_from::text AS "validFrom",
  valid_to::text AS "validTo", source, created_by AS "createdBy", created_at AS "createdAt"`

/** A rate with how many charges of the live bills it prices now. */
export type RateRow = Rate & { charges: number }

/** Every rate that counts, by provider, what it prices and since when. */
export async function listRates(): Promise<RateRow[]> {
  const rows = await prismaRunner(db())(
    `SELECT ${columns}, coalesce((
       SELECT sum(d.charges) FROM meter_rate m JOIN meter_day d ON d.meter_id = m.meter_id AND d.day >= m.from_day AND d.day < m.to_day
       JOIN slice s ON s.live_version_id = d.version_id WHERE m.rate_id = rate.id), 0)::float8 AS charges
     FROM rate WHERE ended_at IS NULL
     ORDER BY provider, sku_id NULLS LAST, gpu_class NULLS LAST, region_id NULLS LAST, pricing_category NULLS LAST, valid_from, id`,
  )
  return rows.map((row) => ({ ...rateOf(row), charges: Number(row.charges) }))
}

/** The rates that count, for a transaction that changes them: takes the lock under which meters are priced, so that changes take turns. */
export async function lockRates(run: SqlRunner): Promise<Rate[]> {
  await lockAttribution(run)
  return liveRates(run)
}

/** The rates that count, oldest first. */
export async function liveRates(run: SqlRunner): Promise<Rate[]> {
  return (await run(`SELECT ${columns} FROM rate WHERE ended_at IS NULL ORDER BY id`)).map(rateOf)
}

function rateOf(row: SqlRow): Rate {
  const { createdAt, ...rest } = row
  return { ...(rest as Omit<Rate, 'createdAt'>), createdAt: (createdAt as Date).toISOString() }
}

/** Writes rates; they count at once unless `isEnded`. Returns their ids in the order given. */
export async function insertRates(
  run: SqlRunner,
  terms: readonly RateTerms[],
  by: { createdBy: string; importId: number | null; isEnded: boolean },
): Promise<number[]> {
  const rows = await run(
    `INSERT INTO rate (import_id, provider, sku_id, gpu_class, region_id, pricing_category, unit, price, currency, valid_from, valid_to,
       source, created_by, ended_at)
     SELECT $2::int, provider, "skuId", "gpuClass", "regionId", "pricingCategory", unit, price, currency, "validFrom", "validTo", source, $3::text,
       CASE WHEN $4::boolean THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS r(provider text, "skuId" text, "gpuClass" text, "regionId" text,
       "pricingCategory" text, unit text, price numeric, currency text, "validFrom" date, "validTo" date, source text, n int)
     ORDER BY n RETURNING id`,
    [JSON.stringify(terms.map((one, n) => ({ ...one, n }))), by.importId, by.createdBy, by.isEnded],
  )
  return rows.map(({ id }) => Number(id)).sort((a, b) => a - b)
}

/** Makes rates count no more. */
export async function endRates(run: SqlRunner, ids: readonly number[]): Promise<void> {
  await run('UPDATE rate SET ended_at = now() WHERE id = ANY($1::int[]) AND ended_at IS NULL', [ids])
}

/** Makes ended rates count again. */
export async function reviveRates(run: SqlRunner, ids: readonly number[]): Promise<void> {
  await run('UPDATE rate SET ended_at = NULL WHERE id = ANY($1::int[])', [ids])
}
