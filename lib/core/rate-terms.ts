import type { Day } from './period.ts'

/** A dated price. Conditions that are null match everything. */
export type RateTerms = {
  /** Provider slug. */
  provider: string
  skuId: string | null
  gpuClass: string | null
  regionId: string | null
  pricingCategory: string | null
  /** `gpu-hour`, or the consumed unit of the charges. */
  unit: string
  /** Decimal text per `unit`. */
  price: string
  currency: string
  validFrom: Day
  /** The day after the last; null: without end. */
  validTo: Day | null
  /** Where the price comes from, as its writer says it. */
  source: string
}
