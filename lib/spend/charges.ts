import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import { gpuHoursOf } from '@/lib/spend/meter-days.ts'
import type { MetricParams } from '@/lib/spend/metric.ts'
import { scopeWhere, within } from '@/lib/spend/where.ts'

/** One row of a bill, and the file and row it came from. start and end are UTC instants, half-open. */
export type ChargeRow = {
  versionId: number
  importId: number
  /** Ordinal of the file in the import. */
  file: number
  fileName: string | null
  /** As a spreadsheet counts: the header is row 1. */
  row: number
  start: string
  end: string
  billed: string | null
  effective: string | null
  list: string | null
  contracted: string | null
  quantity: string | null
  unit: string | null
  gpuHours: string | null
  currency: string
  /** The rate that prices it and what that comes to, where its bill states no cost; null: billed, or no price. */
  rated: RatedCost | null
}

/** A price of one unit of the charge's quantity, from a rate card; `cost` = quantity x price. Decimal text. */
export type RatedCost = { rateId: number; price: string; currency: string; cost: string | null }

/** The rate of the charge `charge` with its meter `m`, as columns of ratedJson. */
export function ratedJoin(charge: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`left join meter_rate r on r.meter_id = m.id
    and (${charge}.charge_start at time zone 'UTC')::date >= r.from_day and (${charge}.charge_start at time zone 'UTC')::date < r.to_day`
}

/** RatedCost as JSON, or null. */
export function ratedJson(charge: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when r.rate_id is not null then jsonb_build_object('rateId', r.rate_id, 'price', trim_scale(r.price)::text,
    'currency', r.currency, 'cost', trim_scale(${charge}.quantity * r.price)::text) end`
}

/** What the charges have in common and why they are counted where they are. */
export type ChargedMeter = {
  meterId: string
  tags: Record<string, string>
  /** Which rule or tag key gave team, project, model and environment. */
  attributedBy: Record<string, string>
  gpuClass: string | null
  gpuCount: string | null
  gpuRule: string | null
  gpuEvidence: string | null
}

export type ChargeSums = {
  billed: string | null
  effective: string | null
  list: string | null
  contracted: string | null
  quantity: string | null
  gpuHours: string | null
}

/** One page of a meter's charges, in order of time. count and sums are those of all pages. */
export type Charges = {
  meter: ChargedMeter
  currency: string
  rows: ChargeRow[]
  page: number
  pageSize: number
  count: number
  sums: ChargeSums
}

const PAGE_SIZE = 100
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The live charges of the meter `params.meter` that start in the period, page `params.page` (from 1). Of the filter only the period
 * counts. Throws bad_request for a meter that is no id, not_found for one that the scope may not see.
 */
export async function charges(scope: Scope, filter: SpendFilter, params: MetricParams = {}): Promise<Charges> {
  const id = params.meter ?? ''
  if (!UUID.test(id)) throw new AppError('bad_request', 'Say which meter: its id is a UUID.')
  const page = Math.min(Math.max(Number.parseInt(params.page ?? '', 10) || 1, 1), 1_000_000)
  const found = await db().$queryRaw<(ChargedMeter & { currency: string })[]>(Prisma.sql`
    select m.id::text as "meterId", m.tags as "tags", m.attributed_by as "attributedBy", m.gpu_class as "gpuClass",
      trim_scale(m.gpu_count)::text as "gpuCount", m.gpu_rule as "gpuRule", m.gpu_evidence as "gpuEvidence", m.currency as "currency"
    from meter m
    join spend_group g on g.id = m.group_id
    where m.id = ${id}::uuid and ${scopeWhere(scope)}`)
  if (!found[0]) throw new AppError('not_found', 'There is no such meter.')
  const { currency, ...meter } = found[0]
  const answers = await db().$queryRaw<Pick<Charges, 'rows' | 'count' | 'sums'>[]>(chargesSql(id, filter, page))
  return { meter, currency, page, pageSize: PAGE_SIZE, ...(answers[0] as Pick<Charges, 'rows' | 'count' | 'sums'>) }
}

function chargesSql(meterId: string, { period }: SpendFilter, page: number): Prisma.Sql {
  return Prisma.sql`
    with versions as (
      select distinct v.id, v.import_id
      from meter_day d
      join slice l on l.live_version_id = d.version_id
      join slice_version v on v.id = d.version_id
      where d.meter_id = ${meterId}::uuid and ${within(Prisma.sql`d.day`, period)}
    ),
    found as materialized (
      select v.import_id, c.*
      from versions v
      cross join lateral (
        select * from charge c
        where c.version_id = v.id and c.meter_id = ${meterId}::uuid
          and c.charge_start >= ${period.from}::timestamp at time zone 'UTC'
          and c.charge_start < ${period.to}::timestamp at time zone 'UTC'
      ) c
    ),
    days as (
      select sum(billed) as billed, sum(effective) as effective, sum(list) as list, sum(contracted) as contracted,
        sum(quantity) as quantity
      from found
      group by version_id, (charge_start at time zone 'UTC')::date
    ),
    sums as (
      select trim_scale(sum(d.billed))::text as "billed", trim_scale(sum(d.effective))::text as "effective",
        trim_scale(sum(d.list))::text as "list", trim_scale(sum(d.contracted))::text as "contracted",
        trim_scale(sum(d.quantity))::text as "quantity",
        trim_scale(sum(${gpuHoursOf(Prisma.sql`d.quantity`)}))::text as "gpuHours"
      from days d
      cross join (select * from meter where id = ${meterId}::uuid) m
    ),
    listed as (
      select c.version_id as "versionId", c.import_id as "importId", c.file as "file", f.name as "fileName", c.row as "row",
        to_char(c.charge_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "start",
        to_char(c.charge_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "end",
        trim_scale(c.billed)::text as "billed", trim_scale(c.effective)::text as "effective",
        trim_scale(c.list)::text as "list", trim_scale(c.contracted)::text as "contracted",
        trim_scale(c.quantity)::text as "quantity", m.consumed_unit as "unit",
        trim_scale(${gpuHoursOf(Prisma.sql`c.quantity`)})::text as "gpuHours", m.currency as "currency", ${ratedJson(Prisma.sql`c`)} as "rated"
      from found c
      join meter m on m.id = c.meter_id
      ${ratedJoin(Prisma.sql`c`)}
      left join import_file f on f.import_id = c.import_id and f.ordinal = c.file
      order by c.charge_start, c.version_id, c.file, c.row
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    )
    select
      (select coalesce(jsonb_agg(to_jsonb(listed) order by listed.start, "versionId", file, row), '[]') from listed) as "rows",
      (select count(*)::int from found) as "count",
      (select to_jsonb(sums) from sums) as "sums"`
}
