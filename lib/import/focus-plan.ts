import { providerSlug } from '@/lib/catalog/provider.ts'
import { NO_CURRENCY } from '@/lib/core/currency-code.ts'
import { plain, requiredColumn } from '@/lib/import/amounts.ts'
import { focusVersion } from '@/lib/import/focus-version.ts'
import type { Amount, FormatPlan, Header, MeterLabels } from '@/lib/import/format.ts'
import { readInstant, readPeriod } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import {
  chargeCategoryOf,
  findLabels,
  firstOf,
  meterWithCurrency,
  noLabels,
  unknownName,
} from '@/lib/import/label-values.ts'
import { jsonField, parseTags, withColumns } from '@/lib/import/tags.ts'

const layouts = ['iso', 'month-day-year'] as const
const consumedQuantity = ['ConsumedQuantity', 'UsageQuantity']
const consumedUnit = ['ConsumedUnit', 'UsageUnit']

// Names of 0.5 and 1.0-preview stand behind those of 1.0; x_ columns are those of the AWS and Microsoft exports.
const labelColumns: Record<string, readonly string[]> = {
  serviceProvider: ['ServiceProviderName'],
  provider: ['ProviderName', 'Provider'],
  publisher: ['PublisherName', 'Publisher'],
  invoiceIssuer: ['InvoiceIssuerName', 'InvoiceIssuer'],
  billingAccountId: ['BillingAccountId'],
  billingAccountName: ['BillingAccountName'],
  subAccountId: ['SubAccountId'],
  subAccountName: ['SubAccountName'],
  serviceName: ['ServiceName'],
  serviceCategory: ['ServiceCategory'],
  regionId: ['RegionId', 'Region'],
  resourceId: ['ResourceId'],
  resourceName: ['ResourceName'],
  resourceType: ['ResourceType'],
  skuId: ['SkuId'],
  skuPriceId: ['SkuPriceId'],
  usageType: ['x_UsageType'],
  meterName: ['x_SkuMeterName'],
  skuMeter: ['SkuMeter'],
  description: ['ChargeDescription'],
  meterSubcategory: ['x_SkuMeterSubcategory'],
  operation: ['x_Operation'],
  priceDetails: ['SkuPriceDetails'],
  skuDetails: ['x_SkuDetails'],
  chargeCategory: ['ChargeCategory', 'ChargeType'],
  chargeSubcategory: ['ChargeSubcategory'],
  chargeClass: ['ChargeClass'],
  pricingCategory: ['PricingCategory'],
  commitmentId: ['CommitmentDiscountId'],
  commitmentStatus: ['CommitmentDiscountStatus'],
  currency: ['BillingCurrency', 'BilledCurrency'],
  allocatedResourceId: ['AllocatedResourceId'],
  allocatedTags: ['AllocatedTags'],
  tags: ['Tags'],
  costCategories: ['x_CostCategories'],
  costCenter: ['x_CostCenter'],
  invoiceSection: ['x_InvoiceSectionName'],
  resourceGroup: ['x_ResourceGroupName'],
}

const pricingCategories: Record<string, MeterLabels['pricingCategory']> = {
  standard: 'Standard',
  'on-demand': 'Standard',
  dynamic: 'Dynamic',
  committed: 'Committed',
  'commitment-based': 'Committed',
  other: 'Other',
}
const commitmentStatuses: Record<string, MeterLabels['commitmentStatus']> = {
  used: 'Used',
  'used commitment': 'Used',
  unused: 'Unused',
  'unused commitment': 'Unused',
}

/** 1.0-preview had no Credit category: a credit was an Adjustment with that subcategory. A blank category is Usage. */
function chargeCategory(raw: RawLabels): MeterLabels['chargeCategory'] | null {
  const text = firstOf(raw, 'chargeCategory')
  if (text === null) return 'Usage'
  const category = chargeCategoryOf(text)
  const credit = category === 'Adjustment' && firstOf(raw, 'chargeSubcategory')?.toLowerCase() === 'credit'
  return credit ? 'Credit' : category
}

/** Split cost allocation: the tags of what a shared resource was used for outrank those of the resource. */
function tagsOf(raw: RawLabels): MeterLabels['tags'] {
  const own = parseTags(raw.tags ?? null)
  const tags = raw.allocatedResourceId ? { ...own, ...parseTags(raw.allocatedTags ?? null) } : own
  const categories = Object.entries(parseTags(raw.costCategories ?? null))
  return withColumns(tags, {
    ...Object.fromEntries(categories.map(([key, value]) => [`costCategory/${key}`, value])),
    CostCenter: raw.costCenter,
    InvoiceSection: raw.invoiceSection,
    ResourceGroup: raw.resourceGroup,
  })
}

