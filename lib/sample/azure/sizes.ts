import type { AzurePricing } from '@/lib/sample/azure/fleets.ts'
import { azureReservation } from '@/lib/sample/azure/fleets.ts'
import { catalogOnDemand, catalogSpot } from '@/lib/sample/catalog-rates.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal } from '@/lib/sample/decimal.ts'

/** Series names as meters print them. */
const series: Record<string, string> = {
  Standard_NC64as_T4_v3: 'NCasT4 v3 Series',
  Standard_NC4as_T4_v3: 'NCasT4 v3 Series',
  Standard_NC96ads_A100_v4: 'NCads A100 v4 Series',
  Standard_NC40ads_H100_v5: 'NCads H100 v5 Series',
  Standard_ND96amsr_A100_v4: 'NDm A100 v4 Series',
  Standard_ND96isr_H100_v5: 'NDsr H100 v5 Series',
  Standard_NV36ads_A10_v5: 'NVads A10 v5 Series',
  Standard_D16s_v5: 'Dsv5 Series',
}

const otherRates: Record<string, string> = { Standard_D16s_v5: '0.768' }

export function azureOnDemandRate(size: string): Decimal {
  const other = otherRates[size]
  return other ? decimal(other) : catalogOnDemand('azure', size)
}

/** What an hour costs under a pricing; for `reserved` the amortized price of the reservation. */
export function azureEffectiveRate(size: string, pricing: AzurePricing): Decimal {
  if (pricing === 'reserved') return decimal(azureReservation.rate)
  return pricing === 'spot' ? catalogSpot('azure', size) : azureOnDemandRate(size)
}

/** `Standard_NC64as_T4_v3` is metered as `NC64as T4 v3` in the series `NCasT4 v3 Series`. */
export function meterTexts(size: string, pricing: AzurePricing): { meterName: string; subCategory: string } {
  const name = size.replace('Standard_', '').replaceAll('_', ' ')
  const subCategory = series[size]
  if (!subCategory) throw new Error(`no series for ${size}`)
  return { meterName: pricing === 'spot' ? `${name} Spot` : name, subCategory }
}
