import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { groupWhere, within } from '@/lib/spend/where.ts'

/** Clauses on what only money has: telemetry is neither billed nor in a state. */
const ofMoney: readonly string[] = ['usage-state', 'cost-source', 'pricing-category', 'charge-category']

/** One GPU meter for each machine of the bills: what telemetry does not say about a holder, it says. */
const owners = Prisma.sql`(
  select distinct on (m.host) m.host as owned_host, m.id as owner_id, m.team as own_team, m.project as own_project, m.model as own_model,
    m.environment, m.gpu_class, m.provider, m.billing_account_id, m.sub_account_id, m.service_name as service, m.region_id as region
  from meter m
  where m.host is not null and m.gpu_class is not null
  order by m.host, m.id
)`

/**
 * `from` and `where` of telemetry behind scope and filter. `source` is a table expression with the columns day, host, team, project,
 * model and workload; it is `u`, and `g` says what it counts for: the holder's words, else those of the machine's meter on that day, as in the view
 * portion. Currency and clauses about money are left out.
 */
export function ownedUsage(scope: Scope, filter: SpendFilter, source: Prisma.Sql): Prisma.Sql {
  const plain = { ...filter, currency: null, clauses: filter.clauses.filter((c) => !ofMoney.includes(c.dimension)) }
  return Prisma.sql`
    from ${source} u
    left join ${owners} o on o.owned_host = u.host
    left join meter_term t on t.meter_id = o.owner_id and u.day >= t.from_day and u.day < t.to_day
    cross join lateral (
      select
        coalesce(u.team, case when t.meter_id is null then o.own_team else t.team end) as team,
        coalesce(u.project, case when t.meter_id is null then o.own_project else t.project end) as project,
        coalesce(u.model, case when t.meter_id is null then o.own_model else t.model end) as model,
        case when t.meter_id is null then o.environment else t.environment end as environment,
        u.workload, o.gpu_class, o.provider, o.billing_account_id, o.sub_account_id, o.service, o.region
    ) g
    where ${groupWhere(scope, plain)}`
}

/** The same over usage_day, the days of the period alone. */
export function usageDays(scope: Scope, filter: SpendFilter): Prisma.Sql {
  return ownedUsage(
    scope,
    filter,
    Prisma.sql`(select * from usage_day d where ${within(Prisma.sql`d.day`, filter.period)})`,
  )
}

/** What rows `s` of usage_day say about GPU hours held, as decimal text: null where they say nothing; utilisation is 0 to 1. */
export const usageSums = Prisma.sql`
  trim_scale(sum(s.held))::text as "held",
  trim_scale(sum(s.idle))::text as "idle",
  trim_scale(sum(s.measured))::text as "measured",
  (sum(s.utilisation_hours) / nullif(sum(s.measured), 0))::float8 as "utilisation"`

/** An instant as ISO 8601 in UTC, to the second. */
export function instant(expression: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
}
