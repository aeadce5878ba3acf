import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { ownedUsage } from '@/lib/spend/usage-rows.ts'

/** GPU hours held in one hour of the week, over the whole period. */
export type HeatMapRow = {
  /** 1 is Monday, 7 is Sunday; hours are 0 to 23, UTC. */
  weekday: number
  hour: number
  held: string
  /** The part of held with a utilisation, and the average over it, 0 to 1; null: not measured. */
  measured: string | null
  utilisation: number | null
}

/** An hour's part of a record, and how many GPUs it is about: its hours over its length, else as stated. */
const overlap = Prisma.sql`extract(epoch from least(r.usage_end, h.hour + interval '1 hour') - greatest(r.usage_start, h.hour)) / 3600`
const gpus = Prisma.sql`coalesce(r.gpu_hours * 3600 / nullif(extract(epoch from r.usage_end - r.usage_start), 0), r.gpus)`

/**
 * When GPUs were held and how busy they were then, by weekday and hour in UTC. Records that say no utilisation take that of their machine's
 * measurements in the same hour; a machine that is measured and that nobody is named for counts as held. A record that another import states anew counts once, as the newest published import has it.
 */
export async function heatMap(scope: Scope, filter: SpendFilter): Promise<HeatMapRow[]> {
  const { from, to } = filter.period
  const hours = (which: Prisma.Sql) => Prisma.sql`
    select coalesce(x.host, r.resource) as machine, x.host, h.hour, (h.hour at time zone 'UTC')::date as day, r.team, r.project, r.model, r.workload,
      r.utilisation, ${overlap} * ${gpus} as held
    from live r
    left join usage_host x on x.resource = r.resource
    cross join lateral generate_series(
      greatest(date_trunc('hour', r.usage_start, 'UTC'), ${from}::date::timestamp at time zone 'UTC'),
      least(r.usage_end, ${to}::date::timestamp at time zone 'UTC') - interval '1 millisecond', interval '1 hour'
    ) h (hour)
    where ${which}`
  const holding = Prisma.sql`r.role = 'hold' or not exists (select from live h where h.role = 'hold' and h.resource = r.resource)`
  return db().$queryRaw<HeatMapRow[]>(Prisma.sql`
    with live as materialized (
      select r.*
      from usage_record r
      join import i on i.id = r.import_id and i.state = 'published'
      where r.role in ('hold', 'measure') and r.usage_start < ${to}::date::timestamp at time zone 'UTC'
        and r.usage_end > ${from}::date::timestamp at time zone 'UTC'
        and not exists (
          select from usage_record n
          join import j on j.id = n.import_id and j.state = 'published'
          where n.key = r.key and n.import_id > r.import_id
        )
    ),
    measured as (
      select machine, hour, sum(held * utilisation) / nullif(sum(held), 0) as utilisation
      from (${hours(Prisma.sql`r.role = 'measure'`)}) m
      where utilisation is not null
      group by 1, 2
    ),
    held as (
      select u.machine, u.hour, u.held, coalesce(u.utilisation, m.utilisation) as utilisation
      from (select u.* ${ownedUsage(scope, filter, Prisma.sql`(${hours(holding)})`)}) u
      left join measured m on m.machine = u.machine and m.hour = u.hour
    )
    select extract(isodow from hour at time zone 'UTC')::int as "weekday", extract(hour from hour at time zone 'UTC')::int as "hour",
      trim_scale(round(coalesce(sum(held), 0), 6))::text as "held",
      trim_scale(round(sum(held) filter (where utilisation is not null), 6))::text as "measured",
      (sum(held * utilisation) / nullif(sum(held) filter (where utilisation is not null), 0))::float8 as "utilisation"
    from held
    group by 1, 2
    order by 1, 2`)
}
