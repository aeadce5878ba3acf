import type { Day } from '@/lib/core/period.ts'
import { isDay, monthStart } from '@/lib/core/period.ts'
import type { CellProblem, TableRead, TextTable } from '@/lib/core/text-table.ts'
import type { ExchangeRate } from './exchange-rate.ts'
import { rateFault } from './exchange-rate.ts'

/** How rates of the European Central Bank name their source. */
export const ECB = 'ECB reference rate'

const MOST_PROBLEMS = 100

/** Whether the columns are those of the ECB's files: a date, then one currency each; the last may be empty, as every line ends in a comma. */
export function isEcbHeader(names: readonly string[]): boolean {
  const [date = '', ...others] = names.map((name) => name.trim())
  const codes = others.filter((name) => name !== '')
  return date.toLowerCase() === 'date' && codes.length > 1 && codes.every((name) => /^[A-Z]{3}$/.test(name))
}

/**
 * Reads the ECB's reference rates, one euro in each currency by day, as monthly rates: a month's rate is that of the last day of it that is
 * published for the currency. Days without a rate (N/A) count for nothing. Currencies that are no more are read too. Pure.
 * Layout: https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
 */
export function readEcbTable(table: TextTable): TableRead<ExchangeRate> {
  const { file } = table
  const problems: CellProblem[] = []
  const latest = new Map<string, ExchangeRate & { row: number }>()
  const days = new Map<Day, number>()
  const problem = (row: number, column: string, value: string, reason: string, whatToDo: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ file, row, column, value, reason, whatToDo })
  }
  for (const [index, cells] of table.rows.entries()) {
    const row = index + 2
    const written = cells[0]?.trim() ?? ''
    const observedOn = dayOf(written)
    if (observedOn === null) {
      problem(row, 'Date', written, written ? 'is not a day' : 'is missing', 'Write the day as YYYY-MM-DD.')
      continue
    }
    const before = days.get(observedOn)
    if (before !== undefined)
      problem(row, 'Date', written, `is also the day of row ${before}`, 'Remove one of the two rows.')
    days.set(observedOn, row)
    for (const [at, name] of table.header.entries()) {
      const to = name.trim()
      const rate = cells[at]?.trim() ?? ''
      if (at === 0 || to === '' || rate === '' || rate === 'N/A') continue
      const wrong = rateFault(rate)
      if (wrong) problem(row, to, rate, wrong, 'Write what one euro is worth: a decimal above zero, or N/A.')
      const month = monthStart(observedOn)
      const key = `${month} ${to}`
      if ((latest.get(key)?.observedOn ?? '') < observedOn)
        latest.set(key, { month, from: 'EUR', to, rate, source: ECB, observedOn, row })
    }
  }
  const rows = [...latest.values()].sort((a, b) => (a.month + a.to < b.month + b.to ? -1 : 1))
  return { rows: problems.length > 0 ? [] : rows, problems }
}

/** `2026-09-30` of the history file, `30 September 2026` of the daily one. */
function dayOf(text: string): Day | null {
  if (isDay(text)) return text
  const parts = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text)
  const month = months.indexOf(parts?.[2] ?? '') + 1
  const day = parts ? `${parts[3]}-${String(month).padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : ''
  return isDay(day) ? day : null
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
