import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { total } from '@/lib/spend/measures.ts'
import { portions } from '@/lib/spend/meter-days.ts'
import { reported } from '@/lib/spend/reported.ts'
import { costColumns, groupWhere, inIdleMode, within } from '@/lib/spend/where.ts'

/** GPU hours of a machine by what happened to them: billed = used + held idle + not held + not measured. */
type Split = {
  cost: string | null
  /** The part of the cost whose hours are used, held idle or not held: what useful hours cost. */
  seenCost: string | null
  missing: number
  gpuHours: string | null
  used: string | null
  heldIdle: string | null
  notHeld: string | null
  notMeasured: string | null
}
/** One machine of the bills. */
export type HostUsageRow = Split & {
  host: string
  provider: string
  gpuClasses: string[]
  currency: string
  /** GPU hours held beyond those billed; null where there are none. They cost nothing. */
  excess: string | null
  /** Days with such hours. */
  excessDays: number
}
/** The machines beyond the listed ones: rows + others = total. */
export type OtherHosts = Split & { currency: string; hosts: number }
export type HostUsage = { rows: HostUsageRow[]; count: number; others: OtherHosts[] }

/** How many machines are listed one by one. */
const LISTED = 200

const ofState = (state: string) => Prisma.sql`sum(s.gpu_hours) filter (where s.usage_state = ${state})`
const split = Prisma.sql`
  ${total(Prisma.sql`s.cost`)} as "cost",
  trim_scale(sum(s.cost) filter (where s.usage_state <> 'not-measured'))::text as "seenCost", coalesce(sum(s.missing), 0)::int as "missing", ${total(Prisma.sql`s.gpu_hours`)} as "gpuHours",
  trim_scale(${ofState('used')})::text as "used", trim_scale(${ofState('held-idle')})::text as "heldIdle",
  trim_scale(${ofState('not-held')})::text as "notHeld", trim_scale(${ofState('not-measured')})::text as "notMeasured"`

/** The machines behind the filter: those with hours in excess first, then the largest cost in each currency. */
export async function hostUsage(scope: Scope, filter: SpendFilter): Promise<HostUsage> {
  const { cost, missing } = costColumns(filter.basis)
  const { parts, workload } = portions(filter)
  const days = Prisma.sql`
    select p.day, m.host, m.provider, m.gpu_class, p.usage_state, p.gpu_hours, p.currency as own_currency, p.${cost} as own_cost,
      p.${missing} as missing
    from ${parts} p
    join meter m on m.id = p.meter_id and m.host is not null and m.gpu_class is not null
    join spend_group b on b.id = p.group_id
    cross join lateral (
      select p.team, p.project, p.model, p.environment, b.gpu_class, b.provider, b.billing_account_id, b.sub_account_id, b.service,
        b.region, b.pricing_category, b.charge_category, p.currency, p.usage_state, p.cost_source, ${workload} as workload
    ) g
    where p.usage_state <> 'unused' and ${inIdleMode(Prisma.sql`p`, filter)} and ${within(Prisma.sql`p.day`, filter.period)}
      and ${groupWhere(scope, filter)}`
  const answers = await db().$queryRaw<HostUsage[]>(Prisma.sql`
    with parts as materialized (
      select r.host, r.currency, r.usage_state, min(r.provider) as provider, array_agg(distinct r.gpu_class) as classes,
        sum(r.cost) as cost, sum(r.missing) as missing, sum(r.gpu_hours) as gpu_hours
      from ${reported(filter, days)} r
      group by 1, 2, 3
    ),
    beyond as (
      select e.host, sum(e.held - e.billed) as excess, count(*)::int as days
      from host_excess e
      where ${within(Prisma.sql`e.day`, filter.period)} and e.held > e.billed
      group by 1
    ),
    placed as (
      select s.host, s.currency, row_number() over (partition by s.currency order by sum(s.cost) desc nulls last, s.host) as place
      from parts s
      group by 1, 2
    ),
    ranked as (
      select s.host, s.currency, row_number() over (order by e.host is null, s.place, s.currency) as rank
      from placed s
      left join beyond e on e.host = s.host
    ),
    listed as (
      select s.host, min(s.provider) as provider,
        (select array_agg(distinct c order by c) from parts q, unnest(q.classes) c where q.host = s.host) as "gpuClasses", s.currency,
        ${split}, trim_scale(min(e.excess))::text as excess, coalesce(min(e.days), 0) as "excessDays", min(r.rank) as line
      from parts s
      join ranked r on r.host = s.host and r.currency = s.currency and r.rank <= ${LISTED}
      left join beyond e on e.host = s.host
      group by s.host, s.currency
    ),
    others as (
      select s.currency, count(distinct s.host)::int as hosts, ${split}
      from parts s
      join ranked r on r.host = s.host and r.currency = s.currency and r.rank > ${LISTED}
      group by 1
    )
    select
      (select coalesce(jsonb_agg(to_jsonb(listed) - 'line' order by line), '[]') from listed) as "rows",
      (select count(distinct host)::int from parts) as "count",
      (select coalesce(jsonb_agg(to_jsonb(others) order by currency), '[]') from others) as "others"`)
  return answers[0] as HostUsage
}
