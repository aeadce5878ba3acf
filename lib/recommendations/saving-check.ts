import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import { forecast } from '@/lib/forecast/forecast.ts'

/** What became of a finding that was done. Amounts are of 30 days, decimal text with cents; they are estimates, because what would have been is one. */
export type SavingCheck = {
  verdict: 'saved' | 'not seen' | 'not sure' | 'too early' | 'no history'
  /** Days after the change that are compared; at most 30. */
  days: number
  from: Day
  to: Day
  predicted: string
  /** What would have been spent, with its 80% interval, and what was. */
  expected: string
  expectedLow: string
  expectedHigh: string
  actual: string
  realised: string
  realisedLow: string
  realisedHigh: string
}

/** Below two weeks after a change a week's chance decides. */
export const SHORTEST_AFTER = 14
const LONGEST_AFTER = 30
const LONGEST_HISTORY = 365

/** Daily cost, the oldest first, without gaps: a day without a charge is 0. */
export type DailyCost = { from: Day; costs: readonly number[] }

/**
 * Compares cost after `doneOn` with the forecast of the days before it. The day of the change belongs to neither side. Saved: even the lower end of what would
 * have been is above what was; not seen: what was is at or above the middle of it; not sure: between.
 */
export function checkSaving(series: DailyCost, doneOn: Day, asOf: Day, predicted: number): SavingCheck {
  const at = Math.round((Date.parse(doneOn) - Date.parse(series.from)) / 86_400_000)
  const end = Math.round((Date.parse(asOf) - Date.parse(series.from)) / 86_400_000)
  const history = series.costs.slice(Math.max(0, at - LONGEST_HISTORY), Math.max(0, at))
  const after = series.costs.slice(at + 1, Math.min(end, at + 1 + LONGEST_AFTER))
  const from = addDays(doneOn, 1)
  const days = after.length
  const said = days >= SHORTEST_AFTER ? forecast(history, days) : null
  const actual = after.reduce((sum, cost) => sum + cost, 0)
  const month = (amount: number) => ((amount * LONGEST_AFTER) / Math.max(1, days)).toFixed(2)
  const [low, middle, high] = said ? [said.low, said.total, said.high] : [0, 0, 0]
  return {
    verdict:
      days < SHORTEST_AFTER
        ? 'too early'
        : said === null
          ? 'no history'
          : low > actual
            ? 'saved'
            : actual >= middle
              ? 'not seen'
              : 'not sure',
    days,
    from,
    to: addDays(from, days),
    predicted: predicted.toFixed(2),
    expected: month(middle),
    expectedLow: month(low),
    expectedHigh: month(high),
    actual: month(actual),
    realised: month(said ? middle - actual : 0),
    realisedLow: month(said ? low - actual : 0),
    realisedHigh: month(said ? high - actual : 0),
  }
}
