import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** A machine as the telemetry names it, and which machine of the bills it is; host null: no bill names it. */
export type SeenMachineRow = {
  resource: string
  host: string | null
  /** id, provider-id, name, or rule:<id>. */
  foundBy: string | null
  /** GPU hours held on it over all data; null where it was only measured. */
  held: string | null
  records: number
  firstDay: string | null
  lastDay: string | null
}

/** How many machines are listed. */
const LISTED = 500

/** The machines of the telemetry: those that no bill names first, the most hours first; and how many there are of both. */
export async function listSeenMachines(): Promise<{ rows: SeenMachineRow[]; found: number; unmatched: number }> {
  const rows = await db().$queryRaw<SeenMachineRow[]>(Prisma.sql`
    select h.resource as "resource", h.host as "host", h.found_by as "foundBy", trim_scale(sum(u.held))::text as "held",
      coalesce(sum(u.records), 0)::int as "records", min(u.day)::text as "firstDay", max(u.day)::text as "lastDay"
    from usage_host h
    left join usage_day u on u.resource = h.resource
    group by 1, 2, 3
    order by h.host is not null, sum(u.held) desc nulls last, 1
    limit ${LISTED}`)
  const [counts] = await db().$queryRaw<{ found: number; unmatched: number }[]>(Prisma.sql`
    select count(host)::int as "found", (count(*) - count(host))::int as "unmatched" from usage_host`)
  return { rows, found: counts?.found ?? 0, unmatched: counts?.unmatched ?? 0 }
}
