import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { bucket } from '@/lib/spend/measures.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { usageDays } from '@/lib/spend/usage-rows.ts'

/** What a million tokens cost in one bucket. Tokens are null where no telemetry counts them. */
export type UnitCostRow = {
  bucket: Day
  currency: string
  cost: string | null
  missing: number
  tokensIn: string | null
  tokensOut: string | null
  requests: string | null
  /** cost x 10^6 / (tokens in + out): the allocation cost of OpenCost 1.121, idle time included. Null without cost or tokens. */
  costPerMillion: string | null
}

/** All cost behind the filter by bucket of filter.grain beside the tokens of the same teams, projects and models. */
export async function unitCost(scope: Scope, filter: SpendFilter): Promise<UnitCostRow[]> {
  return db().$queryRaw<UnitCostRow[]>(Prisma.sql`
    with costs as (
      select b.bucket, s.currency, sum(s.cost) as cost, coalesce(sum(s.missing), 0)::int as missing
      from ${spendRows(scope, filter, [], filter.grain)} s
      cross join lateral (select ${bucket(filter)} as bucket) b
      group by 1, 2
    ),
    tokens as (
      select b.bucket, sum(s.tokens_in) as tokens_in, sum(s.tokens_out) as tokens_out, sum(s.requests) as requests
      from (select u.day, u.tokens_in, u.tokens_out, u.requests ${usageDays(scope, filter)}) s
      cross join lateral (select ${bucket(filter)} as bucket) b
      where s.tokens_in is not null or s.tokens_out is not null
      group by 1
    )
    select c.bucket::text as "bucket", c.currency as "currency", trim_scale(c.cost)::text as "cost", c.missing as "missing",
      trim_scale(t.tokens_in)::text as "tokensIn", trim_scale(t.tokens_out)::text as "tokensOut",
      trim_scale(t.requests)::text as "requests",
      trim_scale(round(case when c.missing = 0 then c.cost end * 1000000
        / nullif(coalesce(t.tokens_in, 0) + coalesce(t.tokens_out, 0), 0), 12))::text as "costPerMillion"
    from costs c
    left join tokens t on t.bucket = c.bucket
    order by 1, 2`)
}
