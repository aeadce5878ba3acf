import type { MeterRow } from '@/lib/spend/meters.ts'

/** What a meter is known by: its resource, else its SKU, else its service. */
export function meterName(
  row: Pick<MeterRow, 'resourceName' | 'resourceId' | 'sku' | 'service' | 'chargeCategory'>,
): string {
  return row.resourceName ?? row.resourceId ?? row.sku ?? row.service ?? row.chargeCategory
}
