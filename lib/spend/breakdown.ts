import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { comparedMeasures, current, gpuCost } from '@/lib/spend/measures.ts'
import { comparedRows } from '@/lib/spend/rows.ts'
import { dimensionColumn } from '@/lib/spend/where.ts'

/** Spend of one key beside the period before. previous* are null where nothing was there or compare is off. */
export type BreakdownRow = {
  key: string | null
  currency: string
  cost: string | null
  previousCost: string | null
  gpuHours: string | null
  previousGpuHours: string | null
  /** GPU hours whose usage state is used. */
  gpuHoursUsed: string | null
  previousGpuHoursUsed: string | null
  /** Cost of charges with a GPU class, the unknown one included. */
  gpuCost: string | null
  charges: number
  missing: number
  previousMissing: number
}

/** Spend by filter.group and currency over the whole period, largest first in each currency. */
export async function breakdown(scope: Scope, filter: SpendFilter): Promise<BreakdownRow[]> {
  return db().$queryRaw<BreakdownRow[]>(Prisma.sql`
    select s.${dimensionColumn(filter.group)} as "key", s.currency as "currency", ${comparedMeasures},
      ${current(gpuCost)} as "gpuCost"
    from ${comparedRows(scope, filter, [filter.group])} s
    group by 1, 2
    order by 2, sum(s.cost) filter (where not s.past) desc nulls last, 1`)
}
