import type { SampleDay } from '@/lib/sample/calendar.ts'
import { catalogMachine, catalogOnDemand } from '@/lib/sample/catalog-rates.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, minus, plus, times, toText, zero } from '@/lib/sample/decimal.ts'
import { hoursOf, isHourly, nodeDays, slotsOf } from '@/lib/sample/fleet.ts'
import type { FocusRow } from '@/lib/sample/nebius/columns.ts'
import type { NebiusFleet } from '@/lib/sample/nebius/fleets.ts'
import { reserve } from '@/lib/sample/nebius/fleets.ts'
import { commonColumns, costColumns, eurPerUsd, periodColumns, projectColumns } from '@/lib/sample/nebius/row.ts'
import { hexId } from '@/lib/sample/noise.ts'
import { tagsOf } from '@/lib/sample/world.ts'

/** The columns that name the reserve. */
export const commitmentColumns: FocusRow = {
  CommitmentDiscountCategory: 'Usage',
  CommitmentDiscountId: reserve.id,
  CommitmentDiscountName: reserve.name,
  CommitmentDiscountType: 'Reserve',
  CommitmentDiscountUnit: 'Hours',
}

/** EUR list price of a machine hour. */
function listRate(instanceType: string): Decimal {
  return times(catalogOnDemand('nebius', instanceType), eurPerUsd)
}

/** EUR price of a reserved machine hour. */
export function reserveRate(): Decimal {
  return times(listRate(reserve.instanceType), decimal(reserve.share))
}

function machineColumns(fleet: NebiusFleet): FocusRow {
  const row = catalogMachine('nebius', fleet.instanceType)
  const list = catalogOnDemand('nebius', fleet.instanceType)
  const details = {
    InstanceType: fleet.instanceType,
    GpuCount: Number(row.gpuCount),
    CoreCount: Number(row.vcpus),
    MemorySize: Number(row.memoryGiB),
  }
  return {
    ChargeDescription: `${fleet.text}, ${fleet.instanceType}, hour`,
    ChargeFrequency: 'Usage-Based',
    ConsumedUnit: 'Hours',
    PricingUnit: 'Hours',
    PricingCurrencyListUnitPrice: toText(list),
    PricingCurrencyContractedUnitPrice: toText(list),
    ResourceType: 'Virtual Machine',
    ServiceCategory: 'Compute',
    ServiceName: 'Compute Cloud',
    ServiceSubcategory: 'Virtual Machines',
    SkuId: `sku-${hexId(`nebius ${fleet.instanceType}`, 12)}`,
    SkuPriceId: `price-${hexId(`nebius ${fleet.instanceType} ${fleet.pricing}`, 12)}`,
    SkuMeter: `${fleet.text} machine`,
    SkuPriceDetails: JSON.stringify(details),
  }
}

/** The usage of a fleet on a day, and the part of the reserve that it left unused. */
export function* fleetRows(fleet: NebiusFleet, day: SampleDay, ctx: SampleContext): Generator<FocusRow> {
  const committed = fleet.pricing === 'committed'
  const list = listRate(fleet.instanceType)
  const effective = committed ? reserveRate() : list
  const usdEffective = committed
    ? times(catalogOnDemand('nebius', fleet.instanceType), decimal(reserve.share))
    : catalogOnDemand('nebius', fleet.instanceType)
  const fixed = {
    ...commonColumns(day.month),
    ...projectColumns(fleet.account),
    ...machineColumns(fleet),
    ChargeCategory: 'Usage',
  }
  let used: Decimal = zero
  for (const { node, steps } of nodeDays(fleet, day, ctx.noise)) {
    const name = `${fleet.id}-${node + 1}`
    used = plus(used, hoursOf(steps))
    for (const { hour, hours } of slotsOf(steps, isHourly(fleet, node, day, ctx.scale, ctx.noise))) {
      yield {
        ...fixed,
        ...periodColumns(day.date, day.next, hour),
        ...costColumns(hours, list, effective, committed ? zero : times(hours, effective)),
        PricingCategory: committed ? 'Committed' : 'Standard',
        PricingCurrencyEffectiveCost: toText(times(hours, usdEffective)),
        ConsumedQuantity: toText(hours),
        ResourceId: `computeinstance-e00${hexId(`nebius ${name}`, 14)}`,
        ResourceName: name,
        Tags: JSON.stringify(tagsOf(fleet.labels, fleet.run?.(day) ?? null)),
        ...(committed
          ? { ...commitmentColumns, CommitmentDiscountStatus: 'Used', CommitmentDiscountQuantity: toText(hours) }
          : {}),
      }
    }
  }
  if (!committed || day.ago > reserve.startedAgo) return
  const unused = minus(decimal(String(24 * fleet.nodes)), used)
  if (unused.units === 0n) return
  yield {
    ...fixed,
    ...commitmentColumns,
    ...periodColumns(day.date, day.next, null),
    ...costColumns(unused, effective, effective, zero),
    ChargeDescription: `${reserve.name}, unused`,
    PricingCategory: 'Committed',
    PricingCurrencyEffectiveCost: toText(times(unused, usdEffective)),
    PricingCurrencyListUnitPrice: toText(usdEffective),
    PricingCurrencyContractedUnitPrice: toText(usdEffective),
    CommitmentDiscountStatus: 'Unused',
    CommitmentDiscountQuantity: toText(unused),
    ResourceId: reserve.id,
    ResourceName: reserve.name,
    ResourceType: 'Capacity Block',
    SkuPriceDetails: '',
    Tags: '{}',
  }
}
