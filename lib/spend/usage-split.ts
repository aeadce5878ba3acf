import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { bucket, measures } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'

/** GPU hours and cost of one class in one state, bucket and currency. */
export type UsageSplitRow = {
  /** used, held-idle, not-held, not-measured or unused. */
  usageState: string
  gpuClass: string | null
  bucket: Day
  currency: string
  cost: string | null
  gpuHours: string | null
  charges: number
  missing: number
}

/**
 * GPU time by what happened to it: hours billed = used + held idle + not held + not measured; unused is the part of a commitment that
 * nobody used and has no hours. What is no GPU is left out. Ordered by bucket.
 */
export async function usageSplit(scope: Scope, filter: SpendFilter): Promise<UsageSplitRow[]> {
  return db().$queryRaw<UsageSplitRow[]>(Prisma.sql`
    select s.usage_state as "usageState", s.gpu_class as "gpuClass", b.bucket::text as "bucket", s.currency as "currency", ${measures}
    from ${spendRows(scope, filter, ['usage-state', 'gpu-class'], filter.grain)} s
    cross join lateral (select ${bucket(filter)} as bucket) b
    where s.usage_state <> 'not-gpu'
    group by 1, 2, b.bucket, 4
    order by b.bucket, 4, 2, 1`)
}
