import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import { decimal, negated, plus, times, toText, zero } from '@/lib/sample/decimal.ts'
import type { GcpLine, GcpRow } from '@/lib/sample/gcp/columns.ts'
import { commitmentRows, fleetRows, taxRow } from '@/lib/sample/gcp/compute-rows.ts'
import { gcpFleets } from '@/lib/sample/gcp/fleets.ts'
import type { GcpMetered } from '@/lib/sample/gcp/metered-services.ts'
import { gcpMetered, gcpServices } from '@/lib/sample/gcp/metered-services.ts'
import {
  creditsJson,
  labelsJson,
  placeColumns,
  priceColumns,
  projectColumns,
  skuId,
  windowColumns,
} from '@/lib/sample/gcp/row.ts'
import { meteredQuantity } from '@/lib/sample/metered.ts'
import { tagsOf } from '@/lib/sample/world.ts'

/** The row of a service on a day. A promotional credit pays for it in the first weeks. */
function serviceRow(meter: GcpMetered, day: SampleDay, ctx: SampleContext): GcpRow {
  const quantity = meteredQuantity(meter, day, ctx.noise)
  const rate = decimal(meter.rate)
  const service = gcpServices[meter.service]
  const promoted = meter.promotedUntilAgo !== undefined && day.ago >= meter.promotedUntilAgo
  const name = 'Startup program credit'
  const credit = { name, fullName: name, type: 'PROMOTION', amount: negated(times(quantity, rate)) }
  return {
    ...projectColumns(meter.project),
    ...placeColumns(meter.region, false),
    ...windowColumns(day.date, day.next, null),
    ...priceColumns(quantity, rate, meter.pricingUnit),
    'service.id': service.id,
    'service.description': service.name,
    'sku.id': skuId(meter.service, meter.sku),
    'sku.description': meter.sku,
    'usage.amount': toText(times(quantity, decimal(meter.unitsPerPricingUnit))),
    'usage.unit': meter.unit,
    labels: labelsJson(tagsOf(meter.labels, null)),
    system_labels: '[]',
    credits: creditsJson(promoted ? [credit] : []),
    'resource.name': meter.resource,
  }
}

/** Every row of a month's detailed export. */
export function* gcpRows(month: SampleMonth, ctx: SampleContext): Generator<GcpLine> {
  let tokens = zero
  for (const day of month.days) {
    for (const fleet of gcpFleets) yield* fleetRows(fleet, day, ctx)
    for (const row of commitmentRows(day)) yield [row]
    for (const meter of gcpMetered) {
      const row = serviceRow(meter, day, ctx)
      if (meter.service === 'vertex') tokens = plus(tokens, decimal(row.cost ?? '0'))
      yield [row]
    }
  }
  const last = month.days.at(-1)
  if (last) yield [taxRow(last.date, last.next, tokens)]
}
