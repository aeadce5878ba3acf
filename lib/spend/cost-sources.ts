import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { total } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { dimensionColumn } from '@/lib/spend/where.ts'

/** Money of one key that no bill states: rated by a rate card, of hardware we own, or without a price. */
export type CostSourceRow = {
  key: string | null
  costSource: string
  currency: string
  cost: string | null
  gpuHours: string | null
}

/** By filter.group, source and currency, what is not billed: nothing where everything is. */
export async function costSources(scope: Scope, filter: SpendFilter): Promise<CostSourceRow[]> {
  const notBilled = { dimension: 'cost-source' as const, negated: true, values: ['billed'] }
  const asked = { ...filter, clauses: [...filter.clauses, notBilled] }
  return db().$queryRaw<CostSourceRow[]>(Prisma.sql`
    select s.${dimensionColumn(filter.group)} as "key", s.cost_source as "costSource", s.currency as "currency",
      ${total(Prisma.sql`s.cost`)} as "cost", ${total(Prisma.sql`s.gpu_hours`)} as "gpuHours"
    from ${spendRows(scope, asked, [filter.group, 'cost-source'], 'total')} s
    group by 1, 2, 3
    order by 3, 1, 2`)
}
