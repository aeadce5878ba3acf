import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { sharedPortions } from '@/lib/spend/meter-days.ts'
import type { MetricParams } from '@/lib/spend/metric.ts'
import { reported } from '@/lib/spend/reported.ts'
import { instant, usageDays, usageSums } from '@/lib/spend/usage-rows.ts'
import { costColumns } from '@/lib/spend/where.ts'

/** One workload on one machine and day: what the bill says of it, and what the telemetry does. */
export type WorkloadDayRow = {
  day: Day
  /** Null where telemetry names no machine. */
  host: string | null
  currency: string | null
  cost: string | null
  gpuHours: string | null
  gpuHoursIdle: string | null
  held: string | null
  idle: string | null
  measured: string | null
  utilisation: number | null
  tokensIn: string | null
  tokensOut: string | null
  people: string[]
  states: string[]
  firstStart: string | null
  lastEnd: string | null
}

/** The days of the workload `params.workload` of the kind `params.kind`, by day and machine. Throws bad_request without a workload. */
export async function workloadDays(
  scope: Scope,
  filter: SpendFilter,
  params: MetricParams = {},
): Promise<WorkloadDayRow[]> {
  const { workload, kind } = params
  if (!workload || workload.includes('\0')) throw new AppError('bad_request', 'Which workload? Name it: workload=NAME.')
  const { cost } = costColumns(filter.basis)
  const isIt = (table: Prisma.Sql) =>
    Prisma.sql`${table}.workload = ${workload} and (${kind ?? null}::text is null or ${table}.workload_kind = ${kind ?? null})`
  const parts = Prisma.sql`
    select p.day, p.meter_id, p.usage_state, p.gpu_hours, p.currency as own_currency, p.${cost} as own_cost
    ${sharedPortions(scope, filter, true)} and ${isIt(Prisma.sql`p`)}`
  return db().$queryRaw<WorkloadDayRow[]>(Prisma.sql`
    with paid as (
      select r.day, m.host, r.currency, sum(r.cost) as cost, sum(r.gpu_hours) as gpu_hours,
        sum(r.gpu_hours) filter (where r.usage_state = 'held-idle') as idle
      from ${reported(filter, parts)} r
      join meter m on m.id = r.meter_id
      group by 1, 2, 3
    ),
    seen as (
      select s.day, coalesce(s.host, s.resource) as host, ${usageSums}, trim_scale(sum(s.tokens_in))::text as tokens_in,
        trim_scale(sum(s.tokens_out))::text as tokens_out,
        coalesce(array_agg(distinct s.person) filter (where s.person is not null), '{}') as people,
        coalesce(array_agg(distinct s.state) filter (where s.state is not null), '{}') as states,
        min(s.first_start) as first_start, max(s.last_end) as last_end
      from (select u.* ${usageDays(scope, filter)} and ${isIt(Prisma.sql`u`)}) s
      group by 1, 2
    )
    select coalesce(p.day, s.day)::text as "day", coalesce(p.host, s.host) as "host", p.currency as "currency",
      trim_scale(p.cost)::text as "cost", trim_scale(p.gpu_hours)::text as "gpuHours", trim_scale(p.idle)::text as "gpuHoursIdle",
      s."held", s."idle", s."measured", s."utilisation", s.tokens_in as "tokensIn", s.tokens_out as "tokensOut",
      coalesce(s.people, '{}') as "people", coalesce(s.states, '{}') as "states",
      ${instant(Prisma.sql`s.first_start`)} as "firstStart", ${instant(Prisma.sql`s.last_end`)} as "lastEnd"
    from paid p
    full join seen s on s.day = p.day and s.host = p.host
    order by 1, p.cost desc nulls last, 2, 3`)
}
