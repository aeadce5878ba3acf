import type { DatedRate, PricedMeter } from '@/lib/attribution/match-rate.ts'
import { rateTerms } from '@/lib/attribution/match-rate.ts'
import { loadPricedMeters, loadRates } from '@/lib/attribution/price-meters.ts'
import { add, subtract } from '@/lib/core/money.ts'
import type { Day } from '@/lib/core/period.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** What is about to change: rates to be added, and the ids of rates that end. */
export type RatesChange = { add: readonly RateTerms[]; end: readonly number[] }

/** Ids for rates that have none yet: above all others, as theirs will be. */
const FIRST_NEW_ID = 2_000_000_000

/** Works out what a change of rates would do, without changing anything. Rates that end price nothing from then on, on any day. */
export async function previewRates(run: SqlRunner, change: RatesChange): Promise<RatesPreview> {
  const before = await loadRates(run)
  const added = change.add.map((terms, at): DatedRate => ({ ...terms, id: FIRST_NEW_ID + at }))
  const after = [...before.filter(({ id }) => !change.end.includes(id)), ...added]
  const changed = (await loadPricedMeters(run)).flatMap((meter) => termsThatDiffer(meter, before, after))
  const values = [JSON.stringify(changed), [...new Set(changed.map(({ meterId }) => meterId))]]
  const [counted] = await run(
    `${REPRICED} SELECT count(DISTINCT meter_id)::int AS meters, coalesce(sum(charges), 0)::float8 AS charges,
       coalesce(sum(charges) FILTER (WHERE before_price IS NULL), 0)::float8 AS "unpricedBefore",
       coalesce(sum(charges) FILTER (WHERE after_price IS NULL), 0)::float8 AS "unpricedAfter" FROM repriced`,
    values,
  )
  const sums = await run(
    `${REPRICED} SELECT date_trunc('month', day::timestamp)::date::text AS month, v.currency,
       sum(v.before)::text AS before, sum(v.after)::text AS after
     FROM repriced CROSS JOIN LATERAL (VALUES (before_currency, quantity * before_price, NULL::numeric),
       (after_currency, NULL::numeric, quantity * after_price)) v (currency, before, after)
     WHERE v.currency IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    values,
  )
  return {
    ...(counted as Omit<RatesPreview, 'months'>),
    months: sums.map(({ month, currency, before: old, after: next }) => ({
      month: String(month),
      currency: String(currency),
      before: old === null ? null : add(String(old), '0'),
      after: next === null ? null : add(String(next), '0'),
      difference: subtract(String(next ?? '0'), String(old ?? '0')),
    })),
  }
}

type SidedTerm = {
  meterId: string
  side: 'before' | 'after'
  fromDay: Day
  toDay: Day | null
  price: string
  currency: string
}

function termsThatDiffer(
  meter: PricedMeter & { id: string },
  before: readonly DatedRate[],
  after: readonly DatedRate[],
): SidedTerm[] {
  const sided = (side: SidedTerm['side'], rates: readonly DatedRate[]) =>
    rateTerms(meter, rates).map(({ rateId: _, ...term }) => ({ meterId: meter.id, side, ...term }))
  const [old, next] = [sided('before', before), sided('after', after)]
  const text = (terms: SidedTerm[]) => JSON.stringify(terms.map(({ side: _, ...term }) => term))
  return text(old) === text(next) ? [] : [...old, ...next]
}

const REPRICED = `
  WITH term AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t("meterId" uuid, side text, "fromDay" date, "toDay" date, price numeric, currency text)
  ), repriced AS (
    SELECT d.meter_id, d.day, d.charges, d.quantity, b.price AS before_price, b.currency AS before_currency, a.price AS after_price,
      a.currency AS after_currency
    FROM slice s
    JOIN meter_day d ON d.version_id = s.live_version_id AND d.meter_id = ANY($2::uuid[])
    LEFT JOIN term b ON b.side = 'before' AND b."meterId" = d.meter_id AND d.day >= b."fromDay" AND d.day < coalesce(b."toDay", 'infinity')
    LEFT JOIN term a ON a.side = 'after' AND a."meterId" = d.meter_id AND d.day >= a."fromDay" AND d.day < coalesce(a."toDay", 'infinity')
    WHERE (b.price, b.currency) IS DISTINCT FROM (a.price, a.currency)
  )`
