import { ownedInstanceType } from '@/lib/catalog/match-owned.ts'
import { toCsv } from '@/lib/core/csv.ts'
import type { Day } from '@/lib/core/period.ts'
import { addDays, addMonths } from '@/lib/core/period.ts'
import { decimalOf } from './exact-share.ts'
import type { Component, NodeDay, OwnedTerms } from './owned-cluster.ts'
import { components, nodeDays } from './owned-cluster.ts'

const columns = [
  'BillingAccountId',
  'BillingAccountName',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeFrequency',
  'ChargeDescription',
  'BillingCurrency',
  'BilledCost',
  'EffectiveCost',
  'ContractedCost',
  'ListCost',
  'ConsumedQuantity',
  'ConsumedUnit',
  'PricingCategory',
  'ProviderName',
  'PublisherName',
  'InvoiceIssuerName',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SkuMeter',
  'SkuPriceDetails',
  'InvoiceId',
  'PricingCurrency',
] as const

const meters: Record<Component, string> = {
  hardware: 'Hardware',
  power: 'Power',
  hosting: 'Hosting',
  people: 'People',
}

/**
 * A month of a cluster of our own as a FOCUS 1.2 file, for the days before `until`: a row for each machine, day and component. The hardware row
 * has the 24 hours that the machine was there; a component that costs nothing has no row, the hardware always has one. Pure.
 */
export function ownedFocusFile(terms: OwnedTerms, month: Day, until: Day): string {
  const period = { BillingPeriodStart: instant(month), BillingPeriodEnd: instant(addMonths(month, 1)) }
  const rows = nodeDays(terms, month, until).flatMap((node) =>
    components
      .filter((component) => component === 'hardware' || node.cost[component] > 0n)
      .map((component) => ({ ...period, ...rowOf(terms, node, component) })),
  )
  return toCsv(columns, rows)
}

function rowOf(terms: OwnedTerms, { day, node, group, cost }: NodeDay, component: Component): Record<string, string> {
  const amount = decimalOf(cost[component])
  const details = { InstanceType: ownedInstanceType(group.gpusPerNode, group.gpuClass), GpuCount: group.gpusPerNode }
  return {
    BillingAccountId: terms.name,
    BillingAccountName: terms.name,
    ChargePeriodStart: instant(day),
    ChargePeriodEnd: instant(addDays(day, 1)),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: `${meters[component]} of ${node}`,
    BillingCurrency: terms.currency,
    BilledCost: amount,
    EffectiveCost: amount,
    ContractedCost: amount,
    ...(component === 'hardware' && { ConsumedQuantity: '24', ConsumedUnit: 'Hours' }),
    PricingCategory: 'Standard',
    ProviderName: 'Owned hardware',
    PublisherName: 'Owned hardware',
    InvoiceIssuerName: 'Owned hardware',
    RegionId: terms.region ?? '',
    ResourceId: node,
    ResourceName: node,
    ResourceType: 'Machine',
    ServiceCategory: 'AI and Machine Learning',
    ServiceName: 'Owned cluster',
    SkuId: component,
    SkuMeter: meters[component],
    SkuPriceDetails: JSON.stringify(details),
    PricingCurrency: terms.currency,
  }
}

function instant(day: Day): string {
  return `${day}T00:00:00Z`
}
