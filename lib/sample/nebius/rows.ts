import type { SampleDay } from '@/lib/sample/calendar.ts'
import { catalogOnDemand } from '@/lib/sample/catalog-rates.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import { billedSpan } from '@/lib/sample/context.ts'
import { decimal, times, toText, zero } from '@/lib/sample/decimal.ts'
import { meteredQuantity } from '@/lib/sample/metered.ts'
import type { FocusLine, FocusRow } from '@/lib/sample/nebius/columns.ts'
import type { NebiusMetered } from '@/lib/sample/nebius/fleets.ts'
import { nebiusFleets, nebiusMetered, reserve } from '@/lib/sample/nebius/fleets.ts'
import { commitmentColumns, fleetRows, reserveRate } from '@/lib/sample/nebius/machine-rows.ts'
import { commonColumns, costColumns, periodColumns, projectColumns } from '@/lib/sample/nebius/row.ts'
import { hexId } from '@/lib/sample/noise.ts'
import { tagsOf } from '@/lib/sample/world.ts'

/** The reserve's fee for the days of a month on which it ran; its effective cost is on the usage it covers. */
function* purchaseRow(month: SampleMonth): Generator<FocusRow> {
  const days = month.days.filter((day) => day.ago <= reserve.startedAgo)
  const first = days[0]
  if (!first) return
  const hours = decimal(String(24 * days.length))
  const rate = reserveRate()
  const usd = toText(times(catalogOnDemand('nebius', reserve.instanceType), decimal(reserve.share)))
  yield {
    ...commonColumns(month.month),
    ...projectColumns('posttrain'),
    ...commitmentColumns,
    ...periodColumns(first.date, billedSpan(month).to, null),
    ...costColumns(hours, rate, zero, times(hours, rate)),
    ChargeCategory: 'Purchase',
    ChargeFrequency: 'Recurring',
    ChargeDescription: `${reserve.name}, fee`,
    CommitmentDiscountQuantity: toText(hours),
    PricingCategory: 'Committed',
    PricingCurrencyListUnitPrice: usd,
    PricingCurrencyContractedUnitPrice: usd,
    PricingCurrencyEffectiveCost: '0',
    PricingUnit: 'Hours',
    ResourceId: reserve.id,
    ResourceName: reserve.name,
    ResourceType: 'Capacity Block',
    ServiceCategory: 'Compute',
    ServiceName: 'Compute Cloud',
    ServiceSubcategory: 'Virtual Machines',
    SkuId: 'sku-h200-reserve-12m',
    SkuPriceId: 'price-h200-reserve-12m',
    Tags: '{}',
  }
}

function serviceRow(meter: NebiusMetered, day: SampleDay, ctx: SampleContext): FocusRow {
  const quantity = meteredQuantity(meter, day, ctx.noise)
  const rate = decimal(meter.rate)
  return {
    ...commonColumns(day.month),
    ...projectColumns(meter.account),
    ...periodColumns(day.date, day.next, null),
    ...costColumns(quantity, rate, rate, times(quantity, rate)),
    PricingCurrency: 'EUR',
    PricingCurrencyListUnitPrice: meter.rate,
    PricingCurrencyContractedUnitPrice: meter.rate,
    PricingCurrencyEffectiveCost: toText(times(quantity, rate)),
    ChargeCategory: 'Usage',
    ChargeDescription: meter.meter,
    ChargeFrequency: 'Usage-Based',
    ConsumedQuantity: toText(quantity),
    ConsumedUnit: meter.unit,
    PricingCategory: 'Standard',
    PricingUnit: meter.unit,
    ResourceId: meter.resource,
    ResourceName: meter.resource,
    ServiceCategory: meter.category,
    ServiceName: meter.service,
    ServiceSubcategory: meter.subcategory,
    SkuId: `sku-${hexId(meter.id, 12)}`,
    SkuPriceId: `price-${hexId(meter.id, 12)}`,
    SkuMeter: meter.meter,
    Tags: JSON.stringify(tagsOf(meter.labels, null)),
  }
}

const grant = { amount: '-2500', ago: 190 }

/** A research grant, once. */
function* creditRow(month: SampleMonth): Generator<FocusRow> {
  const day = month.days.find(({ ago }) => ago === grant.ago)
  if (!day) return
  yield {
    ...commonColumns(month.month),
    ...periodColumns(day.date, day.next, null),
    BilledCost: grant.amount,
    EffectiveCost: grant.amount,
    ListCost: '0',
    ContractedCost: '0',
    PricingCurrency: 'EUR',
    PricingCurrencyEffectiveCost: grant.amount,
    ChargeCategory: 'Credit',
    ChargeFrequency: 'One-Time',
    ChargeDescription: 'Research grant',
    ServiceCategory: 'Other',
    ServiceName: 'Billing',
    ServiceSubcategory: 'Other (Other)',
    Tags: '{}',
  }
}

/** Every row of a month's FOCUS export. */
export function* nebiusRows(month: SampleMonth, ctx: SampleContext): Generator<FocusLine> {
  for (const row of purchaseRow(month)) yield [row]
  for (const row of creditRow(month)) yield [row]
  for (const day of month.days) {
    for (const fleet of nebiusFleets) for (const row of fleetRows(fleet, day, ctx)) yield [row]
    for (const meter of nebiusMetered) yield [serviceRow(meter, day, ctx)]
  }
}
