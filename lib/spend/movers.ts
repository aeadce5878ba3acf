import type { Scope } from '@/lib/auth/scope.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import type { MetricParams } from '@/lib/spend/metric.ts'
import { comparedRows } from '@/lib/spend/rows.ts'
import { dimensionColumn, scopeWhere } from '@/lib/spend/where.ts'

/** A change between the two periods. A period without charges counts as nothing spent. */
export type MoverRow = {
  key: string | null
  /** The team of the key: null where it has none or several. */
  team: string | null
  currency: string
  cost: string | null
  previousCost: string | null
  /** cost - previousCost. */
  change: string
}

const movable: readonly string[] = ['project', 'team'] satisfies DimensionKey[]

/** How many movers each currency lists. */
const LISTED = 20

/**
 * The largest changes by project, or by team with `params.by = 'team'`, up or down, in each currency. What has charges but not one
 * with the chosen cost has no known change and is left out. Throws bad_request for another `by`.
 */
export async function movers(scope: Scope, filter: SpendFilter, params: MetricParams = {}): Promise<MoverRow[]> {
  const by = params.by ?? 'project'
  if (!movable.includes(by)) throw new AppError('bad_request', `Movers are by ${movable.join(' or ')}, not by ${by}.`)
  const key = dimensionColumn(by as DimensionKey)
  return db().$queryRaw<MoverRow[]>(Prisma.sql`
    with sums as (
      select s.${key} as key, s.currency,
        sum(s.cost) filter (where not s.past) as cost, sum(s.cost) filter (where s.past) as previous,
        count(*) filter (where not s.past) as rows, count(*) filter (where s.past) as previous_rows
      from ${comparedRows(scope, { ...filter, compare: true }, [by as DimensionKey])} s
      group by 1, 2
    ),
    changes as (
      select *, coalesce(cost, 0) - coalesce(previous, 0) as change
      from sums
      where (cost is not null or rows = 0) and (previous is not null or previous_rows = 0)
    ),
    ranked as (
      select *, row_number() over (partition by currency order by abs(change) desc, key) as rank
      from changes
      where change <> 0
    )
    select r.key as "key", owner.team as "team", r.currency as "currency", trim_scale(r.cost)::text as "cost",
      trim_scale(r.previous)::text as "previousCost", trim_scale(r.change)::text as "change"
    from ranked r
    cross join lateral (
      select case when count(*) = 1 then min(t.team) end as team
      from (
        select distinct g.team from spend_group g
        where g.${key} = r.key and ${scopeWhere(scope)} and exists (select from daily_spend d where d.group_id = g.id)
      ) t
    ) owner
    where r.rank <= ${LISTED}
    order by r.currency, r.rank`)
}
