import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { costColumns, groupWhere, within } from '@/lib/spend/where.ts'

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

/** GPU hours of a quantity `q` of meter `m`, as rebuildDailySpend (lib/attribution/rollup.ts) reckons them a meter and day. */
export function gpuHoursOf(quantity: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when m.gpu_hours_denominator = 1 then ${quantity} * m.gpu_hours_numerator
    else round(${quantity} * m.gpu_hours_numerator / m.gpu_hours_denominator, 12) end`
}

/**
 * Meters behind scope and filter by day, live versions only, as a table expression: meter_id, day, currency, cost (the chosen
 * basis), gpu_hours, quantity, charges, missing.
 */
export function meterDays(scope: Scope, filter: SpendFilter): Prisma.Sql {
  const { cost, missing } = costColumns(filter.basis)
  return Prisma.sql`(
    select d.meter_id, d.day, m.currency, d.${cost} as cost, ${gpuHoursOf(Prisma.sql`d.quantity`)} as gpu_hours,
      d.quantity, d.charges, d.${missing} as missing
    from meter_day d
    join meter m on m.id = d.meter_id
    join spend_group g on g.id = m.group_id
    where d.version_id in (${liveVersions(filter)}) and ${within(Prisma.sql`d.day`, filter.period)}
      and ${groupWhere(scope, filter)}
  )`
}
