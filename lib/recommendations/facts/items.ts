import { lastSegment } from '@/lib/core/last-segment.ts'
import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item } from './facts.ts'

/**
 * Every item with a cost above zero in the window. Team, project and model are those of the larger part of its cost. `committed` is the cost
 * of meters that a commitment pays for.
 */
export async function readItems(run: SqlRunner): Promise<Record<string, Item>> {
  const rows = await run(
    `WITH owner AS (
       SELECT DISTINCT ON (item) item, team, project, model, environment
       FROM (
         SELECT m.item, p.team, p.project, p.model, p.environment, sum(p.cost) AS cost
         FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id GROUP BY 1, 2, 3, 4, 5
       ) s
       ORDER BY item, cost DESC NULLS LAST, team, project, model, environment
     ),
     days AS (
       SELECT m.item, count(DISTINCT p.day)::int AS days, max(p.day)::text AS last_day, min(p.currency) AS currency
       FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id GROUP BY 1
     ),
     first AS (
       SELECT m.item, min(d.first_day)::text AS first_day
       FROM fact_meter m
       CROSS JOIN LATERAL (SELECT min(d.day) AS first_day FROM meter_day d WHERE d.meter_id = m.id
         AND d.version_id IN (SELECT live_version_id FROM slice WHERE live_version_id IS NOT NULL)) d
       GROUP BY 1
     ),
     whole AS (
       SELECT m.item, min(m.provider) AS provider, min(coalesce(m.sub_account_id, m.billing_account_id)) AS account_id,
         sum(m.cost) AS cost, sum(m.cost) FILTER (WHERE m.commitment_id IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused'
           OR m.pricing_category = 'Committed' AND m.commitment_status IS DISTINCT FROM 'Unused') AS committed,
         (array_agg(m.id::text ORDER BY m.cost DESC NULLS LAST, m.id))[1:5] AS meters,
         (array_agg(coalesce(m.resource_name, m.resource_id, m.sku_meter, m.sku_id, m.service_name) ORDER BY m.cost DESC NULLS LAST, m.id))[1] AS name,
         (array_agg(m.service_name ORDER BY m.cost DESC NULLS LAST, m.id))[1] AS service,
         (array_agg(m.service_category ORDER BY m.cost DESC NULLS LAST, m.id))[1] AS service_category,
         (array_agg(m.region_id ORDER BY m.cost DESC NULLS LAST, m.id))[1] AS region,
         (array_agg(m.tags ORDER BY m.cost DESC NULLS LAST, m.id))[1] AS tags
       FROM fact_meter m GROUP BY 1
     )
     SELECT w.item AS key, w.provider, w.account_id, w.region, w.service, w.service_category, w.name, o.team, o.project, o.model, o.environment,
       d.currency, trim_scale(w.cost)::text AS cost, coalesce(trim_scale(w.committed), 0)::text AS committed, f.first_day, d.last_day, d.days,
       w.tags, w.meters
     FROM whole w JOIN owner o USING (item) JOIN days d USING (item) JOIN first f USING (item)
     WHERE w.cost > 0
     ORDER BY w.item`,
  )
  return Object.fromEntries(rows.map((row) => [String(row.key), itemOf(row)]))
}

function itemOf(row: Record<string, unknown>): Item {
  const text = (name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
  return {
    key: String(row.key),
    provider: String(row.provider),
    accountId: String(row.account_id),
    region: text('region'),
    service: text('service'),
    serviceCategory: text('service_category'),
    name: shortName(text('name') ?? String(row.key)),
    team: text('team'),
    project: text('project'),
    model: text('model'),
    environment: text('environment'),
    currency: String(row.currency),
    cost: String(row.cost),
    committed: String(row.committed),
    firstDay: String(row.first_day) as Day,
    lastDay: String(row.last_day) as Day,
    days: Number(row.days),
    tags: plainTags(row.tags as Record<string, unknown> | null),
    meters: row.meters as string[],
  }
}

/** The last part of an Amazon, Azure or Google resource id that spells out its whole path; any other name as it is. */
function shortName(name: string): string {
  return /^(arn:|\/subscriptions\/|\/\/)/.test(name) ? lastSegment(name) : name
}

/** Keys without the prefix a provider puts before a user's own, in lower case. */
function plainTags(tags: Record<string, unknown> | null): Record<string, string> {
  const entries = Object.entries(tags ?? {}).map(([key, value]) => [
    key.toLowerCase().replace(/^(user|resourcetags\/user|label)[:_/]/, ''),
    String(value).toLowerCase(),
  ])
  return Object.fromEntries(entries)
}
