import type { Scope } from '@/lib/auth/scope.ts'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { sharedPortions } from '@/lib/spend/meter-days.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { costColumns, within } from '@/lib/spend/where.ts'

/** How much of the cost has a value. The whole is all cost for team, project and model, and the GPU cost for the rest. */
export type CoverageRow = {
  dimension: 'gpu-class' | 'team' | 'project' | 'model' | 'utilisation' | 'tokens'
  currency: string
  cost: string | null
  covered: string | null
  /** covered / cost, for display; null without cost. */
  share: number | null
}

/**
 * Idle time counts with its owner here and every currency stays its own, whatever the view. The share of cost that has a class, team, project and model, by currency; of GPU cost, the share whose utilisation was measured (in
 * proportion to the hours measured of each machine and day), and the share of models whose tokens are known in the period.
 */
export async function coverage(scope: Scope, filter: SpendFilter): Promise<CoverageRow[]> {
  const { cost } = costColumns(filter.basis)
  const owned: SpendFilter = { ...filter, idle: 'owner', reportingCurrency: null }
  return db().$queryRaw<CoverageRow[]>(Prisma.sql`
    with counted as (
      select distinct u.model from usage_day u
      where ${within(Prisma.sql`u.day`, filter.period)} and u.model is not null and (u.tokens_in is not null or u.tokens_out is not null)
    ),
    sums as (
      select s.currency, sum(s.cost) as cost, sum(s.gpu_cost) as gpu_cost,
        sum(s.gpu_cost) filter (where s.gpu_class <> ${UNKNOWN_GPU}) as classified,
        sum(s.cost) filter (where s.team is not null) as team,
        sum(s.cost) filter (where s.project is not null) as project,
        sum(s.cost) filter (where s.model is not null) as model,
        sum(s.gpu_cost) filter (where s.model in (select model from counted)) as tokens
      from ${spendRows(scope, owned, ['team', 'project', 'model', 'gpu-class'], 'total')} s
      group by 1
    ),
    measured as (
      select p.currency, sum(p.${cost} * least(1, e.hours / nullif(e.whole, 0))) as cost
      from (select p.* ${sharedPortions(scope, owned)}) p
      join meter m on m.id = p.meter_id
      join lateral (
        select sum(u.measured) as hours, (select h.whole from host_share h where h.host = m.host and h.day = p.day limit 1) as whole
        from usage_day u where u.host = m.host and u.day = p.day
      ) e on e.hours > 0
      where m.gpu_class is not null
      group by 1
    )
    select c.dimension as "dimension", s.currency as "currency", trim_scale(c.cost)::text as "cost",
      case when c.cost is not null then trim_scale(coalesce(c.covered, 0))::text end as "covered",
      (coalesce(c.covered, 0) / nullif(c.cost, 0))::float8 as "share"
    from sums s
    left join measured u on u.currency = s.currency
    cross join lateral (values
      ('gpu-class', s.gpu_cost, s.classified),
      ('team', s.cost, s.team),
      ('project', s.cost, s.project),
      ('model', s.cost, s.model),
      ('utilisation', s.gpu_cost, u.cost),
      ('tokens', s.gpu_cost, s.tokens)
    ) c (dimension, cost, covered)
    order by 2, 1`)
}
