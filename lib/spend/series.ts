import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { bucket, measures } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { dimensionColumn } from '@/lib/spend/where.ts'

/** Spend of one key in one bucket and currency. cost null: no charge carries the chosen cost; missing: charges that do not. */
export type SeriesRow = {
  key: string | null
  bucket: Day
  currency: string
  cost: string | null
  gpuHours: string | null
  gpuHoursUsed: string | null
  charges: number
  missing: number
}

/** Spend by filter.group, bucket of filter.grain and currency, ordered by bucket. Buckets without a charge have no row. */
export async function series(scope: Scope, filter: SpendFilter): Promise<SeriesRow[]> {
  return db().$queryRaw<SeriesRow[]>(Prisma.sql`
    select s.${dimensionColumn(filter.group)} as "key", b.bucket::text as "bucket", s.currency as "currency", ${measures}
    from ${spendRows(scope, filter, [filter.group], filter.grain)} s
    cross join lateral (select ${bucket(filter)} as bucket) b
    group by 1, b.bucket, 3
    order by b.bucket, 3, 1`)
}
