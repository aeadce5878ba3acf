import type { Period } from '@/lib/core/period.ts'
import { monthStart } from '@/lib/core/period.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** Decimals of a rate that is worked out from others. A stated rate is used as it is stated. */
const DECIMALS = 15
// A factor of 1 that makes Postgres carry the quotient to more decimals than are kept.
const CARRY = `1.${'0'.repeat(DECIMALS + 6)}`

/**
 * Rates into `reporting` for every month that the period touches, as a table expression in parentheses: month date (its first day),
 * currency text, rate numeric (one unit of `currency` is `rate` units of `reporting`), how text, source text, observed_on date. At most one
 * row per month and currency; none where no rate is known, so that this money stays in its own currency. `how` says where a rate comes from,
 * best first: same (the currency itself, rate 1), direct, inverse (1 / rate), cross (over one currency that the same source quotes both in).
 * Inverse and cross rates are rounded to 15 decimals, half away from zero.
 */
export function conversionRates(reporting: string, period: Period): Prisma.Sql {
  const from = monthStart(period.from)
  const within = Prisma.sql`e.month >= ${from}::date and e.month < ${period.to}::date`
  const quotient = Prisma.raw(`round(num * ${CARRY} / den, ${DECIMALS})`)
  return Prisma.sql`(
    with leg as materialized (
      select e.month, e.from_currency as a, e.to_currency as b, e.rate as num, 1::numeric as den, e.source, e.observed_on, 'direct' as how
      from exchange_rate e where ${within}
      union all
      select e.month, e.to_currency, e.from_currency, 1::numeric, e.rate, e.source, e.observed_on, 'inverse'
      from exchange_rate e where ${within}
    ), candidate as (
      select l.month, l.a as currency, l.num, l.den, l.source, l.observed_on, l.how, '' as via
      from leg l where l.b = ${reporting} and l.a <> ${reporting}
      union all
      select l.month, l.a, l.num * r.num, l.den * r.den, l.source, least(l.observed_on, r.observed_on), 'cross', l.b
      from leg l join leg r on r.month = l.month and r.a = l.b and r.source = l.source
      where r.b = ${reporting} and l.a <> ${reporting} and l.b <> ${reporting}
    ), best as (
      select distinct on (month, currency) month, currency, num, den, source, observed_on, how
      from candidate
      order by month, currency, array_position(array['direct', 'inverse', 'cross'], how), observed_on desc, via, source
    ), priced as (
      select month, currency, case when den = 1 then num else ${quotient} end as rate, how, source, observed_on from best
    )
    select month, currency, rate, how, source, observed_on from priced where rate > 0
    union all
    select m::date, ${reporting}::text, 1::numeric, 'same', '', m::date
    from generate_series(${from}::timestamp, ${period.to}::timestamp - interval '1 day', interval '1 month') m
  )`
}
