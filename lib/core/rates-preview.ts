import type { Day } from './period.ts'

/** What a change of rates does to the live bills. Money is decimal text, of the charges whose price changes and no others. */
export type RatesPreview = {
  meters: number
  charges: number
  /** Of these, the charges that have no price before, and those that have none after. */
  unpricedBefore: number
  unpricedAfter: number
  months: { month: Day; currency: string; before: string; after: string; difference: string }[]
}
