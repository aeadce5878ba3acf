import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Commitment, Item, Machine } from './facts.ts'

const DAYS = 90

/** Every commitment with used or unused cost in the last 90 days. */
export async function readCommitments(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  asOf: Day,
): Promise<Commitment[]> {
  const rows = await run(
    `WITH day AS (
       SELECT m.provider, m.commitment_id, m.currency, m.billing_account_id, coalesce(m.commitment_status = 'Unused', false) AS unused, d.day, m.gpu_class,
         m.region_id, sum(d.effective) AS cost
       FROM meter m JOIN meter_day d ON d.meter_id = m.id AND d.version_id IN (SELECT live_version_id FROM slice WHERE live_version_id IS NOT NULL)
       WHERE m.commitment_id IS NOT NULL AND m.charge_category NOT IN ('Tax', 'Credit')
         AND (m.charge_category <> 'Purchase' OR m.commitment_status = 'Unused')
         AND d.day >= $1::date AND d.day < $2::date
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
     )
     SELECT provider, commitment_id AS id, currency, min(billing_account_id) AS account_id, min(day)::text AS first_day,
       coalesce(trim_scale(sum(cost) FILTER (WHERE NOT unused AND day >= $3::date)), 0)::text AS used,
       coalesce(trim_scale(sum(cost) FILTER (WHERE unused AND day >= $3::date)), 0)::text AS unused,
       array_remove(array_agg(DISTINCT gpu_class) FILTER (WHERE NOT unused), NULL) AS classes,
       array_remove(array_agg(DISTINCT region_id) FILTER (WHERE NOT unused), NULL) AS regions,
       jsonb_agg(jsonb_build_array($2::date - day, unused, cost::float8)) AS days
     FROM day GROUP BY 1, 2, 3
     HAVING sum(cost) > 0 ORDER BY 1, 2, 3`,
    [addDays(asOf, -DAYS), asOf, addDays(asOf, -30)],
  )
  return rows.map((row) => {
    const [provider, id, currency] = [String(row.provider), String(row.id), String(row.currency)]
    const key = `unused|${provider}|${id}|${currency}`
    const days = row.days as [number, boolean, number | null][]
    const byDay = (unused: boolean) =>
      Array.from({ length: DAYS }, (_, index) =>
        days
          .filter(([ago, isUnused]) => ago === DAYS - index && isUnused === unused)
          .reduce((sum, [, , cost]) => sum + (cost ?? 0), 0),
      )
    return {
      key,
      id,
      provider,
      accountId: String(row.account_id),
      currency,
      used: String(row.used),
      unused: String(row.unused),
      items: items[key] ? [key] : [],
      usedByDay: byDay(false),
      unusedByDay: byDay(true),
      matchable: matchableCost(machines, items, {
        provider,
        currency,
        classes: row.classes as string[],
        regions: row.regions as string[],
      }),
      firstDay: String(row.first_day),
    }
  })
}

type Reach = { provider: string; currency: string; classes: readonly string[]; regions: readonly string[] }

/** On-demand cost of the same provider and classes; of the same regions too where the commitment has paid for one region only. */
function matchableCost(machines: readonly Machine[], items: Readonly<Record<string, Item>>, reach: Reach): string {
  const within = machines.filter(({ key, gpuClass }) => {
    const item = items[key]
    if (item?.provider !== reach.provider || item.currency !== reach.currency || !reach.classes.includes(gpuClass))
      return false
    return reach.regions.length !== 1 || item.region === reach.regions[0]
  })
  return String(within.reduce((sum, { onDemandCost }) => sum + Number(onDemandCost), 0))
}
