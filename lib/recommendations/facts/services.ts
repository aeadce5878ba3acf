import { groupedBy } from '@/lib/core/grouped.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Machine } from './facts.ts'
import { WINDOW_DAYS } from './parts.ts'
import type { ModelFacts, Service } from './workloads.ts'

type Part = {
  project: string
  model: string
  currency: string
  item: string
  team: string | null
  cost: number
  hours: number
}
type Tokens = { tokensIn: number | null; tokensOut: number | null; requests: number | null; days: number }

/** Models on machines, by project: which part of which machine each holds, and the tokens that were counted. */
export async function readServices(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  factsOf: (model: string, project: string | null) => ModelFacts,
  asOf: Day,
): Promise<Service[]> {
  const rows = await run(
    `SELECT p.project, p.model, p.currency, m.item, min(p.team) AS team, sum(p.cost)::float8 AS cost, sum(p.gpu_hours)::float8 AS hours
     FROM fact_part p JOIN fact_meter m ON m.id = p.meter_id
     WHERE p.project IS NOT NULL AND p.model IS NOT NULL AND m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused'
     GROUP BY 1, 2, 3, 4 HAVING sum(p.gpu_hours) > 0 ORDER BY 1, 2, 3, 4`,
  )
  const tokens = await readTokens(run, asOf)
  const parts = (rows as Part[]).filter(({ item }) => items[item])
  const byKey = new Map(machines.map((machine) => [machine.key, machine]))
  const groups = groupedBy(parts, ({ project, model, currency }) => [project, model, currency].join('|'))
  return [...groups].map(([key, mine]) => {
    const [project = '', model = '', currency = ''] = key.split('|')
    const served = mine.flatMap(({ item }) => byKey.get(item) ?? [])
    const measured = served.flatMap(({ telemetry, gpuHours }) =>
      telemetry ? [{ busy: telemetry.meanBusy, gpuHours }] : [],
    )
    const measuredHours = measured.reduce((sum, { gpuHours }) => sum + gpuHours, 0)
    const counted = tokens.get(`${project}|${model}`)
    return {
      key,
      project,
      model,
      team: mine[0]?.team ?? null,
      currency,
      parts: mine.map(({ item, cost }) => ({
        item,
        fraction: Math.min(1, Math.max(0, cost / Number(items[item]?.cost ?? 1))),
      })),
      gpuClasses: [...new Set(served.map(({ gpuClass }) => gpuClass))].sort(),
      gpuHours: mine.reduce((sum, { hours }) => sum + hours, 0),
      cost: mine.reduce((sum, { cost }) => sum + cost, 0).toFixed(6),
      tokensIn: counted?.tokensIn ?? null,
      tokensOut: counted?.tokensOut ?? null,
      requests: counted?.requests ?? null,
      tokenDays: counted?.days ?? 0,
      meanBusy:
        measuredHours > 0
          ? measured.reduce((sum, { busy, gpuHours }) => sum + busy * gpuHours, 0) / measuredHours
          : null,
      facts: factsOf(model, project),
    }
  })
}

/** Tokens of the window by `project|model`, as telemetry names them. */
async function readTokens(run: SqlRunner, asOf: Day): Promise<Map<string, Tokens>> {
  const rows = await run(
    `SELECT project, model, sum(tokens_in)::float8 AS tokens_in, sum(tokens_out)::float8 AS tokens_out, sum(requests)::float8 AS requests, count(DISTINCT day)::int AS days
     FROM usage_day WHERE day >= $1::date AND day < $2::date AND project IS NOT NULL AND model IS NOT NULL AND coalesce(tokens_in, tokens_out) IS NOT NULL
     GROUP BY 1, 2`,
    [addDays(asOf, -WINDOW_DAYS), asOf],
  )
  const number = (value: unknown) => (value === null ? null : Number(value))
  return new Map(
    rows.map((row) => [
      `${row.project}|${row.model}`,
      {
        tokensIn: number(row.tokens_in),
        tokensOut: number(row.tokens_out),
        requests: number(row.requests),
        days: Number(row.days),
      },
    ]),
  )
}
