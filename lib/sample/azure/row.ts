import { addDays, addMonths } from '@/lib/core/period.ts'
import type { AzureRow } from '@/lib/sample/azure/columns.ts'
import type { AzureSubscription } from '@/lib/sample/azure/places.ts'
import { azureEnrollment, azureSubscriptions } from '@/lib/sample/azure/places.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { times, toText } from '@/lib/sample/decimal.ts'
import { guid, hexId } from '@/lib/sample/noise.ts'
import type { Tags } from '@/lib/sample/world.ts'

/** `MM/DD/YYYY` */
export function usDate(day: string): string {
  return `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`
}

/** The enrolment, the billing period (its end is inclusive) and the day. */
export function periodColumns(date: string): AzureRow {
  const first = `${date.slice(0, 7)}-01`
  return {
    BillingAccountId: azureEnrollment.id,
    BillingAccountName: azureEnrollment.name,
    BillingProfileId: azureEnrollment.id,
    BillingProfileName: azureEnrollment.name,
    BillingPeriodStartDate: usDate(first),
    BillingPeriodEndDate: usDate(addDays(addMonths(first, 1), -1)),
    Date: usDate(date),
    BillingCurrency: 'USD',
    IsAzureCreditEligible: 'True',
    OfferId: 'MS-AZR-0017P',
  }
}

export function subscriptionColumns(key: AzureSubscription): AzureRow {
  const { id, name, costCenter } = azureSubscriptions[key]
  return {
    SubscriptionId: id,
    SubscriptionName: name,
    AccountName: 'Northwind Cloud',
    AccountOwnerId: 'cloud@northwind-ai.example',
    InvoiceSection: 'Northwind AI',
    CostCenter: costCenter,
  }
}

/** The resource group of a subscription, the resource's full id and its name. */
export function resourceColumns(key: AzureSubscription, path: string): AzureRow {
  const { id, name } = azureSubscriptions[key]
  const group = `rg-${name}`
  return {
    ResourceGroup: group,
    ResourceId: `/subscriptions/${id}/resourceGroups/${group}/providers/${path}`,
    ResourceName: path.slice(path.lastIndexOf('/') + 1),
  }
}

/** Quantity x effective price = cost, exactly. */
export function priceColumns(quantity: Decimal, effective: Decimal, list: Decimal): AzureRow {
  return {
    Quantity: toText(quantity),
    EffectivePrice: toText(effective),
    Cost: toText(times(quantity, effective)),
    UnitPrice: toText(list),
    PayGPrice: toText(list),
  }
}

export function meterColumns(key: string): AzureRow {
  const part = hexId(`part ${key}`, 8).toUpperCase()
  return { MeterId: guid(`meter ${key}`), PartNumber: `${part.slice(0, 3)}-${part.slice(3)}` }
}

/** EA exports write tags as a JSON object without its braces. */
export function tagColumn(tags: Tags): AzureRow {
  const pairs = Object.entries(tags).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return { Tags: pairs.join(',') }
}
