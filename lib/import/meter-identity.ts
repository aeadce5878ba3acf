import { createHash } from 'node:crypto'
import type { MeterLabels } from './format.ts'

/** The labels that make a meter, in the order that its id is computed from. Names of accounts are not part of it: they change. */
export const identityLabels = [
  'provider',
  'billingAccountId',
  'subAccountId',
  'serviceName',
  'serviceCategory',
  'regionId',
  'resourceId',
  'resourceName',
  'resourceType',
  'skuId',
  'skuMeter',
  'skuDetail',
  'operation',
  'instanceType',
  'gpuCountLabel',
  'chargeCategory',
  'chargeClass',
  'providerChargeType',
  'pricingCategory',
  'commitmentId',
  'commitmentStatus',
  'consumedUnit',
  'currency',
] as const satisfies readonly (keyof MeterLabels)[]

/** A meter's 128-bit id as a UUID: the same labels and tags give the same id in every import, whatever the order of the tags. */
export function meterId(labels: MeterLabels): string {
  const tags = Object.entries(labels.tags).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const identity = JSON.stringify([identityLabels.map((name) => labels[name]), tags])
  const hex = createHash('sha256').update(identity).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