function meter(raw: RawLabels, currency: string): MeterLabels {
  const issuer = firstOf(raw, 'serviceProvider', 'provider', 'publisher', 'invoiceIssuer')
  const status = firstOf(raw, 'commitmentStatus', 'chargeSubcategory')?.toLowerCase() ?? ''
  return {
    ...noLabels,
    provider: providerSlug(issuer ?? unknownName),
    billingAccountId: firstOf(raw, 'billingAccountId') ?? unknownName,
    billingAccountName: firstOf(raw, 'billingAccountName'),
    subAccountId: firstOf(raw, 'subAccountId'),
    subAccountName: firstOf(raw, 'subAccountName'),
    serviceName: firstOf(raw, 'serviceName'),
    serviceCategory: firstOf(raw, 'serviceCategory'),
    regionId: firstOf(raw, 'regionId'),
    resourceId: firstOf(raw, 'resourceId'),
    resourceName: firstOf(raw, 'resourceName'),
    resourceType: firstOf(raw, 'resourceType'),
    skuId: firstOf(raw, 'skuId', 'skuPriceId'),
    skuMeter: firstOf(raw, 'usageType', 'meterName', 'skuMeter'),
    skuDetail: firstOf(raw, 'description', 'meterSubcategory'),
    operation: firstOf(raw, 'operation'),
    instanceType:
      jsonField(raw.priceDetails ?? null, 'InstanceType') ?? jsonField(raw.skuDetails ?? null, 'ServiceType'),
    gpuCountLabel: jsonField(raw.priceDetails ?? null, 'GpuCount'),
    chargeCategory: chargeCategory(raw) ?? 'Usage',
    chargeClass: firstOf(raw, 'chargeClass'),
    pricingCategory: pricingCategories[firstOf(raw, 'pricingCategory')?.toLowerCase() ?? ''] ?? null,
    commitmentId: firstOf(raw, 'commitmentId'),
    commitmentStatus: commitmentStatuses[status] ?? null,
    consumedUnit: firstOf(raw, 'consumedUnit', 'pricingUnit'),
    currency,
    tags: tagsOf(raw),
  }
}

/**
 * What a row consumed, else what it was priced by; each with its own unit, never the one with the unit of the other.
 * `units` are the labels to read, of the quantities that have a unit.
 */
function quantity(header: Header): { amount: Amount | null; units: Record<string, readonly string[]> } {
  const consumed = header.column(...consumedQuantity)
  const unit = header.column(...consumedUnit)
  const priced = header.column('PricingQuantity')
  const pricingUnit: Record<string, readonly string[]> = { pricingUnit: ['PricingUnit'] }
  if (!consumed || (!unit && priced)) return { amount: plain(priced), units: pricingUnit }
  if (!unit || !priced) return { amount: plain(consumed), units: { consumedUnit } }
  const sql: Amount['sql'] = (read) =>
    `CASE WHEN ${unit} IS NULL THEN ${read.text(priced)} ELSE ${read.text(consumed)} END`
  return { amount: { numbers: [consumed, priced], sql }, units: { consumedUnit, ...pricingUnit } }
}

/**
 * How a FOCUS Cost and Usage file is read. One of `quantities` alone has no costs, and no currency whatever its column says: rates give both.
 */
export function focusPlan(header: Header, content: 'costs' | 'quantities'): FormatPlan {
  const { amount, units } = quantity(header)
  const labels = findLabels(header, { ...labelColumns, ...units })
  const priced = content === 'costs'
  const read = priced ? meterWithCurrency(labels, undefined, meter) : (raw: RawLabels) => meter(raw, NO_CURRENCY)
  const start = readInstant(requiredColumn(header, 'ChargePeriodStart'), layouts)
  const end = header.column('ChargePeriodEnd')
  const cost = (...names: string[]) => (priced ? plain(header.column(...names)) : null)
  return {
    variant: `FOCUS ${focusVersion(header)}${priced ? '' : ', quantities only'}`,
    labels,
    meter(raw) {
      if (chargeCategory(raw) !== null) return read(raw)
      const value = firstOf(raw, 'chargeCategory') ?? ''
      return { problem: { column: labels.chargeCategory ?? null, value, reason: 'not a FOCUS charge category' } }
    },
    chargeStart: start,
    chargeEnd: end ? readInstant(end, layouts) : null,
    chargeSpan: 'hour',
    billingPeriod: readPeriod(header.column('BillingPeriodStart'), layouts, start),
    quantity: amount,
    costs: {
      billed: cost('BilledCost'),
      effective: cost('EffectiveCost', 'AmortizedCost'),
      list: cost('ListCost'),
      contracted: cost('ContractedCost'),
    },
    invoiceId: header.column('InvoiceId', 'x_InvoiceId'),
  }
}
