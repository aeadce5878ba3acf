import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { instant, usageDays } from '@/lib/spend/usage-rows.ts'

/** A machine of the telemetry that no bill names: its hours are in no figure about money. */
export type UnmatchedHostRow = {
  resource: string
  teams: string[]
  /** GPU hours held; null where the telemetry only measured or counted tokens. */
  held: string | null
  records: number
  /** ISO 8601. */
  firstStart: string
  lastEnd: string
}

/** The machines without a meter in the period, the most hours first. */
export async function unmatchedHosts(scope: Scope, filter: SpendFilter): Promise<UnmatchedHostRow[]> {
  return db().$queryRaw<UnmatchedHostRow[]>(Prisma.sql`
    select u.resource as "resource", coalesce(array_agg(distinct g.team order by g.team) filter (where g.team is not null), '{}') as "teams",
      trim_scale(sum(u.held))::text as "held", sum(u.records)::int as "records",
      ${instant(Prisma.sql`min(u.first_start)`)} as "firstStart", ${instant(Prisma.sql`max(u.last_end)`)} as "lastEnd"
    ${usageDays(scope, filter)} and u.host is null and u.resource is not null
    group by 1
    order by sum(u.held) desc nulls last, 1`)
}
