import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { comparedMeasures } from '@/lib/spend/measures.ts'
import { comparedRows } from '@/lib/spend/rows.ts'

/** One GPU class at one pricing category; 'unknown' is the class of what looks like a GPU and is not in the catalogue. */
export type GpuClassRow = {
  gpuClass: string
  pricingCategory: string | null
  currency: string
  gpuHours: string | null
  previousGpuHours: string | null
  /** GPU hours whose usage state is used. */
  gpuHoursUsed: string | null
  previousGpuHoursUsed: string | null
  cost: string | null
  previousCost: string | null
  charges: number
  missing: number
  previousMissing: number
}

/** Spend and GPU hours by GPU class, pricing category and currency; charges without a GPU are left out. */
export async function gpuClasses(scope: Scope, filter: SpendFilter): Promise<GpuClassRow[]> {
  return db().$queryRaw<GpuClassRow[]>(Prisma.sql`
    select s.gpu_class as "gpuClass", s.pricing_category as "pricingCategory", s.currency as "currency", ${comparedMeasures}
    from ${comparedRows(scope, filter, ['gpu-class', 'pricing-category'])} s
    where s.gpu_class is not null
    group by 1, 2, 3
    order by 3, 1, 2`)
}
