import type { Scope } from '@/lib/auth/scope.ts'
import { dimension } from '@/lib/core/dimensions.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { measures } from '@/lib/spend/measures.ts'
import type { MetricParams } from '@/lib/spend/metric.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { dimensionColumn } from '@/lib/spend/where.ts'

/** One value of a dimension, with its cost. */
export type ValueRow = { value: string | null; currency: string; cost: string | null; charges: number; missing: number }

/**
 * The values of the dimension `params.dimension` (else filter.group) in the period, largest cost first in each currency. Clauses
 * on that dimension are left out, so that a picker can offer what they exclude. Throws bad_request for an unknown dimension.
 */
export async function values(scope: Scope, filter: SpendFilter, params: MetricParams = {}): Promise<ValueRow[]> {
  const key = dimension(params.dimension ?? filter.group)?.key
  if (!key) throw new AppError('bad_request', `There is no dimension ${params.dimension}.`)
  const others = { ...filter, clauses: filter.clauses.filter((clause) => clause.dimension !== key) }
  return db().$queryRaw<ValueRow[]>(Prisma.sql`
    select s.${dimensionColumn(key)} as "value", s.currency as "currency", ${measures}
    from ${spendRows(scope, others, [key], 'total')} s
    group by 1, 2
    order by 2, sum(s.cost) desc nulls last, 1`)
}
