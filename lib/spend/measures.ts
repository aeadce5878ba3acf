import type { SpendFilter } from '@/lib/core/filter.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** A sum as decimal text without trailing zeros, so that equal sums are equal text; null over nothing. */
export function total(expression: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`trim_scale(sum(${expression}))::text`
}

/** The same over the chosen period alone, of rows with the column `past`. */
export function current(expression: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`trim_scale(sum(${expression}) filter (where not s.past))::text`
}

/** The same over the period before it alone. */
export function previous(expression: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`trim_scale(sum(${expression}) filter (where s.past))::text`
}

export const cost = Prisma.sql`s.cost`
export const gpuCost = Prisma.sql`s.gpu_cost`
export const gpuHours = Prisma.sql`s.gpu_hours`
export const gpuHoursUsed = Prisma.sql`s.gpu_hours_used`

/** What every answer says about its rows `s`: cost, GPU hours and those used, charges, and the charges that do not carry the cost. */
export const measures = Prisma.sql`
  ${total(cost)} as "cost",
  ${total(gpuHours)} as "gpuHours",
  ${total(gpuHoursUsed)} as "gpuHoursUsed",
  coalesce(sum(s.charges), 0)::int as "charges",
  coalesce(sum(s.missing), 0)::int as "missing"`

/** The same for rows with the column `past`, beside the previous period's. */
export const comparedMeasures = Prisma.sql`
  ${current(cost)} as "cost",
  ${previous(cost)} as "previousCost",
  ${current(gpuHours)} as "gpuHours",
  ${previous(gpuHours)} as "previousGpuHours",
  ${current(gpuHoursUsed)} as "gpuHoursUsed",
  ${previous(gpuHoursUsed)} as "previousGpuHoursUsed",
  coalesce(sum(s.charges) filter (where not s.past), 0)::int as "charges",
  coalesce(sum(s.missing) filter (where not s.past), 0)::int as "missing",
  coalesce(sum(s.missing) filter (where s.past), 0)::int as "previousMissing"`

/** The bucket of `s.day`, a date, as bucketOf() of lib/core/period.ts names it: weeks by their Monday. */
export function bucket({ grain, period }: SpendFilter): Prisma.Sql {
  if (grain === 'day') return Prisma.sql`s.day`
  if (grain === 'week') return Prisma.sql`date_trunc('week', s.day::timestamp)::date`
  if (grain === 'month') return Prisma.sql`date_trunc('month', s.day::timestamp)::date`
  return Prisma.sql`${period.from}::date`
}
