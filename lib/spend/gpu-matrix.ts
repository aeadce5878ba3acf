import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { measures } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'

/** One project on one GPU class. */
export type GpuMatrixRow = {
  project: string | null
  gpuClass: string
  currency: string
  gpuHours: string | null
  gpuHoursUsed: string | null
  cost: string | null
  charges: number
  missing: number
}

/** Spend and GPU hours by project, GPU class and currency; charges without a GPU are left out. */
export async function gpuMatrix(scope: Scope, filter: SpendFilter): Promise<GpuMatrixRow[]> {
  return db().$queryRaw<GpuMatrixRow[]>(Prisma.sql`
    select s.project as "project", s.gpu_class as "gpuClass", s.currency as "currency", ${measures}
    from ${spendRows(scope, filter, ['project', 'gpu-class'], 'total')} s
    where s.gpu_class is not null
    group by 1, 2, 3
    order by 3, 1, 2`)
}
