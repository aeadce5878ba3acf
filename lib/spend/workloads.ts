import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { sharedPortions } from '@/lib/spend/meter-days.ts'
import { reported } from '@/lib/spend/reported.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { instant, usageDays } from '@/lib/spend/usage-rows.ts'
import { costColumns } from '@/lib/spend/where.ts'

/** One job, run, pod, endpoint or key. Hours and cost are of the bill; held, utilisation and times are of the telemetry. */
export type WorkloadRow = {
  workload: string
  kind: string | null
  person: string | null
  team: string | null
  project: string | null
  model: string | null
  gpuClasses: string[]
  /** Null where no bill names its machines. */
  currency: string | null
  cost: string | null
  missing: number
  gpuHours: string | null
  gpuHoursIdle: string | null
  held: string | null
  /** 0 to 1 over the measured hours; null: not measured. */
  utilisation: number | null
  firstStart: string | null
  lastEnd: string | null
  state: string | null
}
/** What is not listed, by currency: further workloads, and what no workload held (workloads = 0). */
export type OtherWorkloads = { currency: string; workloads: number; cost: string | null; gpuHours: string | null }
export type Workloads = { rows: WorkloadRow[]; count: number; others: OtherWorkloads[] }

/** How many workloads are listed one by one. */
const LISTED = 200

/** The workloads behind the filter, the largest cost first in each currency: in each, rows + others = total. */
export async function workloads(scope: Scope, filter: SpendFilter): Promise<Workloads> {
  const { cost, missing } = costColumns(filter.basis)
  const same = Prisma.sql`workload, workload_kind, person, team, project`
  const match = Prisma.sql`jsonb_build_array(${same}) as match`
  const parts = Prisma.sql`
    select p.day, p.workload, p.workload_kind, p.person, g.team, g.project, g.model, g.gpu_class, p.usage_state, p.gpu_hours,
      p.currency as own_currency, p.${cost} as own_cost, p.${missing} as missing
    ${sharedPortions(scope, filter, true)} and p.workload is not null`
  const answers = await db().$queryRaw<Workloads[]>(Prisma.sql`
    with paid as (
      select r.workload, r.workload_kind, r.person, r.team, r.project, r.currency, sum(r.cost) as cost, sum(r.missing) as missing,
        sum(r.gpu_hours) as gpu_hours, sum(r.gpu_hours) filter (where r.usage_state = 'held-idle') as idle,
        array_agg(distinct r.gpu_class) as classes, array_agg(distinct r.model) filter (where r.model is not null) as models
      from ${reported(filter, parts)} r
      group by 1, 2, 3, 4, 5, 6
    ),
    seen as (
      select u.workload, u.workload_kind, u.person, g.team, g.project, sum(u.held) as held,
        sum(u.utilisation_hours) / nullif(sum(u.measured), 0) as utilisation, min(u.first_start) as first_start,
        max(u.last_end) as last_end, (array_agg(u.state order by u.last_end desc) filter (where u.state is not null))[1] as state,
        array_agg(distinct g.gpu_class) filter (where g.gpu_class is not null) as classes,
        array_agg(distinct g.model) filter (where g.model is not null) as models
      ${usageDays(scope, filter)} and u.workload is not null and u.held is not null
      group by 1, 2, 3, 4, 5
    ),
    every as materialized (
      select coalesce(p.workload, s.workload) as workload, coalesce(p.workload_kind, s.workload_kind) as workload_kind,
        coalesce(p.person, s.person) as person, coalesce(p.team, s.team) as team, coalesce(p.project, s.project) as project, p.currency, p.cost, p.missing, p.gpu_hours, p.idle, s.held, s.utilisation, s.first_start, s.last_end, s.state,
        coalesce(p.classes, s.classes, '{}') as classes, coalesce(p.models, s.models) as models,
        row_number() over (partition by p.currency order by p.cost desc nulls last, s.held desc nulls last, match) as place
      from (select *, ${match} from paid) p
      full join (select *, ${match} from seen) s using (match)
    ),
    ranked as (select *, row_number() over (order by place, currency) as rank from every),
    listed as (
      select workload, workload_kind as kind, person, team, project, case when cardinality(models) = 1 then models[1] end as model,
        classes as "gpuClasses", currency, trim_scale(cost)::text as cost, coalesce(missing, 0)::int as missing,
        trim_scale(gpu_hours)::text as "gpuHours", trim_scale(idle)::text as "gpuHoursIdle", trim_scale(held)::text as held,
        utilisation::float8 as utilisation, ${instant(Prisma.sql`first_start`)} as "firstStart",
        ${instant(Prisma.sql`last_end`)} as "lastEnd", state, row_number() over (order by currency nulls last, place) as line
      from ranked
      where rank <= ${LISTED}
    ),
    further as (
      select currency, count(*)::int as workloads, sum(cost) as cost, sum(gpu_hours) as gpu_hours
      from ranked
      where rank > ${LISTED} and currency is not null
      group by 1
      union all
      select t.currency, 0, case when t.rows > 0 then coalesce(t.cost, 0) - coalesce(e.cost, 0) end,
        coalesce(t.gpu_hours, 0) - coalesce(e.gpu_hours, 0)
      from (
        select s.currency, count(s.cost) as rows, sum(s.cost) as cost, sum(s.gpu_hours) as gpu_hours
        from ${spendRows(scope, filter, [], 'total')} s
        group by 1
      ) t
      left join (select currency, sum(cost) as cost, sum(gpu_hours) as gpu_hours from every group by 1) e on e.currency = t.currency
    ),
    others as (
      select currency, workloads, trim_scale(cost)::text as cost, trim_scale(gpu_hours)::text as "gpuHours" from further
    )
    select
      (select coalesce(jsonb_agg(to_jsonb(listed) - 'line' order by line), '[]') from listed) as "rows",
      (select count(*)::int from every) as "count",
      (select coalesce(jsonb_agg(to_jsonb(others) order by currency, workloads desc), '[]') from others) as "others"`)
  return answers[0] as Workloads
}
