import type { Scope } from '@/lib/auth/scope.ts'
import type { RateTerms } from '@/lib/core/rate-terms.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'
import type { ChargeRow } from '@/lib/spend/charges.ts'
import { ratedJoin, ratedJson } from '@/lib/spend/charges.ts'
import { gpuHoursOf } from '@/lib/spend/meter-days.ts'
import { scopeWhere } from '@/lib/spend/where.ts'

/** Everything that a bill says about a meter, and what it was attributed to and by what. */
export type MeterLabels = {
  meterId: string
  provider: string
  billingAccountId: string
  subAccountId: string | null
  service: string | null
  serviceCategory: string | null
  region: string | null
  resourceId: string | null
  resourceName: string | null
  resourceType: string | null
  skuId: string | null
  skuMeter: string | null
  skuDetail: string | null
  operation: string | null
  instanceType: string | null
  chargeCategory: string
  chargeClass: string | null
  providerChargeType: string | null
  pricingCategory: string | null
  commitmentId: string | null
  commitmentStatus: string | null
  unit: string | null
  currency: string
  tags: Record<string, string>
  team: string | null
  project: string | null
  model: string | null
  environment: string | null
  /** Which rule or tag key gave each of the four. */
  attributedBy: Record<string, string>
  gpuClass: string | null
  gpuCount: string | null
  gpuRule: string | null
  gpuEvidence: string | null
}

/** Where a charge is kept: the version of a slice, the ordinal of the file in its import, the row as a spreadsheet counts. */
export type ChargePlace = { versionId: number; file: number; row: number }

/** One charge with its meter and the import it came with; `live` is false once another version took its place. */
export type ChargeDetail = {
  charge: ChargeRow
  meter: MeterLabels
  import: { id: number; label: string; format: string | null }
  slice: { provider: string; billingAccountId: string; billingPeriod: string; version: number }
  live: boolean
  /** The rate behind `charge.rated`, as it stands on its card. */
  rate: ChargeRate | null
}

/** A rate card's line. */
export type ChargeRate = { id: number; importId: number | null } & Omit<RateTerms, 'provider'>

const labels = Prisma.sql`
  m.id::text as "meterId", m.provider as "provider", m.billing_account_id as "billingAccountId",
  m.sub_account_id as "subAccountId", m.service_name as "service", m.service_category as "serviceCategory",
  m.region_id as "region", m.resource_id as "resourceId", m.resource_name as "resourceName",
  m.resource_type as "resourceType", m.sku_id as "skuId", m.sku_meter as "skuMeter", m.sku_detail as "skuDetail",
  m.operation as "operation", m.instance_type as "instanceType", m.charge_category as "chargeCategory",
  m.charge_class as "chargeClass", m.provider_charge_type as "providerChargeType",
  m.pricing_category as "pricingCategory", m.commitment_id as "commitmentId",
  m.commitment_status as "commitmentStatus", m.consumed_unit as "unit", m.currency as "currency", m.tags as "tags",
  m.team as "team", m.project as "project", m.model as "model", m.environment as "environment",
  m.attributed_by as "attributedBy", m.gpu_class as "gpuClass", trim_scale(m.gpu_count)::text as "gpuCount",
  m.gpu_rule as "gpuRule", m.gpu_evidence as "gpuEvidence"`

/** The labels of a meter, or null where there is none or the scope may not see it. */
export async function meterLabels(scope: Scope, meterId: string): Promise<MeterLabels | null> {
  const rows = await db().$queryRaw<MeterLabels[]>(Prisma.sql`
    select ${labels}
    from meter m
    join spend_group g on g.id = m.group_id
    where m.id = ${meterId}::uuid and ${scopeWhere(scope)}`)
  return rows[0] ?? null
}

/** A published charge by its place, or null where there is none or the scope may not see it. */
export async function chargeDetail(scope: Scope, place: ChargePlace): Promise<ChargeDetail | null> {
  const rows = await db().$queryRaw<ChargeDetail[]>(Prisma.sql`
    with found as (
      select c.*, v.import_id, v.slice_id, v.version
      from charge c
      join slice_version v on v.id = c.version_id
      where c.version_id = ${place.versionId} and c.file = ${place.file} and c.row = ${place.row}
        and v.published_at is not null
    ),
    labelled as (
      select ${labels}
      from found f
      join meter m on m.id = f.meter_id
      join spend_group g on g.id = m.group_id
      where ${scopeWhere(scope)}
    ),
    charged as (
      select f.version_id as "versionId", f.import_id as "importId", f.file as "file",
        i.name as "fileName", f.row as "row",
        to_char(f.charge_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "start",
        to_char(f.charge_end at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "end",
        trim_scale(f.billed)::text as "billed", trim_scale(f.effective)::text as "effective",
        trim_scale(f.list)::text as "list", trim_scale(f.contracted)::text as "contracted",
        trim_scale(f.quantity)::text as "quantity", m.consumed_unit as "unit",
        trim_scale(${gpuHoursOf(Prisma.sql`f.quantity`)})::text as "gpuHours", m.currency as "currency", ${ratedJson(Prisma.sql`f`)} as "rated"
      from found f
      join meter m on m.id = f.meter_id
      ${ratedJoin(Prisma.sql`f`)}
      left join import_file i on i.import_id = f.import_id and i.ordinal = f.file
    )
    select to_jsonb(charged) as "charge", to_jsonb(labelled) as "meter",
      jsonb_build_object('id', i.id, 'label', i.label, 'format', i.format) as "import",
      jsonb_build_object('provider', s.provider, 'billingAccountId', s.billing_account_id,
        'billingPeriod', s.billing_period, 'version', f.version) as "slice",
      s.live_version_id = f.version_id as "live",
      (select jsonb_build_object('id', r.id, 'importId', r.import_id, 'skuId', r.sku_id, 'gpuClass', r.gpu_class, 'regionId', r.region_id,
        'pricingCategory', r.pricing_category, 'unit', r.unit, 'price', trim_scale(r.price)::text, 'currency', r.currency,
        'validFrom', r.valid_from, 'validTo', r.valid_to, 'source', r.source)
       from rate r where r.id = (charged.rated ->> 'rateId')::int) as "rate"
    from found f
    join import i on i.id = f.import_id
    join slice s on s.id = f.slice_id
    cross join charged
    cross join labelled`)
  return rows[0] ?? null
}
