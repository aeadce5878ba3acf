import type { CatalogPrice } from '@/lib/catalog/prices.ts'
import { catalogRow } from '@/lib/catalog/prices.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal } from '@/lib/sample/decimal.ts'

/** A GPU machine of the catalogue; throws when the sample names one that is not in it. */
export function catalogMachine(provider: string, instanceType: string): CatalogPrice {
  const row = catalogRow(provider, instanceType)
  if (!row) throw new Error(`the sample names ${provider} ${instanceType}, which the catalogue does not have`)
  return row
}

/** On-demand price of a machine hour in USD. */
export function catalogOnDemand(provider: string, instanceType: string): Decimal {
  const { usdPerHour } = catalogMachine(provider, instanceType)
  if (!usdPerHour) throw new Error(`no on-demand price for ${provider} ${instanceType}`)
  return decimal(usdPerHour)
}

/** Spot price of a machine hour in USD. */
export function catalogSpot(provider: string, instanceType: string): Decimal {
  const { spotUsdPerHour } = catalogMachine(provider, instanceType)
  if (!spotUsdPerHour) throw new Error(`no spot price for ${provider} ${instanceType}`)
  return decimal(spotUsdPerHour)
}
