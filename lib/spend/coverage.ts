import type { Scope } from '@/lib/auth/scope.ts'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { spendRows } from '@/lib/spend/rows.ts'

/** How much of the cost has a value. For gpu-class the whole is the GPU cost, for the others all cost. */
export type CoverageRow = {
  dimension: 'gpu-class' | 'team' | 'project' | 'model'
  currency: string
  cost: string | null
  covered: string | null
  /** covered / cost, for display; null without cost. */
  share: number | null
}

/** The share of cost that has a class, team, project and model, by currency. */
export async function coverage(scope: Scope, filter: SpendFilter): Promise<CoverageRow[]> {
  return db().$queryRaw<CoverageRow[]>(Prisma.sql`
    with sums as (
      select s.currency, sum(s.cost) as cost, sum(s.gpu_cost) as gpu_cost,
        sum(s.gpu_cost) filter (where s.gpu_class <> ${UNKNOWN_GPU}) as classified,
        sum(s.cost) filter (where s.team is not null) as team,
        sum(s.cost) filter (where s.project is not null) as project,
        sum(s.cost) filter (where s.model is not null) as model
      from ${spendRows(scope, filter, ['team', 'project', 'model', 'gpu-class'], 'total')} s
      group by 1
    )
    select c.dimension as "dimension", s.currency as "currency", trim_scale(c.cost)::text as "cost",
      case when c.cost is not null then trim_scale(coalesce(c.covered, 0))::text end as "covered",
      (coalesce(c.covered, 0) / nullif(c.cost, 0))::float8 as "share"
    from sums s
    cross join lateral (values
      ('gpu-class', s.gpu_cost, s.classified),
      ('team', s.cost, s.team),
      ('project', s.cost, s.project),
      ('model', s.cost, s.model)
    ) c (dimension, cost, covered)
    order by 2, 1`)
}
