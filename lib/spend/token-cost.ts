import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { usageDays } from '@/lib/spend/usage-rows.ts'
import { dimensionColumn } from '@/lib/spend/where.ts'

/** Tokens of one key beside its cost; null where no telemetry counts them. */
export type TokenCostRow = {
  key: string
  /** Null where no bill has the key in the period. */
  currency: string | null
  cost: string | null
  gpuHours: string | null
  missing: number
  tokensIn: string | null
  tokensOut: string | null
  requests: string | null
  /** As in unit-cost. */
  costPerMillion: string | null
}

/** What has a value of filter.group: its cost, the tokens counted for it and what a million of them cost; the largest cost first. */
export async function tokenCost(scope: Scope, filter: SpendFilter): Promise<TokenCostRow[]> {
  const key = dimensionColumn(filter.group)
  return db().$queryRaw<TokenCostRow[]>(Prisma.sql`
    with costs as (
      select s.${key} as key, s.currency, sum(s.cost) as cost, sum(s.gpu_hours) as gpu_hours, coalesce(sum(s.missing), 0)::int as missing
      from ${spendRows(scope, filter, [filter.group], 'total')} s
      where s.${key} is not null
      group by 1, 2
    ),
    tokens as (
      select s.key, sum(s.tokens_in) as tokens_in, sum(s.tokens_out) as tokens_out, sum(s.requests) as requests
      from (select g.${key} as key, u.tokens_in, u.tokens_out, u.requests ${usageDays(scope, filter)}) s
      where s.key is not null and (s.tokens_in is not null or s.tokens_out is not null)
      group by 1
    )
    select coalesce(c.key, t.key) as "key", c.currency as "currency", trim_scale(c.cost)::text as "cost",
      trim_scale(c.gpu_hours)::text as "gpuHours", coalesce(c.missing, 0) as "missing", trim_scale(t.tokens_in)::text as "tokensIn",
      trim_scale(t.tokens_out)::text as "tokensOut", trim_scale(t.requests)::text as "requests",
      trim_scale(round(case when c.missing = 0 then c.cost end * 1000000
        / nullif(coalesce(t.tokens_in, 0) + coalesce(t.tokens_out, 0), 0), 12))::text as "costPerMillion"
    from costs c
    full join tokens t on t.key = c.key
    order by c.cost desc nulls last, 1, 2`)
}
