import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { costColumns, groupWhere, inIdleMode, within } from '@/lib/spend/where.ts'

/** The versions that are live and have a charge in the months of the period: what keeps a drill-down away from the others. */
function liveVersions({ period }: SpendFilter): Prisma.Sql {
  return Prisma.sql`
    select l.live_version_id
    from slice l
    where l.live_version_id is not null and exists (
      select from month_spend p
      where p.slice_id = l.id and p.month >= date_trunc('month', ${period.from}::date::timestamp)::date
        and p.month < ${period.to}::date
    )`
}

/** GPU hours of a quantity of meter `m`, by the database's own function: rollups reckon them so a meter and day. */
export function gpuHoursOf(quantity: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`gpu_hours(${quantity}, m.gpu_hours_numerator, m.gpu_hours_denominator)`
}

/**
 * Meters behind scope and filter by day, live versions only, as a table expression: meter_id, day, currency, cost (the chosen
 * basis), gpu_hours, gpu_hours_used, quantity, charges, missing. Of a shared meter it is the part that the filter keeps.
 */
export function meterDays(scope: Scope, filter: SpendFilter): Prisma.Sql {
  const { cost, missing } = costColumns(filter.basis)
  return Prisma.sql`(
    select d.meter_id, d.day, m.currency, d.${cost} as cost, ${gpuHoursOf(Prisma.sql`d.quantity`)} as gpu_hours,
      null::numeric as gpu_hours_used, d.quantity, d.charges, d.${missing} as missing
    from meter_day d
    join meter m on m.id = d.meter_id and not m.is_shared
    join (select *, null::text as workload from spend_group) g on g.id = m.group_id
    where d.version_id in (${liveVersions(filter)}) and ${within(Prisma.sql`d.day`, filter.period)}
      and ${groupWhere(scope, filter)}
    union all
    select p.meter_id, p.day, p.currency, p.${cost} as cost, p.gpu_hours,
      case when p.usage_state = 'used' then p.gpu_hours end as gpu_hours_used, p.quantity, p.charges, p.${missing} as missing
    ${sharedPortions(scope, filter)}
  )`
}

/** The view of parts to read, and its workload: the one that tells workloads apart only where the filter or the caller asks for them. */
export function portions(filter: SpendFilter, withWorkloads = false): { parts: Prisma.Sql; workload: Prisma.Sql } {
  if (withWorkloads || filter.clauses.some(({ dimension }) => dimension === 'workload'))
    return { parts: Prisma.sql`portion`, workload: Prisma.sql`p.workload` }
  return { parts: Prisma.sql`portion_span`, workload: Prisma.sql`null::text` }
}

/**
 * `from` and `where` of the parts of shared meters behind scope and filter: `p` is a row of the view portion and `g` its dimensions, named
 * as in spend_group.
 */
export function sharedPortions(scope: Scope, filter: SpendFilter, withWorkloads = false): Prisma.Sql {
  const { parts, workload } = portions(filter, withWorkloads)
  return Prisma.sql`
    from ${parts} p
    join spend_group b on b.id = p.group_id
    cross join lateral (
      select p.team, p.project, p.model, p.environment, b.gpu_class, b.provider, b.billing_account_id, b.sub_account_id, b.service,
        b.region, b.pricing_category, b.charge_category, p.currency, p.usage_state, p.cost_source, ${workload} as workload
    ) g
    where p.is_shared and ${inIdleMode(Prisma.sql`p`, filter)} and ${within(Prisma.sql`p.day`, filter.period)}
      and ${groupWhere(scope, filter)}`
}
