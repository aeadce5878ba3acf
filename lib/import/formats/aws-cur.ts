import { requiredColumn } from '@/lib/import/amounts.ts'
import { curCosts, curQuantity } from '@/lib/import/cur-costs.ts'
import { curTags } from '@/lib/import/cur-tags.ts'
import { currencyQuestion } from '@/lib/import/currency-question.ts'
import type { BillingFormat, Header, MeterLabels } from '@/lib/import/format.ts'
import { readInstant, readPeriod } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, meterWithCurrency, noLabels, unknownName } from '@/lib/import/label-values.ts'
import type { Tags } from '@/lib/import/tags.ts'
import { jsonField } from '@/lib/import/tags.ts'

// Slash names find the snake-cased ones too: names compare without punctuation.
const labelColumns: Record<string, readonly string[]> = {
  lineType: ['lineItem/LineItemType'],
  payerId: ['bill/PayerAccountId'],
  payerName: ['bill_payer_account_name'],
  usageAccountId: ['lineItem/UsageAccountId'],
  usageAccountName: ['line_item_usage_account_name'],
  productMap: ['product'],
  productName: ['product/ProductName'],
  productCode: ['lineItem/ProductCode'],
  regionCode: ['product/regionCode'],
  region: ['product/region'],
  zone: ['lineItem/AvailabilityZone'],
  resourceId: ['lineItem/ResourceId'],
  sku: ['product/sku'],
  usageType: ['lineItem/UsageType'],
  description: ['lineItem/LineItemDescription'],
  operation: ['lineItem/Operation'],
  instanceType: ['product/instanceType'],
  gpu: ['product/gpu'],
  savingsPlanArn: ['savingsPlan/SavingsPlanARN'],
  reservationArn: ['reservation/ReservationARN'],
  unit: ['pricing/unit'],
  currency: ['lineItem/CurrencyCode'],
}

/** Fees buy; a negation takes back the on-demand price of covered usage, so it belongs to usage. */
const categories: Record<string, MeterLabels['chargeCategory']> = {
  Usage: 'Usage',
  DiscountedUsage: 'Usage',
  SavingsPlanCoveredUsage: 'Usage',
  SavingsPlanNegation: 'Usage',
  FlatRateSubscription: 'Usage',
  Fee: 'Purchase',
  RIFee: 'Purchase',
  SavingsPlanRecurringFee: 'Purchase',
  SavingsPlanUpfrontFee: 'Purchase',
  Tax: 'Tax',
  Credit: 'Credit',
}

/** A fee line's effective cost is the part of the commitment that nobody used. */
const commitmentStatuses: Record<string, MeterLabels['commitmentStatus']> = {
  DiscountedUsage: 'Used',
  SavingsPlanCoveredUsage: 'Used',
  SavingsPlanRecurringFee: 'Unused',
  RIFee: 'Unused',
}

/** Spot lines often have no product attributes: the type is in the usage type, or starts the description. */
function instanceType(raw: RawLabels): string | null {
  const stated = firstOf(raw, 'instanceType') ?? jsonField(raw.productMap ?? null, 'instance_type')
  const inUsageType = /:((?:ml\.)?[a-z][a-z0-9-]*\.[a-z0-9-]+)$/.exec(raw.usageType ?? '')?.[1]
  const spot = /^([a-z][a-z0-9-]*\.[a-z0-9-]+) .*Spot Instance/.exec(raw.description ?? '')?.[1]
  return stated ?? inUsageType ?? spot ?? null
}

function regionId(raw: RawLabels): string | null {
  const stated = firstOf(raw, 'regionCode', 'region')
  const inMap = jsonField(raw.productMap ?? null, 'region_code', 'region')
  return stated ?? inMap ?? /^[a-z]{2}(?:-[a-z]+)+-\d/.exec(raw.zone ?? '')?.[0] ?? null
}

