import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { bucket, measures } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'

/** Cost and GPU hours of one class in one bucket; the reader divides. */
export type GpuRateRow = {
  bucket: Day
  gpuClass: string
  currency: string
  cost: string | null
  gpuHours: string | null
  gpuHoursUsed: string | null
  charges: number
  missing: number
}

/** Cost and GPU hours by GPU class, bucket of filter.grain and currency; charges without a GPU are left out. */
export async function gpuRate(scope: Scope, filter: SpendFilter): Promise<GpuRateRow[]> {
  return db().$queryRaw<GpuRateRow[]>(Prisma.sql`
    select b.bucket::text as "bucket", s.gpu_class as "gpuClass", s.currency as "currency", ${measures}
    from ${spendRows(scope, filter, ['gpu-class'], filter.grain)} s
    cross join lateral (select ${bucket(filter)} as bucket) b
    where s.gpu_class is not null
    group by b.bucket, 2, 3
    order by b.bucket, 3, 2`)
}
