import type { AwsRow } from '@/lib/sample/aws/columns.ts'
import type { AwsMetered } from '@/lib/sample/aws/metered-shapes.ts'
import { awsRegions } from '@/lib/sample/aws/places.ts'
import { accountColumns, billColumns, costColumns, tagColumn, timeColumns, timeOf } from '@/lib/sample/aws/row.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import { decimal, times, toText } from '@/lib/sample/decimal.ts'
import { meteredQuantity } from '@/lib/sample/metered.ts'
import { hexId } from '@/lib/sample/noise.ts'
import { tagsOf } from '@/lib/sample/world.ts'

const known = new Map<string, AwsRow>()

function fixedColumns(meter: AwsMetered): AwsRow {
  const hit = known.get(meter.id)
  if (hit) return hit
  const place = awsRegions[meter.region]
  const usageType = meter.productCode === 'AmazonBedrock' ? meter.usageType : `${place.prefix}${meter.usageType}`
  const product = { product_name: meter.productName, region: meter.region, product_family: meter.productFamily }
  const volume = /^(ebs|egress) /.test(meter.resource)
  const columns: AwsRow = {
    ...accountColumns(meter.account),
    ...tagColumn(tagsOf(meter.labels, null)),
    line_item_line_item_type: 'Usage',
    line_item_line_item_description: meter.description,
    line_item_operation: meter.operation,
    line_item_product_code: meter.productCode,
    line_item_resource_id: volume
      ? `${meter.resource.startsWith('ebs') ? 'vol' : 'i'}-0${hexId(meter.resource, 16)}`
      : meter.resource,
    line_item_usage_type: usageType,
    pricing_public_on_demand_rate: meter.rate,
    pricing_term: 'OnDemand',
    pricing_unit: meter.unit,
    product: JSON.stringify(product),
    product_location: place.location,
    product_location_type: 'AWS Region',
    product_operation: meter.operation,
    product_product_family: meter.productFamily,
    product_region_code: meter.region,
    product_servicecode: meter.productCode,
    product_sku: hexId(`aws sku ${meter.id}`, 16).toUpperCase(),
    product_usagetype: usageType,
  }
  known.set(meter.id, columns)
  return columns
}

/** The line item of a service on a day. */
export function serviceRow(meter: AwsMetered, day: SampleDay, ctx: SampleContext): AwsRow {
  const quantity = meteredQuantity(meter, day, ctx.noise)
  const rate = decimal(meter.rate)
  return {
    ...billColumns(day.month),
    ...fixedColumns(meter),
    ...timeColumns(timeOf(day.date, day.next, 0), timeOf(day.date, day.next, 24), `${meter.id} ${day.date}`),
    ...costColumns(quantity, rate),
    pricing_public_on_demand_cost: toText(times(quantity, rate)),
  }
}
