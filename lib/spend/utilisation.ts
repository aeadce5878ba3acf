import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { bucket } from '@/lib/spend/measures.ts'
import { usageDays, usageSums } from '@/lib/spend/usage-rows.ts'

/** What telemetry says about the GPU hours held in one bucket: decimal text, null where it says nothing. */
export type UtilisationRow = {
  bucket: Day
  held: string | null
  /** The part of held below the idle threshold. */
  idle: string | null
  /** The part of held that was measured, and the average utilisation of it, 0 to 1. */
  measured: string | null
  utilisation: number | null
}

/** GPU hours held, idle and measured by bucket of filter.grain, from telemetry; hours that no bill has count too. */
export async function utilisation(scope: Scope, filter: SpendFilter): Promise<UtilisationRow[]> {
  return db().$queryRaw<UtilisationRow[]>(Prisma.sql`
    select b.bucket::text as "bucket", ${usageSums}
    from (select u.* ${usageDays(scope, filter)} and u.held is not null) s
    cross join lateral (select ${bucket(filter)} as bucket) b
    group by b.bucket
    order by b.bucket`)
}