function pricingCategory(raw: RawLabels, category: MeterLabels['chargeCategory']): MeterLabels['pricingCategory'] {
  if (category === 'Purchase') return 'Standard'
  if (category !== 'Usage') return null
  if (firstOf(raw, 'savingsPlanArn', 'reservationArn')) return 'Committed'
  return /Spot/.test(raw.usageType ?? '') ? 'Dynamic' : 'Standard'
}

function meter(raw: RawLabels, currency: string, tags: Tags): MeterLabels {
  const lineType = firstOf(raw, 'lineType') ?? ''
  // Refunds, every kind of discount line, and line types to come correct other charges.
  const chargeCategory = categories[lineType] ?? 'Adjustment'
  return {
    ...noLabels,
    provider: 'aws',
    billingAccountId: firstOf(raw, 'payerId', 'usageAccountId') ?? unknownName,
    billingAccountName: firstOf(raw, 'payerName'),
    subAccountId: firstOf(raw, 'usageAccountId'),
    subAccountName: firstOf(raw, 'usageAccountName'),
    serviceName:
      firstOf(raw, 'productName') ?? jsonField(raw.productMap ?? null, 'product_name') ?? firstOf(raw, 'productCode'),
    regionId: regionId(raw),
    resourceId: firstOf(raw, 'resourceId'),
    resourceName: tags.Name || tags.name || null,
    skuId: firstOf(raw, 'sku') ?? jsonField(raw.productMap ?? null, 'sku'),
    skuMeter: firstOf(raw, 'usageType'),
    skuDetail: firstOf(raw, 'description'),
    operation: firstOf(raw, 'operation'),
    instanceType: instanceType(raw),
    gpuCountLabel: firstOf(raw, 'gpu') ?? jsonField(raw.productMap ?? null, 'gpu'),
    chargeCategory,
    providerChargeType: lineType || null,
    pricingCategory: pricingCategory(raw, chargeCategory),
    commitmentId: firstOf(raw, 'savingsPlanArn', 'reservationArn'),
    commitmentStatus: commitmentStatuses[lineType] ?? null,
    consumedUnit: firstOf(raw, 'unit'),
    currency,
    tags,
  }
}

function variant(header: Header): string {
  if (header.names.some((name) => name.startsWith('lineItem/'))) return 'CUR (legacy)'
  return header.has('resource_tags', 'bill_payer_account_name') ? 'CUR 2.0' : 'CUR (Athena, flattened)'
}

/** AWS Cost and Usage Report: legacy CSV, CUR 2.0 data export, and tables made from them by Athena or Fivetran. */
export const awsCur: BillingFormat = {
  id: 'aws-cur',
  label: 'AWS Cost and Usage Report',
  docs: 'https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html',
  requires: [
    ['lineItem/LineItemType'],
    ['lineItem/UsageStartDate'],
    ['lineItem/UnblendedCost'],
    ['lineItem/ProductCode'],
  ],
  excludes: [],
  questions: (header) => (header.has('lineItem/CurrencyCode') ? [] : [currencyQuestion]),
  plan(header, answers) {
    const tags = curTags(header)
    const labels = { ...findLabels(header, labelColumns), ...tags.columns }
    const start = readInstant(requiredColumn(header, 'lineItem/UsageStartDate'), ['iso'])
    const end = header.column('lineItem/UsageEndDate')
    return {
      variant: variant(header),
      labels,
      meter: meterWithCurrency(labels, answers.currency, (raw, currency) => meter(raw, currency, tags.read(raw))),
      chargeStart: start,
      chargeEnd: end ? readInstant(end, ['iso']) : null,
      chargeSpan: 'hour',
      billingPeriod: readPeriod(header.column('bill/BillingPeriodStartDate'), ['iso'], start),
      quantity: curQuantity(header),
      costs: curCosts(header),
      invoiceId: header.column('bill/InvoiceId'),
    }
  },
}
