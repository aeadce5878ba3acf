import type { Scope } from '@/lib/auth/scope.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Grain, Period } from '@/lib/core/period.ts'
import { addMonths, monthStart, previousPeriod } from '@/lib/core/period.ts'
import { conversionRates } from '@/lib/currency/conversion.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { isRolledUp } from '@/lib/db/rollups.ts'
import { sharedPortions } from '@/lib/spend/meter-days.ts'
import { costColumns, dimensionColumn, dimensionWhere, groupWhere, inIdleMode, within } from '@/lib/spend/where.ts'

/**
 * Spend behind scope and filter as a table expression, from the smallest rollup that can tell: columns day, one for each of
 * `dims` (named as in spend_group), currency, cost (the chosen basis), gpu_cost, gpu_hours, gpu_hours_used, charges, missing; amounts in filter.reportingCurrency where a
 * rate of the month is known. With `grain`
 * month or total, a row may stand for a whole month and day is then its first.
 */
export function spendRows(scope: Scope, filter: SpendFilter, dims: readonly DimensionKey[], grain: Grain): Prisma.Sql {
  const wanted = [...new Set(dims)]
  const rows = ownCurrencyRows(scope, filter, wanted, grain)
  if (filter.reportingCurrency === null) return rows
  const columns = wanted.map((dim) => Prisma.sql`s.${dimensionColumn(dim)},`)
  return Prisma.sql`(
    select s.day, ${columns.length > 0 ? Prisma.join(columns, ' ') : Prisma.empty}
      case when x.rate is null then s.currency else ${filter.reportingCurrency} end as currency,
      case when x.rate is null then s.cost else s.cost * x.rate end as cost,
      case when x.rate is null then s.gpu_cost else s.gpu_cost * x.rate end as gpu_cost,
      s.gpu_hours, s.gpu_hours_used, s.charges, s.missing
    from ${rows} s
    left join ${conversionRates(filter.reportingCurrency, filter.period)} x
      on x.currency = s.currency and x.month = date_trunc('month', s.day::timestamp)::date
  )`
}

/** The same with every amount in the currency of its bill. */
function ownCurrencyRows(scope: Scope, filter: SpendFilter, wanted: DimensionKey[], grain: Grain): Prisma.Sql {
  const concerned = new Set([
    ...wanted,
    ...filter.clauses.map((clause) => clause.dimension),
    ...(scope.teams ? (['team'] as const) : []),
  ])
  if (concerned.has('workload')) return ofWorkloads(scope, filter, wanted)
  const [only = 'team', ...others] = concerned
  if (others.length === 0 && isRolledUp(only)) return ofDimension(scope, filter, only, wanted)
  const { months, edges } =
    grain === 'day' || grain === 'week' ? { months: null, edges: [] } : splitMonths(filter.period)
  if (!months) return Prisma.sql`(${ofGroups(scope, filter, wanted, 'day', filter.period)})`
  const parts = [
    ofGroups(scope, filter, wanted, 'month', months),
    ...edges.map((edge) => ofGroups(scope, filter, wanted, 'day', edge)),
  ]
  return Prisma.sql`(${Prisma.join(parts, ' union all ')})`
}

/**
 * The rows of the period and, unless the filter says not to compare, of the previous one, told apart by the column `past`.
 */
export function comparedRows(scope: Scope, filter: SpendFilter, dims: readonly DimensionKey[]): Prisma.Sql {
  const now = Prisma.sql`select false as past, s.* from ${spendRows(scope, filter, dims, 'total')} s`
  if (!filter.compare) return Prisma.sql`(${now})`
  const before = { ...filter, period: previousPeriod(filter.period) }
  return Prisma.sql`(${now} union all select true, s.* from ${spendRows(scope, before, dims, 'total')} s)`
}

/** The whole months in a period, if it has any, and the days before and after them. */
export function splitMonths(period: Period): { months: Period | null; edges: Period[] } {
  const first = monthStart(period.from) === period.from ? period.from : addMonths(period.from, 1)
  const last = monthStart(period.to)
  if (first >= last) return { months: null, edges: [period] }
  const edges = [
    { from: period.from, to: first },
    { from: last, to: period.to },
  ]
  return { months: { from: first, to: last }, edges: edges.filter((edge) => edge.from < edge.to) }
}

function ofDimension(scope: Scope, filter: SpendFilter, key: DimensionKey, wanted: DimensionKey[]): Prisma.Sql {
  const { cost, gpuCost, missing } = costColumns(filter.basis)
  const value = wanted.map((dim) => Prisma.sql`s.value as ${dimensionColumn(dim)},`)[0] ?? Prisma.empty
  return Prisma.sql`(
    select s.day, ${value} s.currency, s.${cost} as cost, s.${gpuCost} as gpu_cost, s.gpu_hours, s.gpu_hours_used, s.charges,
      s.${missing} as missing
    from dimension_spend s
    where s.dimension = ${key} and ${inIdleMode(Prisma.sql`s`, filter)} and ${within(Prisma.sql`s.day`, filter.period)} and ${dimensionWhere(scope, filter)}
  )`
}

/** Workloads are too many for a rollup: the parts of shared meters, and all that has no workload from the rollup. */
function ofWorkloads(scope: Scope, filter: SpendFilter, wanted: DimensionKey[]): Prisma.Sql {
  const { cost, missing } = costColumns(filter.basis)
  const columns = wanted.map((dim) => Prisma.sql`g.${dimensionColumn(dim)},`)
  const measured = (table: Prisma.Sql) => Prisma.sql`
    select ${table}.day, ${columns.length > 0 ? Prisma.join(columns, ' ') : Prisma.empty} g.currency, ${table}.${cost} as cost,
      case when g.gpu_class is not null then ${table}.${cost} end as gpu_cost, ${table}.gpu_hours,
      case when g.usage_state = 'used' then ${table}.gpu_hours end as gpu_hours_used, ${table}.charges, ${table}.${missing} as missing`
  return Prisma.sql`(
    ${measured(Prisma.sql`d`)}
    from daily_spend d
    join (select *, null::text as workload from spend_group) g on g.id = d.group_id
    where not d.is_shared and ${within(Prisma.sql`d.day`, filter.period)} and ${groupWhere(scope, filter)}
    union all
    ${measured(Prisma.sql`p`)}
    ${sharedPortions(scope, filter, true)}
  )`
}

function ofGroups(
  scope: Scope,
  filter: SpendFilter,
  wanted: DimensionKey[],
  unit: 'day' | 'month',
  period: Period,
): Prisma.Sql {
  const { cost, missing } = costColumns(filter.basis)
  const columns = wanted.map((dim) => Prisma.sql`g.${dimensionColumn(dim)},`)
  const [table, day] =
    unit === 'day' ? [Prisma.sql`daily_spend`, Prisma.sql`d.day`] : [Prisma.sql`month_spend`, Prisma.sql`d.month`]
  return Prisma.sql`
    select ${day} as day, ${columns.length > 0 ? Prisma.join(columns, ' ') : Prisma.empty} g.currency, d.${cost} as cost,
      case when g.gpu_class is not null then d.${cost} end as gpu_cost, d.gpu_hours,
      case when g.usage_state = 'used' then d.gpu_hours end as gpu_hours_used, d.charges, d.${missing} as missing
    from ${table} d
    join spend_group g on g.id = d.group_id
    where ${inIdleMode(Prisma.sql`d`, filter)} and ${within(day, period)} and ${groupWhere(scope, filter)}`
}
