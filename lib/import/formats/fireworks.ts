import { NO_CURRENCY } from '@/lib/core/currency-code.ts'
import { plain, requiredColumn } from '@/lib/import/amounts.ts'
import type { BillingFormat, MeterLabels } from '@/lib/import/format.ts'
import { readInstant } from '@/lib/import/instants.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import { findLabels, firstOf, noLabels, unknownName } from '@/lib/import/label-values.ts'
import { withColumns } from '@/lib/import/tags.ts'

const labelColumns: Record<string, readonly string[]> = {
  email: ['email'],
  usageType: ['usage_type'],
  accelerator: ['accelerator_type'],
  baseModel: ['base_model_name'],
  bucket: ['model_bucket'],
}

/** Seconds are counted per accelerator, so that eight of them for a second are eight. */
const unit = 'Accelerator-Seconds'

function meter(raw: RawLabels): MeterLabels {
  const accelerator = firstOf(raw, 'accelerator')
  return {
    ...noLabels,
    provider: 'fireworks',
    billingAccountId: unknownName,
    serviceName: 'Fireworks AI',
    skuId: accelerator ?? firstOf(raw, 'bucket'),
    skuMeter: firstOf(raw, 'usageType'),
    instanceType: accelerator,
    chargeCategory: 'Usage',
    consumedUnit: accelerator === null ? null : unit,
    currency: NO_CURRENCY,
    tags: withColumns({}, { model: raw.baseModel, user: raw.email }),
  }
}

/** What `firectl export billing-metrics` writes: accelerator seconds and tokens without any cost, to be priced by rate cards. */
export const fireworks: BillingFormat = {
  id: 'fireworks',
  label: 'Fireworks billing metrics',
  docs: 'https://docs.fireworks.ai/',
  requires: [['usage_type'], ['accelerator_seconds'], ['base_model_name'], ['start_time']],
  excludes: ['cost', 'amount'],
  plan(header) {
    const labels = findLabels(header, labelColumns)
    const end = header.column('end_time')
    return {
      variant: 'Billing metrics',
      labels,
      meter,
      chargeStart: readInstant(requiredColumn(header, 'start_time'), ['iso']),
      chargeEnd: end ? readInstant(end, ['iso']) : null,
      chargeSpan: 'hour',
      billingPeriod: null,
      quantity: plain(header.column('accelerator_seconds')),
      costs: { billed: null, effective: null, list: null, contracted: null },
      invoiceId: null,
    }
  },
}
