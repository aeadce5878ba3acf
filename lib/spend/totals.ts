import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { comparedMeasures, current, gpuCost, previous } from '@/lib/spend/measures.ts'
import { comparedRows } from '@/lib/spend/rows.ts'

/** Everything behind the filter, one row a currency. */
export type TotalsRow = {
  currency: string
  cost: string | null
  previousCost: string | null
  gpuHours: string | null
  previousGpuHours: string | null
  /** GPU hours whose usage state is used. */
  gpuHoursUsed: string | null
  previousGpuHoursUsed: string | null
  gpuCost: string | null
  previousGpuCost: string | null
  /** Cost of charges without a team. */
  unallocatedCost: string | null
  previousUnallocatedCost: string | null
  charges: number
  missing: number
  previousMissing: number
}

const withoutTeam = Prisma.sql`case when s.team is null then s.cost end`

/** The sums behind the filter, one row for each currency that has charges in either period. */
export async function totals(scope: Scope, filter: SpendFilter): Promise<TotalsRow[]> {
  return db().$queryRaw<TotalsRow[]>(Prisma.sql`
    select s.currency as "currency", ${comparedMeasures},
      ${current(gpuCost)} as "gpuCost",
      ${previous(gpuCost)} as "previousGpuCost",
      ${current(withoutTeam)} as "unallocatedCost",
      ${previous(withoutTeam)} as "previousUnallocatedCost"
    from ${comparedRows(scope, filter, ['team'])} s
    group by 1
    order by 1`)
}
