import { ratio } from '@/lib/core/money.ts'

type Compared = {
  cost: string | null
  missing: number
  previousCost: string | null
  previousMissing: number
}

/** The cost: nothing charged is 0, charges that do not state it are unknown (null). */
export function knownCost(row: { cost: string | null; missing: number }): string | null {
  return row.cost ?? (row.missing > 0 ? null : '0')
}

/** The cost of the period before, by the same rule. */
export function knownPrevious(row: Compared): string | null {
  return row.previousCost ?? (row.previousMissing > 0 ? null : '0')
}

/** A cost that hours may be divided into: unknown as soon as one charge does not state it, because its hours are in the hours. */
export function wholeCost(cost: string | null, missing: number): string | null {
  return missing > 0 ? null : cost
}

/** Cost per GPU-hour as decimal text for display; null without hours or cost. */
export function rateText(cost: string | null, gpuHours: string | null): string | null {
  if (cost === null || gpuHours === null) return null
  return ratio(cost, gpuHours)?.toFixed(6) ?? null
}
