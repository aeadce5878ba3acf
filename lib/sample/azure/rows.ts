import { catalogRow } from '@/lib/catalog/prices.ts'
import type { AzureLine, AzureRow } from '@/lib/sample/azure/columns.ts'
import type { AzureFleet } from '@/lib/sample/azure/fleets.ts'
import { azureFleets, azureReservation } from '@/lib/sample/azure/fleets.ts'
import type { AzureMetered } from '@/lib/sample/azure/metered-services.ts'
import { azureMetered } from '@/lib/sample/azure/metered-services.ts'
import { azureRegions, isAzureSubscription } from '@/lib/sample/azure/places.ts'
import {
  meterColumns,
  periodColumns,
  priceColumns,
  resourceColumns,
  subscriptionColumns,
  tagColumn,
} from '@/lib/sample/azure/row.ts'
import { azureEffectiveRate, azureOnDemandRate, meterTexts } from '@/lib/sample/azure/sizes.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext, SampleMonth } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, minus, plus, zero } from '@/lib/sample/decimal.ts'
import { hoursOf, nodeDays } from '@/lib/sample/fleet.ts'
import { meteredQuantity } from '@/lib/sample/metered.ts'
import { guid } from '@/lib/sample/noise.ts'
import { tagsOf } from '@/lib/sample/world.ts'

const pricingModels = { 'on-demand': 'OnDemand', spot: 'Spot', reserved: 'Reservation' } as const
const reservationOrder = guid('reservation order')
const reservationId = guid('reservation')

const reservationColumns: AzureRow = {
  ReservationId: reservationId,
  ReservationName: azureReservation.name,
  ProductOrderId: reservationOrder,
  ProductOrderName: `Reserved VM Instance, ${azureReservation.size}, US East, 1 Year`,
  Term: '12',
  benefitId: `/providers/Microsoft.Capacity/reservationOrders/${reservationOrder}/reservations/${reservationId}`,
  benefitName: azureReservation.name,
}

function machineColumns(fleet: AzureFleet): AzureRow {
  const { meterName, subCategory } = meterTexts(fleet.instanceType, fleet.pricing)
  const region = azureRegions[fleet.region] ?? fleet.region
  return {
    ...meterColumns(`${meterName} ${fleet.region}`),
    ServiceFamily: 'Compute',
    MeterCategory: 'Virtual Machines',
    MeterSubCategory: subCategory,
    MeterName: meterName,
    MeterRegion: region,
    Product: `Virtual Machines ${subCategory} - ${meterName} - ${region}`,
    ResourceLocation: fleet.region,
    ConsumedService: 'Microsoft.Compute',
    ServiceInfo2: 'Canonical',
    UnitOfMeasure: '1 Hour',
    PublisherName: 'Microsoft',
    PublisherType: 'Azure',
    Frequency: 'UsageBased',
    PricingModel: pricingModels[fleet.pricing],
    ...(fleet.pricing === 'reserved' ? reservationColumns : {}),
  }
}

function* fleetRows(fleet: AzureFleet, day: SampleDay, ctx: SampleContext): Generator<AzureRow> {
  const { account, instanceType, pricing } = fleet
  if (!isAzureSubscription(account)) throw new Error(`no such subscription: ${account}`)
  const effective = azureEffectiveRate(instanceType, pricing)
  const list = azureOnDemandRate(instanceType)
  const fixed = { ...periodColumns(day.date), ...machineColumns(fleet), ...subscriptionColumns(account) }
  const tags = tagColumn(tagsOf(fleet.labels, fleet.run?.(day) ?? null))
  let used: Decimal = zero
  for (const { node, steps } of nodeDays(fleet, day, ctx.noise)) {
    const name = `${fleet.id}-${node + 1}`
    const hours = hoursOf(steps)
    used = plus(used, hours)
    const info = {
      UsageType: 'ComputeHR',
      ImageType: 'Canonical',
      ServiceType: instanceType,
      VMName: name,
      VCPUs: Number(catalogRow('azure', instanceType)?.vcpus ?? 16),
      ...(pricing === 'reserved' ? { ReservationOrderId: reservationOrder, ReservationId: reservationId } : {}),
    }
    yield {
      ...fixed,
      ...tags,
      ...resourceColumns(account, `Microsoft.Compute/virtualMachines/${name}`),
      ...priceColumns(hours, effective, list),
      AdditionalInfo: JSON.stringify(info),
      ChargeType: 'Usage',
    }
  }
  if (pricing !== 'reserved') return
  const unused = minus(decimal(String(24 * fleet.nodes)), used)
  if (unused.units === 0n) return
  yield {
    ...fixed,
    ...priceColumns(unused, effective, list),
    AdditionalInfo: JSON.stringify({ UsageType: 'ComputeHR', ServiceType: instanceType, ReservationId: reservationId }),
    ChargeType: 'UnusedReservation',
  }
}

function serviceRow(meter: AzureMetered, day: SampleDay, ctx: SampleContext): AzureRow {
  const rate = decimal(meter.rate)
  return {
    ...periodColumns(day.date),
    ...subscriptionColumns(meter.subscription),
    ...meterColumns(meter.id),
    ...resourceColumns(meter.subscription, meter.resource),
    ...priceColumns(meteredQuantity(meter, day, ctx.noise), rate, rate),
    ...tagColumn(tagsOf(meter.labels, null)),
    ServiceFamily: meter.family,
    MeterCategory: meter.category,
    MeterSubCategory: meter.subCategory,
    MeterName: meter.meter,
    MeterRegion: azureRegions[meter.region] ?? meter.region,
    Product: meter.product,
    ResourceLocation: meter.region,
    ConsumedService: meter.consumedService,
    UnitOfMeasure: meter.unit,
    PublisherName: 'Microsoft',
    PublisherType: 'Azure',
    Frequency: 'UsageBased',
    ChargeType: 'Usage',
    PricingModel: 'OnDemand',
  }
}

/** Every row of a month's amortized cost details; Azure's rows are always whole days. */
export function* azureRows(month: SampleMonth, ctx: SampleContext): Generator<AzureLine> {
  for (const day of month.days) {
    for (const fleet of azureFleets) for (const row of fleetRows(fleet, day, ctx)) yield [row]
    for (const meter of azureMetered) yield [serviceRow(meter, day, ctx)]
  }
}
