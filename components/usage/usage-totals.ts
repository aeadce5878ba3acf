import { rateText, wholeCost } from '@/components/spend/known.ts'
import { usageStates } from '@/lib/core/dimensions.ts'
import { add, ratio } from '@/lib/core/money.ts'
import type { UsageSplitRow } from '@/lib/spend/usage-split.ts'

/** GPU hours, their cost, and the charges that do not state it. Null where nothing is. */
export type StateSum = { gpuHours: string | null; cost: string | null; missing: number }

export type UsageState = Exclude<(typeof usageStates)[number]['value'], 'not-gpu'>

/** The states that hours billed are made of, in the order of a stack. */
export const hourStates = ['used', 'held-idle', 'not-held', 'not-measured'] as const satisfies readonly UsageState[]

/** GPU hours and cost by what happened to them, in one currency. */
export type UsageTotals = Record<UsageState, StateSum> & {
  /** All states of hours; the unused part of commitments is apart. */
  all: StateSum
}

const nothing: StateSum = { gpuHours: null, cost: null, missing: 0 }

/** Sums rows of one currency; `keep` leaves some out. */
export function usageTotals(
  rows: readonly UsageSplitRow[],
  currency: string,
  keep: (row: UsageSplitRow) => boolean = () => true,
): UsageTotals {
  const totals: UsageTotals = {
    used: nothing,
    'held-idle': nothing,
    'not-held': nothing,
    'not-measured': nothing,
    unused: nothing,
    all: nothing,
  }
  for (const row of rows) {
    const state = row.usageState
    if (row.currency !== currency || !isState(state) || !keep(row)) continue
    totals[state] = plus(totals[state], row)
    if (state !== 'unused') totals.all = plus(totals.all, row)
  }
  return totals
}

function isState(text: string): text is UsageState {
  return text !== 'not-gpu' && usageStates.some(({ value }) => value === text)
}

function plus(a: StateSum, b: StateSum): StateSum {
  return {
    gpuHours: addKnown(a.gpuHours, b.gpuHours),
    cost: addKnown(a.cost, b.cost),
    missing: a.missing + b.missing,
  }
}

/** The sum of what is known; null where neither is. */
export function addKnown(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : add(a, b)
}

/** What was measured or seen: hours used, held idle and not held. */
export function seen(totals: UsageTotals): StateSum {
  return plus(plus(totals.used, totals['held-idle']), totals['not-held'])
}

/** Hours and cost that did no work: held idle and not held. */
export function idleSum(totals: UsageTotals): StateSum {
  return plus(totals['held-idle'], totals['not-held'])
}

/** The share of a state in the hours billed, 0 to 1; null without hours. */
export function shareOf(totals: UsageTotals, state: UsageState): number | null {
  const { gpuHours } = totals.all
  return gpuHours === null ? null : ratio(totals[state].gpuHours ?? '0', gpuHours)
}

/** Cost per GPU-hour billed; null where a part of the cost is not known. */
export function rateOf({ cost, missing, gpuHours }: StateSum): string | null {
  return rateText(wholeCost(cost, missing), gpuHours)
}

/** Cost of what was seen per hour used: null where nothing was seen in use. What was not measured is in neither part. */
export function usefulRate(totals: UsageTotals): string | null {
  const { cost, missing } = seen(totals)
  return rateText(wholeCost(cost, missing), totals.used.gpuHours)
}
