import { catalogRow } from '@/lib/catalog/prices.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { times, toText } from '@/lib/sample/decimal.ts'
import type { GcpRow } from '@/lib/sample/gcp/columns.ts'
import type { GcpProject, GcpRegion } from '@/lib/sample/gcp/places.ts'
import { gcpBillingAccount, gcpProjects, gcpRegions } from '@/lib/sample/gcp/places.ts'
import { hexId } from '@/lib/sample/noise.ts'
import type { Tags } from '@/lib/sample/world.ts'
import { projects } from '@/lib/sample/world.ts'

/** A credit on a row; its amount is negative. */
export type Credit = { name: string; fullName: string; type: string; amount: Decimal }

/** Labels as the JSON array of key and value that BigQuery writes. */
export function labelsJson(tags: Tags): string {
  return JSON.stringify(Object.entries(tags).map(([key, value]) => ({ key, value })))
}

/** JSON numbers are written by hand so that they keep every digit. */
export function creditsJson(credits: Credit[]): string {
  const items = credits.map(({ name, fullName, type, amount }) => {
    const id = JSON.stringify(hexId(`credit ${fullName}`, 16))
    const head = `"name":${JSON.stringify(name)},"amount":${toText(amount)},"full_name":${JSON.stringify(fullName)}`
    return `{${head},"id":${id},"type":${JSON.stringify(type)}}`
  })
  return `[${items.join(',')}]`
}

export function skuId(service: string, sku: string): string {
  const id = hexId(`gcp sku ${service} ${sku}`, 12).toUpperCase()
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`
}

export function projectColumns(key: GcpProject): GcpRow {
  const { id, number, owner } = gcpProjects[key]
  const labels: Tags = owner ? { team: projects[owner].team } : {}
  return {
    billing_account_id: gcpBillingAccount,
    'project.id': id,
    'project.number': number,
    'project.name': id,
    'project.labels': labelsJson(labels),
    'project.ancestry_numbers': `/72215480936/${number}/`,
    currency: 'USD',
    currency_conversion_rate: '1',
    transaction_type: 'GOOGLE',
    seller_name: 'Google',
    tags: '[]',
    cost_type: 'regular',
  }
}

export function placeColumns(region: GcpRegion, zonal: boolean): GcpRow {
  const { country, zone } = gcpRegions[region]
  return {
    'location.location': zonal ? zone : region,
    'location.country': country,
    'location.region': region,
    'location.zone': zonal ? zone : '',
  }
}

/** A charge period, `hour` of the day or the whole day, and the invoice it belongs to. */
export function windowColumns(date: string, next: string, hour: number | null): GcpRow {
  const end = hour === null ? 24 : hour + 1
  return {
    usage_start_time: stamp(date, next, hour ?? 0),
    usage_end_time: stamp(date, next, end),
    export_time: `${next} 09:41:12.206130 UTC`,
    'invoice.month': date.slice(0, 7).replace('-', ''),
  }
}

function stamp(date: string, next: string, hour: number): string {
  return hour === 24 ? `${next} 00:00:00 UTC` : `${date} ${String(hour).padStart(2, '0')}:00:00 UTC`
}

/** The quantity in pricing units and what it costs at a price; list and effective price are the same here. */
export function priceColumns(quantity: Decimal, rate: Decimal, pricingUnit: string): GcpRow {
  const cost = toText(times(quantity, rate))
  return {
    cost,
    cost_at_list: cost,
    'usage.amount_in_pricing_units': toText(quantity),
    'usage.pricing_unit': pricingUnit,
    'price.effective_price': toText(rate),
    'price.tier_start_amount': '0',
    'price.unit': pricingUnit,
    'price.pricing_unit_quantity': '1',
  }
}

/** The machine's type, cores and memory, as Compute Engine labels its rows. */
export function systemLabels(machineType: string): string {
  const row = catalogRow('gcp', machineType)
  const cores = row?.vcpus ?? machineType.split('-')[2] ?? ''
  const memory = row?.memoryGiB ?? String(Number(cores) * 4)
  return labelsJson({
    'compute.googleapis.com/cores': cores,
    'compute.googleapis.com/machine_spec': machineType,
    'compute.googleapis.com/memory': String(Number(memory) * 1024),
  })
}
