import type { Day } from './period.ts'

/** What a change of rates does to the live bills. Money is decimal text, of the charges whose price changes and no others. */
export type RatesPreview = {
  meters: number
  charges: number
  /** Of these, the charges that have no price before, and those that have none after. */
  unpricedBefore: number
  unpricedAfter: number
  /** Null where no charge has a price in that currency; the difference counts it as nothing. */
  months: { month: Day; currency: string; before: string | null; after: string | null; difference: string }[]
}
