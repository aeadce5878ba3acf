import { plain, requiredColumn } from '@/lib/import/amounts.ts'
import { azureCostColumns, azureCosts, azureUsage, costTypeQuestion } from '@/lib/import/azure-cost-type.ts'
import { currencyQuestion } from '@/lib/import/currency-question.ts'
import type { Amount, BillingFormat, Header, MeterLabels } from '@/lib/import/format.ts'
import { readInstant, readPeriod } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, meterWithCurrency, noLabels, unknownName } from '@/lib/import/label-values.ts'
import { jsonField, parseTags, withColumns } from '@/lib/import/tags.ts'

const dateColumns = ['Date', 'UsageDateTime', 'UsageDate']
const currencyColumns = ['BillingCurrencyCode', 'BillingCurrency', 'Currency']
const layouts = ['month-day-year', 'iso'] as const

// EA, MCA and pay-as-you-go names side by side; case differs even within one file and does not matter.
const labelColumns: Record<string, readonly string[]> = {
  billingAccountId: ['BillingAccountId'],
  billingAccountName: ['BillingAccountName'],
  subscriptionId: ['SubscriptionId', 'SubscriptionGuid'],
  subscriptionName: ['SubscriptionName'],
  resourceId: ['ResourceId'],
  instanceId: ['InstanceId'],
  instanceName: ['InstanceName'],
  resourceName: ['ResourceName'],
  resourceType: ['ResourceType'],
  resourceGroup: ['ResourceGroup', 'ResourceGroupName'],
  location: ['ResourceLocation', 'Location'],
  meterRegion: ['MeterRegion'],
  serviceFamily: ['ServiceFamily'],
  category: ['MeterCategory'],
  subcategory: ['MeterSubCategory'],
  meterName: ['MeterName'],
  meterId: ['MeterId'],
  product: ['ProductName', 'Product'],
  order: ['ProductOrderName'],
  publisher: ['PublisherName'],
  plan: ['PlanName'],
  chargeType: ['ChargeType'],
  pricingModel: ['PricingModel'],
  reservationId: ['ReservationId'],
  benefitId: ['benefitId'],
  unit: ['UnitOfMeasure'],
  currency: currencyColumns,
  details: ['AdditionalInfo'],
  tags: ['Tags'],
  costCenter: ['CostCenter'],
  invoiceSection: ['InvoiceSectionName', 'InvoiceSection'],
}

const chargeCategories: Record<string, MeterLabels['chargeCategory']> = {
  usage: 'Usage',
  unusedreservation: 'Usage',
  unusedsavingsplan: 'Usage',
  purchase: 'Purchase',
  refund: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
}

/** Azure's service families in FOCUS words; the others have no counterpart. */
const serviceCategories: Record<string, string> = {
  'ai + machine learning': 'AI and Machine Learning',
  analytics: 'Analytics',
  compute: 'Compute',
  containers: 'Compute',
  databases: 'Databases',
  'developer tools': 'Developer Tools',
  integration: 'Integration',
  'internet of things': 'Internet of Things',
  'management and governance': 'Management and Governance',
  networking: 'Networking',
  security: 'Security',
  storage: 'Storage',
  web: 'Web',
}

/** A label, unless Azure writes that there is none. */
function stated(raw: RawLabels, ...names: string[]): string | null {
  const named = names.filter((name) => !/^(?:0 )?unassigned$/i.test(raw[name]?.trim() ?? ''))
  return firstOf(raw, ...named)
}

function pricingCategory(raw: RawLabels, category: MeterLabels['chargeCategory']): MeterLabels['pricingCategory'] {
  if (category === 'Purchase') return 'Standard'
  if (category !== 'Usage') return null
  const model = firstOf(raw, 'pricingModel')?.toLowerCase().replace(/\s/g, '') ?? ''
  if (model === 'spot' || /\b(?:spot|low priority)$/i.test(raw.meterName?.trim() ?? '')) return 'Dynamic'
  return commitmentId(raw) !== null || model === 'reservation' || model === 'savingsplan' ? 'Committed' : 'Standard'
}

function commitmentId(raw: RawLabels): string | null {
  const columns = ['benefitId', 'reservationId', 'pricingModel'].some((label) => label in raw)
  const id = columns ? firstOf(raw, 'benefitId', 'reservationId') : jsonField(raw.details ?? null, 'ReservationId')
  return id?.toLowerCase() ?? null
}

