import type { Scope } from '@/lib/auth/scope.ts'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimension } from '@/lib/core/dimensions.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { Clause, SpendFilter } from '@/lib/core/filter.ts'
import { idleModeNumber } from '@/lib/core/idle-mode.ts'
import type { Period } from '@/lib/core/period.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** The columns of one cost basis: its sum, the part of it on GPUs, and the charges that do not carry it. */
const columnsOf: Record<CostBasis, { cost: Prisma.Sql; gpuCost: Prisma.Sql; missing: Prisma.Sql }> = {
  effective: basisColumns('effective'),
  billed: basisColumns('billed'),
  list: basisColumns('list'),
  contracted: basisColumns('contracted'),
}

function basisColumns(basis: CostBasis) {
  return { cost: Prisma.raw(basis), gpuCost: Prisma.raw(`gpu_${basis}`), missing: Prisma.raw(`no_${basis}`) }
}

/** The columns of the chosen basis, from the closed set; throws AppError bad_request for any other text. */
export function costColumns(basis: CostBasis) {
  if (!Object.hasOwn(columnsOf, basis)) throw new AppError('bad_request', `There is no cost basis ${basis}.`)
  return columnsOf[basis]
}

/** The column of a dimension, from the closed registry; throws AppError bad_request for any other text. */
export function dimensionColumn(key: DimensionKey): Prisma.Sql {
  const found = dimension(key)
  if (!found) throw new AppError('bad_request', `There is no dimension ${key}.`)
  return Prisma.raw(found.column)
}

/** Days of the period, half-open, in `column`. */
export function within(column: Prisma.Sql, period: Period): Prisma.Sql {
  return Prisma.sql`${column} >= ${period.from}::date and ${column} < ${period.to}::date`
}

/** The rows of `table` that count in the filter's idle mode. */
export function inIdleMode(table: Prisma.Sql, { idle }: Pick<SpendFilter, 'idle'>): Prisma.Sql {
  return Prisma.sql`${table}.idle_mode in (0, ${Prisma.raw(String(idleModeNumber[idle]))})`
}

/** What the scope may see and the filter's clauses and currency keep, over `spend_group g`. A scope without teams is FALSE. */
export function groupWhere(scope: Scope, filter: SpendFilter): Prisma.Sql {
  return conditions(scope, filter, Prisma.sql`g`, (key) => Prisma.sql`g.${dimensionColumn(key)}`)
}

/** The same over `dimension_spend s`, where every clause and the scope concern its one dimension. */
export function dimensionWhere(scope: Scope, filter: SpendFilter): Prisma.Sql {
  return conditions(scope, filter, Prisma.sql`s`, () => Prisma.sql`s.value`)
}

function conditions(
  scope: Scope,
  filter: SpendFilter,
  table: Prisma.Sql,
  column: (key: DimensionKey) => Prisma.Sql,
): Prisma.Sql {
  const all = [
    scopeWhere(scope, column('team')),
    ...filter.clauses.map((clause) => condition(clause, column(clause.dimension))),
    ...(filter.currency ? [Prisma.sql`${table}.currency = ${filter.currency}`] : []),
  ]
  return Prisma.join(all, ' and ')
}

/** What the scope may see, by the column that holds the team. */
export function scopeWhere({ teams }: Scope, team: Prisma.Sql = Prisma.sql`g.team`): Prisma.Sql {
  if (teams === null) return Prisma.sql`true`
  return teams.length > 0 ? Prisma.sql`${team} = any(${[...teams]}::text[])` : Prisma.sql`false`
}

/** A clause and its negation split any rows in two: absence counts as a value of its own. */
function condition({ negated, values }: Clause, column: Prisma.Sql): Prisma.Sql {
  const named = values.filter((value) => value !== null)
  const absent = values.includes(null)
  if (!negated) {
    const isNamed = Prisma.sql`${column} = any(${named}::text[])`
    return absent ? Prisma.sql`(${isNamed} or ${column} is null)` : isNamed
  }
  const isOther = Prisma.sql`${column} <> all(${named}::text[])`
  return absent ? Prisma.sql`(${isOther} and ${column} is not null)` : Prisma.sql`(${isOther} or ${column} is null)`
}
