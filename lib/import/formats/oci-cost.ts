import { plain, requiredColumn } from '@/lib/import/amounts.ts'
import { currencyQuestion } from '@/lib/import/currency-question.ts'
import type { BillingFormat, MeterLabels } from '@/lib/import/format.ts'
import { readInstant } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, meterWithCurrency, noLabels, unknownName } from '@/lib/import/label-values.ts'

const labelColumns: Record<string, readonly string[]> = {
  tenantId: ['lineItem/tenantId'],
  compartmentId: ['product/compartmentId'],
  compartmentName: ['product/compartmentName'],
  service: ['product/service'],
  region: ['product/region'],
  resourceId: ['product/resourceId'],
  sku: ['cost/productSku'],
  description: ['product/Description'],
  skuUnit: ['cost/skuUnitDescription'],
  billingUnit: ['cost/billingUnitReadable'],
  correction: ['lineItem/isCorrection'],
  currency: ['cost/currencyCode'],
}

const tagPrefix = 'tag '

/**
 * Oracle keeps one column per tag, `tags/<namespace>.<key>`. A tag is known by its key; where two namespaces have the
 * same key, the first by name keeps it and the others keep their namespace in front.
 */
function tagsOf(raw: RawLabels): MeterLabels['tags'] {
  const tags = new Map<string, string>()
  const names = Object.keys(raw).filter((label) => label.startsWith(tagPrefix))
  for (const label of names.sort()) {
    const value = raw[label]?.trim()
    const name = label.slice(tagPrefix.length)
    const key = name.replace(/^[^.]*\./, '')
    if (value) tags.set(tags.has(key) ? name : key, value)
  }
  return Object.fromEntries(tags)
}

function meter(raw: RawLabels, currency: string): MeterLabels {
  return {
    ...noLabels,
    provider: 'oci',
    billingAccountId: firstOf(raw, 'tenantId') ?? unknownName,
    subAccountId: firstOf(raw, 'compartmentId'),
    subAccountName: firstOf(raw, 'compartmentName'),
    serviceName: firstOf(raw, 'service'),
    regionId: firstOf(raw, 'region'),
    resourceId: firstOf(raw, 'resourceId'),
    skuId: firstOf(raw, 'sku'),
    skuMeter: firstOf(raw, 'description'),
    chargeCategory: 'Usage',
    chargeClass: raw.correction?.toLowerCase() === 'true' ? 'Correction' : null,
    consumedUnit: firstOf(raw, 'skuUnit', 'billingUnit'),
    currency,
    tags: tagsOf(raw),
  }
}

/** Oracle Cloud's cost report. Its overage columns repeat a part of the cost and quantity beside them. */
export const ociCost: BillingFormat = {
  id: 'oci-cost',
  label: 'Oracle Cloud cost report',
  docs: 'https://docs.oracle.com/en-us/iaas/Content/Billing/Concepts/usagereportsoverview.htm',
  requires: [['lineItem/referenceNo'], ['cost/myCost'], ['lineItem/intervalUsageStart']],
  excludes: [],
  questions: (header) => (header.has('cost/currencyCode') ? [] : [currencyQuestion]),
  plan(header, answers) {
    const tags = header
      .matching(/^tags\/./i)
      .map(({ name, column }) => [`${tagPrefix}${name.slice('tags/'.length)}`, column])
    const labels = { ...findLabels(header, labelColumns), ...Object.fromEntries(tags) }
    const end = header.column('lineItem/intervalUsageEnd')
    const cost = plain(header.column('cost/myCost'))
    return {
      variant: 'Cost report',
      labels,
      meter: meterWithCurrency(labels, answers.currency, meter),
      chargeStart: readInstant(requiredColumn(header, 'lineItem/intervalUsageStart'), ['iso']),
      chargeEnd: end ? readInstant(end, ['iso']) : null,
      chargeSpan: 'hour',
      billingPeriod: null,
      quantity: plain(header.column('usage/billedQuantity')),
      costs: { billed: cost, effective: cost, list: null, contracted: null },
      invoiceId: null,
    }
  },
}
