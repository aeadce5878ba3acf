import type { Day } from '@/lib/core/period.ts'
import { addDays, dayCount } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { ITEM_KEY } from './facts/parts.ts'
import type { DailyCost } from './saving-check.ts'

/** What a finding's cost is measured on: its own items, or all GPU cost of its project, where what replaces them is found too. */
export type Measured = { by: 'items'; items: readonly string[] } | { by: 'project'; project: string; currency: string }

/** Effective cost by day from the first charge within `days` before `asOf`, or of all of them. */
export async function dailyCost(run: SqlRunner, measured: Measured, asOf: Day, days: number): Promise<DailyCost> {
  const since = addDays(asOf, -days)
  const rows =
    measured.by === 'items'
      ? await costOfItems(run, measured.items, since, asOf)
      : await costOfProject(run, measured, since, asOf)
  const from = rows[0] ? String(rows[0].day) : since
  const costs = new Array<number>(Math.max(0, dayCount({ from, to: asOf }))).fill(0)
  for (const { day, cost } of rows) costs[dayCount({ from, to: String(day) })] = Number(cost)
  return { from, costs }
}

function costOfItems(run: SqlRunner, items: readonly string[], since: Day, asOf: Day) {
  const resources = items.map((item) => item.split('|')[1] ?? '')
  return run(
    `SELECT d.day::text AS day, sum(coalesce(d.effective, 0))::float8 AS cost
     FROM meter m JOIN meter_day d ON d.meter_id = m.id AND d.version_id IN (SELECT live_version_id FROM slice WHERE live_version_id IS NOT NULL)
     WHERE (m.resource_id = ANY($4::text[]) OR m.commitment_id = ANY($5::text[]) OR m.id::text = ANY($4::text[]))
       AND ${ITEM_KEY} = ANY($1::text[]) AND d.day >= $2::date AND d.day < $3::date
     GROUP BY 1 ORDER BY 1`,
    [items, since, asOf, resources, items.map((item) => item.split('|')[2] ?? '')],
  )
}

function costOfProject(
  run: SqlRunner,
  { project, currency }: { project: string; currency: string },
  since: Day,
  asOf: Day,
) {
  return run(
    `SELECT d.day::text AS day, sum(coalesce(d.effective, 0))::float8 AS cost
     FROM daily_spend d JOIN spend_group g ON g.id = d.group_id
     WHERE g.project = $1 AND g.currency = $2 AND g.gpu_class IS NOT NULL AND d.idle_mode IN (0, 3) AND d.day >= $3::date AND d.day < $4::date
     GROUP BY 1 ORDER BY 1`,
    [project, currency, since, asOf],
  )
}
