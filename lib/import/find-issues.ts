import type { RowIssue } from '@/lib/core/receipt.ts'
import type { Duck } from './duck.ts'
import type { FormatPlan } from './format.ts'
import { dateReason, numberReason } from './issue-reasons.ts'
import type { ImportLimits } from './limits.ts'
import type { ChargesRead } from './read-charges.ts'
import { badNumbers } from './read-charges.ts'
import type { LabelIssue } from './read-meters.ts'
import { tooManyIssues } from './refused-rows.ts'
import type { Source } from './source.ts'

/** The header is row 1, as in a spreadsheet; `place` counts rows from 0. */
export const FIRST_ROW = 2

/**
 * Finds the rows that cannot be stored and leaves their places in the table `bad_<n>`. Returns every bad cell in file order.
 * Throws Refusal when there are more than the limit: then the file is not what its header says.
 */
export async function findIssues(
  duck: Duck,
  source: Source,
  plan: FormatPlan,
  read: ChargesRead,
  labelIssues: readonly LabelIssue[],
  limits: ImportLimits,
): Promise<RowIssue[]> {
  const { n } = read
  const numbers = badNumbers(read)
  const own = labelIssues.filter((issue) => issue.source === n)
  const byLabel = `key IN (SELECT f.key FROM found_${n} f JOIN meter_map m ON m.found = f.rowid AND m.source = ${n}
    WHERE m.meter IS NULL OR f.bad_period IS NOT NULL)`
  const conditions = [
    'bad_start IS NOT NULL',
    'bad_end IS NOT NULL',
    'ends_read < starts',
    byLabel,
    ...numbers.map((bad) => `coalesce(${bad.condition}, false)`),
  ]
  await duck.run(`CREATE TABLE bad_${n} AS SELECT rowid AS place FROM charge_in_${n} WHERE ${conditions.join(' OR ')}`)
  const [counted] = await duck.all(`SELECT count(*)::INTEGER AS rows FROM bad_${n}`)
  const count = Number(counted?.rows ?? 0)
  if (count === 0) return []
  const issues = await listIssues(duck, source, plan, read, own, limits.issues)
  if (count > limits.issues) {
    const [first] = issues
    throw tooManyIssues(count, source.part.name, first)
  }
  return issues
}

async function listIssues(
  duck: Duck,
  source: Source,
  plan: FormatPlan,
  read: ChargesRead,
  own: readonly LabelIssue[],
  most: number,
): Promise<RowIssue[]> {
  const { n } = read
  const numbers = badNumbers(read)
  const select = [
    'c.rowid::INTEGER AS place',
    'bad_start',
    'bad_end',
    'bad_period',
    '(ends_read < starts)::INTEGER AS reversed',
    'CAST(ends_read AS VARCHAR) AS ends',
    'f.rowid::INTEGER AS found',
    ...numbers.map((bad, i) => `CASE WHEN ${bad.condition} THEN ${bad.value} END AS n${i}`),
  ]
  const rows = await duck.all(
    `SELECT ${select.join(', ')} FROM charge_in_${n} c LEFT JOIN found_${n} f USING (key)
     WHERE c.rowid IN (SELECT place FROM bad_${n}) ORDER BY c.rowid LIMIT ${most}`,
  )
  const bySize = numbers.map(({ columns }, i) => ({ i, columns })).sort((a, b) => a.columns.length - b.columns.length)
  const byFound = new Map(own.map((issue) => [issue.found, issue]))
  const issues: RowIssue[] = []
  for (const row of rows) {
    const add = (column: string, value: string, reason: string) =>
      issues.push({ file: source.part.name, row: Number(row.place) + FIRST_ROW, column, value, reason })
    const nameOf = (column: string) => source.header.nameOf(column)
    if (row.bad_start !== null)
      add(nameOf(plan.chargeStart.column), String(row.bad_start), dateReason(String(row.bad_start)))
    if (row.bad_end !== null && plan.chargeEnd)
      add(nameOf(plan.chargeEnd.column), String(row.bad_end), dateReason(String(row.bad_end)))
    if (row.bad_period !== null && plan.billingPeriod) {
      add(nameOf(plan.billingPeriod.column), String(row.bad_period), dateReason(String(row.bad_period)))
    }
    if (row.reversed === 1 && plan.chargeEnd)
      add(nameOf(plan.chargeEnd.column), String(row.ends), 'ends before it starts')
    const label = byFound.get(Number(row.found))
    if (label) add(label.column, label.value, label.reason)
    const named: { value: string; columns: readonly string[] }[] = []
    for (const { i, columns } of bySize) {
      const value = row[`n${i}`]
      if (value === null || value === undefined) continue
      // The same cell may feed two costs: say which column it is where one of them tells.
      if (named.some((other) => other.value === value && other.columns.every((c) => columns.includes(c)))) continue
      named.push({ value: String(value), columns })
      add(columns.map(nameOf).join(' or '), String(value), numberReason(String(value)))
    }
  }
  return issues
}
