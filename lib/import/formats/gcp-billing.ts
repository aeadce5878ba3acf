import { plain, requiredColumn } from '@/lib/import/amounts.ts'
import { currencyQuestion } from '@/lib/import/currency-question.ts'
import type { Amount, BillingFormat, Header, MeterLabels } from '@/lib/import/format.ts'
import { unnestedColumns } from '@/lib/import/formats/gcp-unnested.ts'
import { readInstant, readPeriod } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, meterWithCurrency, noLabels, unknownName } from '@/lib/import/label-values.ts'
import type { Tags } from '@/lib/import/tags.ts'
import { jsonField, parseTags } from '@/lib/import/tags.ts'

// Dotted names find `service_description` and the like too: names compare without punctuation.
const labelColumns: Record<string, readonly string[]> = {
  billingAccountId: ['billing_account_id'],
  projectId: ['project.id'],
  projectName: ['project.name'],
  service: ['service.description'],
  skuId: ['sku.id'],
  sku: ['sku.description'],
  region: ['location.region'],
  location: ['location.location'],
  globalName: ['resource.global_name'],
  resourceName: ['resource.name'],
  costType: ['cost_type'],
  adjustmentType: ['adjustment_info.type'],
  subscription: ['subscription.instance_id'],
  consumptionModel: ['consumption_model.description'],
  pricingUnit: ['usage.pricing_unit'],
  usageUnit: ['usage.unit'],
  currency: ['currency'],
  labels: ['labels'],
  tags: ['tags'],
  projectLabels: ['project.labels'],
  systemLabels: ['system_labels'],
}

/** Google accrues commitment fees as SKUs of their own; everything that is no regular charge corrects one. */
function chargeCategory(raw: RawLabels): MeterLabels['chargeCategory'] {
  const type = firstOf(raw, 'costType')?.toLowerCase() ?? 'regular'
  if (type === 'tax') return 'Tax'
  if (type !== 'regular') return 'Adjustment'
  return /^commitment\b/i.test(raw.sku ?? '') ? 'Purchase' : 'Usage'
}

function pricingCategory(raw: RawLabels, category: MeterLabels['chargeCategory']): MeterLabels['pricingCategory'] {
  if (category === 'Purchase') return 'Standard'
  if (category !== 'Usage') return null
  if (/\b(?:spot|preemptible)\b/i.test(raw.sku ?? '')) return 'Dynamic'
  return /\bcuds?\b|commit/i.test(raw.consumptionModel ?? '') ? 'Committed' : 'Standard'
}

/** What describes the resource most closely wins: its labels, then its tags, then the labels of its project. */
function tagsOf(raw: RawLabels): Tags {
  return { ...parseTags(raw.projectLabels ?? null), ...parseTags(raw.tags ?? null), ...parseTags(raw.labels ?? null) }
}

function meter(raw: RawLabels, currency: string): MeterLabels {
  const category = chargeCategory(raw)
  return {
    ...noLabels,
    provider: 'gcp',
    billingAccountId: firstOf(raw, 'billingAccountId') ?? unknownName,
    subAccountId: firstOf(raw, 'projectId'),
    subAccountName: firstOf(raw, 'projectName'),
    serviceName: firstOf(raw, 'service'),
    regionId: firstOf(raw, 'region', 'location'),
    resourceId: firstOf(raw, 'globalName', 'resourceName'),
    resourceName: firstOf(raw, 'resourceName'),
    skuId: firstOf(raw, 'skuId'),
    skuMeter: firstOf(raw, 'sku'),
    instanceType: jsonField(raw.systemLabels ?? null, 'compute.googleapis.com/machine_spec'),
    chargeCategory: category,
    chargeClass: /correction/i.test(raw.adjustmentType ?? '') ? 'Correction' : null,
    providerChargeType: firstOf(raw, 'costType'),
    pricingCategory: pricingCategory(raw, category),
    commitmentId: firstOf(raw, 'subscription'),
    consumedUnit: firstOf(raw, 'pricingUnit', 'usageUnit'),
    currency,
    tags: tagsOf(raw),
  }
}

function quantity(header: Header): Amount | null {
  const priced = header.column('usage.amount_in_pricing_units')
  const pricingUnit = header.column('usage.pricing_unit')
  const used = header.column('usage.amount')
  if (!priced || !pricingUnit || !used) return plain(priced && pricingUnit ? priced : used)
  return {
    numbers: [priced, used],
    sql: (read) => `CASE WHEN ${pricingUnit} IS NULL THEN ${read.text(used)} ELSE ${read.text(priced)} END`,
  }
}

/** Cost after credits. Nothing is paid upfront on Google Cloud, so what is billed is also the amortized cost. */
function netCost(header: Header): Amount {
  const cost = requiredColumn(header, 'cost')
  const credits = requiredColumn(header, 'credits')
  return {
    numbers: [cost],
    lists: [credits],
    sql: (read) => `${read.number(cost)} + coalesce(${read.sum(credits)}, 0)`,
  }
}

/** Google Cloud's billing export to BigQuery, standard or detailed, saved as a flat file with one row per charge. */
export const gcpBilling: BillingFormat = {
  id: 'gcp-billing',
  label: 'Google Cloud billing export',
  docs: 'https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage',
  requires: [['service.description'], ['sku.description'], ['usage_start_time'], ['cost'], ['credits']],
  excludes: unnestedColumns,
  questions: (header) => (header.has('currency') ? [] : [currencyQuestion]),
  plan(header, answers) {
    const labels = findLabels(header, labelColumns)
    const start = readInstant(requiredColumn(header, 'usage_start_time'), ['iso'])
    const end = header.column('usage_end_time')
    const detailed = header.has('resource.name', 'resource.global_name')
    const net = netCost(header)
    return {
      variant: detailed ? 'Detailed usage cost' : 'Standard usage cost',
      labels,
      meter: meterWithCurrency(labels, answers.currency, meter),
      chargeStart: start,
      chargeEnd: end ? readInstant(end, ['iso']) : null,
      chargeSpan: 'hour',
      billingPeriod: readPeriod(header.column('invoice.month'), ['year-month'], start),
      quantity: quantity(header),
      costs: {
        billed: net,
        effective: net,
        list: plain(header.column('cost_at_list')),
        contracted: plain(header.column('cost')),
      },
      invoiceId: null,
    }
  },
}
