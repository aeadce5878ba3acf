import type { SpendFilter } from '@/lib/core/filter.ts'
import { conversionRates } from '@/lib/currency/conversion.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/**
 * A table expression of days in the filter's reporting currency: `rows` has the columns day, own_currency and own_cost, and gains currency and
 * cost. What has no rate in its month stays in its own currency.
 */
export function reported({ reportingCurrency, period }: SpendFilter, rows: Prisma.Sql): Prisma.Sql {
  if (reportingCurrency === null)
    return Prisma.sql`(select r.*, r.own_currency as currency, r.own_cost as cost from (${rows}) r)`
  return Prisma.sql`(
    select r.*, case when x.rate is null then r.own_currency else ${reportingCurrency} end as currency,
      case when x.rate is null then r.own_cost else r.own_cost * x.rate end as cost
    from (${rows}) r
    left join ${conversionRates(reportingCurrency, period)} x
      on x.currency = r.own_currency and x.month = date_trunc('month', r.day::timestamp)::date
  )`
}
