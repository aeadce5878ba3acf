import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { measures } from '@/lib/spend/measures.ts'
import { meterDays } from '@/lib/spend/meter-days.ts'

/** One meter behind the filter, summed over the period. */
export type MeterRow = {
  meterId: string
  provider: string
  billingAccountId: string
  subAccountId: string | null
  service: string | null
  region: string | null
  resourceId: string | null
  resourceName: string | null
  sku: string | null
  instanceType: string | null
  pricingCategory: string | null
  chargeCategory: string
  currency: string
  team: string | null
  project: string | null
  model: string | null
  environment: string | null
  gpuClass: string | null
  cost: string | null
  gpuHours: string | null
  gpuHoursUsed: string | null
  quantity: string | null
  unit: string | null
  charges: number
  missing: number
  firstDay: Day
  lastDay: Day
}
/** The meters beyond the listed ones: rows + others = total. */
export type OtherMeters = {
  currency: string
  meters: number
  cost: string | null
  gpuHours: string | null
  gpuHoursUsed: string | null
  charges: number
  missing: number
}
export type Meters = { rows: MeterRow[]; count: number; others: OtherMeters[] }

/** How many meters are listed one by one. */
const LISTED = 200

const labels = Prisma.sql`
  m.provider as "provider", m.billing_account_id as "billingAccountId", m.sub_account_id as "subAccountId",
  m.service_name as "service", m.region_id as "region", m.resource_id as "resourceId", m.resource_name as "resourceName",
  coalesce(m.sku_meter, m.sku_id, m.sku_detail) as "sku", m.instance_type as "instanceType",
  m.pricing_category as "pricingCategory", m.charge_category as "chargeCategory", m.currency as "currency",
  m.team as "team", m.project as "project", m.model as "model", m.environment as "environment", m.gpu_class as "gpuClass"`

/**
 * The meters behind the filter: the largest by the size of their cost, each currency in turn because amounts of different
 * currencies do not compare, and the sum of the others, so that rows + others = total.
 */
export async function meters(scope: Scope, filter: SpendFilter): Promise<Meters> {
  const answers = await db().$queryRaw<Meters[]>(Prisma.sql`
    with sums as materialized (
      select d.meter_id, d.currency, sum(d.cost) as cost, sum(d.gpu_hours) as gpu_hours, sum(d.gpu_hours_used) as gpu_hours_used,
        sum(d.quantity) as quantity,
        sum(d.charges) as charges, sum(d.missing) as missing, min(d.day) as first_day, max(d.day) as last_day,
        row_number() over (partition by d.currency order by abs(sum(d.cost)) desc nulls last, d.meter_id) as place
      from ${meterDays(scope, filter)} d
      group by 1, 2
    ),
    ranked as (select *, row_number() over (order by place, currency) as rank from sums),
    listed as (
      select s.meter_id as "meterId", ${labels}, trim_scale(s.cost)::text as "cost",
        trim_scale(s.gpu_hours)::text as "gpuHours", trim_scale(s.gpu_hours_used)::text as "gpuHoursUsed", trim_scale(s.quantity)::text as "quantity", m.consumed_unit as "unit",
        s.charges::int as "charges", s.missing::int as "missing", s.first_day as "firstDay", s.last_day as "lastDay",
        row_number() over (order by s.currency, s.place) as line
      from ranked s
      join meter m on m.id = s.meter_id
      where s.rank <= ${LISTED}
    ),
    others as (
      select s.currency as "currency", count(*)::int as "meters", ${measures}
      from ranked s
      where s.rank > ${LISTED}
      group by 1
    )
    select
      (select coalesce(jsonb_agg(to_jsonb(listed) - 'line' order by line), '[]') from listed) as "rows",
      (select count(*)::int from sums) as "count",
      (select coalesce(jsonb_agg(to_jsonb(others) order by currency), '[]') from others) as "others"`)
  return answers[0] as Meters
}
