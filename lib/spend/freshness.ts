import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { scopeWhere } from '@/lib/spend/where.ts'

/** What data there is, of what the scope may see. The filter does not matter. */
export type Freshness = {
  firstDay: Day | null
  /** The first day without data; null when there is none at all. */
  asOf: Day | null
  currencies: string[]
  /** Imports that something live comes from, whoever may see it. */
  imports: number
  hasSample: boolean
}

const liveImports = Prisma.sql`import i
  join slice_version v on v.import_id = i.id
  join slice l on l.live_version_id = v.id`

/** From where to where there is data, in which currencies and from how many imports. */
export async function freshness(scope: Scope, _filter?: SpendFilter): Promise<Freshness> {
  const rows = await db().$queryRaw<Freshness[]>(Prisma.sql`
    select min(s.day)::text as "firstDay", (max(s.day) + 1)::text as "asOf",
      coalesce(array_agg(distinct s.currency order by s.currency), '{}'::text[]) as "currencies",
      (select count(distinct i.id)::int from ${liveImports}) as "imports",
      (select coalesce(bool_or(i.is_sample), false) from ${liveImports}) as "hasSample"
    from dimension_spend s
    where s.dimension = 'team' and ${scopeWhere(scope, Prisma.sql`s.value`)}`)
  return rows[0] as Freshness
}