/** Azure writes the same resource in different cases; ids compare without case, so they are stored in lower case. */
function resource(raw: RawLabels): Pick<MeterLabels, 'resourceId' | 'resourceName' | 'resourceType'> {
  const id = firstOf(raw, 'resourceId', 'instanceId', 'instanceName')?.toLowerCase() ?? null
  const type = /\/providers\/([^/]+\/[^/]+)\/[^/]/.exec(id ?? '')?.[1]
  return {
    resourceId: id,
    resourceName: firstOf(raw, 'resourceName') ?? id?.split('/').findLast((part) => part !== '') ?? null,
    resourceType: firstOf(raw, 'resourceType')?.toLowerCase() ?? type ?? null,
  }
}

function regionId(raw: RawLabels): string | null {
  const location = stated(raw, 'location', 'meterRegion')
  return location !== null && /^[a-z0-9]+$/i.test(location) ? location.toLowerCase() : location
}

function meter(raw: RawLabels, currency: string): MeterLabels {
  const chargeType = firstOf(raw, 'chargeType')?.toLowerCase() ?? 'usage'
  const category = chargeCategories[chargeType] ?? 'Adjustment'
  const order = chargeType === 'usage' ? null : firstOf(raw, 'order')
  const pricing = pricingCategory(raw, category)
  const unused = chargeType.startsWith('unused')
  return {
    ...noLabels,
    provider: 'azure',
    billingAccountId: firstOf(raw, 'billingAccountId', 'subscriptionId')?.toLowerCase() ?? unknownName,
    billingAccountName: firstOf(raw, 'billingAccountName'),
    subAccountId: firstOf(raw, 'subscriptionId')?.toLowerCase() ?? null,
    subAccountName: firstOf(raw, 'subscriptionName'),
    serviceName: stated(raw, 'category', 'publisher', 'plan'),
    serviceCategory: serviceCategories[firstOf(raw, 'serviceFamily')?.toLowerCase() ?? ''] ?? null,
    regionId: regionId(raw),
    ...resource(raw),
    skuId: firstOf(raw, 'meterId'),
    skuMeter: stated(raw, 'meterName'),
    skuDetail: order ?? stated(raw, 'product', 'subcategory'),
    instanceType: jsonField(raw.details ?? null, 'ServiceType'),
    chargeCategory: category,
    chargeClass: chargeType === 'refund' ? 'Correction' : null,
    providerChargeType: firstOf(raw, 'chargeType'),
    pricingCategory: pricing,
    commitmentId: commitmentId(raw),
    commitmentStatus: unused ? 'Unused' : pricing === 'Committed' ? 'Used' : null,
    consumedUnit: stated(raw, 'unit'),
    currency,
    tags: withColumns(parseTags(raw.tags ?? null), {
      CostCenter: stated(raw, 'costCenter'),
      InvoiceSection: stated(raw, 'invoiceSection'),
      ResourceGroup: stated(raw, 'resourceGroup'),
    }),
  }
}

function quantity(header: Header): Amount | null {
  const column = header.column('Quantity', 'UsageQuantity', 'ConsumedQuantity')
  if (column === null) return null
  return { numbers: [column], sql: (read) => `CASE WHEN ${azureUsage(header)} THEN ${read.text(column)} END` }
}

function variant(header: Header): string {
  if (header.has('PreTaxCost') || !header.has('MeterSubCategory')) return 'Pay-as-you-go'
  return header.has('costInUsd', 'costInPricingCurrency', 'exchangeRatePricingToBilling')
    ? 'Microsoft Customer Agreement'
    : 'Enterprise Agreement'
}

/** Azure cost details: Enterprise Agreement, Microsoft Customer Agreement and pay-as-you-go exports, actual or amortized. */
export const azureCost: BillingFormat = {
  id: 'azure-cost',
  label: 'Azure cost details',
  docs: 'https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields',
  requires: [dateColumns, azureCostColumns, ['MeterCategory']],
  excludes: [],
  questions: (header) => [costTypeQuestion(header), ...(header.has(...currencyColumns) ? [] : [currencyQuestion])],
  plan(header, answers) {
    const labels = findLabels(header, labelColumns)
    const start = readInstant(requiredColumn(header, ...dateColumns), layouts)
    return {
      variant: variant(header),
      labels,
      meter: meterWithCurrency(labels, answers.currency, meter),
      chargeStart: start,
      chargeEnd: null,
      chargeSpan: 'day',
      billingPeriod: readPeriod(header.column('BillingPeriodStartDate'), layouts, start),
      quantity: quantity(header),
      costs: {
        ...azureCosts(header, answers.costType),
        list: plain(header.column('paygCostInBillingCurrency')),
        contracted: null,
      },
      invoiceId: header.column('InvoiceId'),
    }
  },
}
