import type { RowIssue } from '@/lib/core/receipt.ts'
import { counted } from '../counted.ts'
import type { Duck } from '../duck.ts'
import type { ImportLimits } from '../limits.ts'
import type { Progress } from '../progress.ts'
import { noGoodRows, refuseEmpty, tooManyIssues } from '../refused-rows.ts'
import { readingGuarded, refuseExtraFields, refuseRejects } from '../rejects.ts'
import type { Source } from '../source.ts'
import { layeredSelect } from './layered-select.ts'
import type { UsagePlan } from './usage-format.ts'

/** The rows of an import of usage in DuckDB: view `usage_rows` has the good ones. */
export type UsageRows = {
  rowsRead: number
  rowsPerSource: number[]
  badRows: number
  issues: RowIssue[]
  skipped: { reason: string; rows: number }[]
}

/** Reads every row of every source. Throws Refusal when there are none, when none is good, or when rows cannot be split into fields. */
export async function readUsageRows(
  duck: Duck,
  sources: readonly Source[],
  plans: readonly UsagePlan[],
  limits: ImportLimits,
  progress: Progress,
): Promise<UsageRows> {
  progress.step('Read')
  const rowsPerSource: number[] = []
  for (const [n, source] of sources.entries()) {
    const plan = plans[n] as UsagePlan
    await readingGuarded(duck, [source], async () => {
      await plan.prepare?.(duck, source)
      await duck.run(rowsSql(n, source, plan))
    })
    await refuseRejects(duck, source)
    const rows = await countOf(duck, `usage_in_${n}`)
    await readingGuarded(duck, [source], () => refuseExtraFields(duck, source, rows))
    rowsPerSource.push(rows)
    progress.setRows(rowsPerSource.reduce((sum, one) => sum + one, 0))
  }
  refuseEmpty(sources, rowsPerSource)
  const rowsRead = rowsPerSource.reduce((sum, one) => sum + one, 0)
  const issues: RowIssue[] = []
  const skipped = new Map<string, number>()
  let badRows = 0
  for (const [n, source] of sources.entries()) {
    const plan = plans[n] as UsagePlan
    const bad = await countOf(duck, `usage_in_${n} WHERE bad`)
    if (bad > 0) issues.push(...(await issuesOf(duck, n, source, plan, limits.issues)))
    if (bad > limits.issues) throw tooManyIssues(bad, source.part.name, issues[0])
    badRows += bad
    for (const [reason, rows] of await skippedOf(duck, n, plan)) skipped.set(reason, (skipped.get(reason) ?? 0) + rows)
  }
  if (badRows > 0 && badRows + [...skipped.values()].reduce((sum, rows) => sum + rows, 0) === rowsRead)
    throw noGoodRows(issues[0])
  await duck.run(
    `CREATE OR REPLACE VIEW usage_rows AS ${plans.map((plan, n) => goodRows(n, plan)).join(' UNION ALL BY NAME ')}`,
  )
  progress.done(counted(rowsRead, 'row'))
  return {
    rowsRead,
    rowsPerSource,
    badRows,
    issues,
    skipped: [...skipped].map(([reason, rows]) => ({ reason, rows })),
  }
}

/** The table `usage_in_<n>`: the values of every row in file order, which skip it falls under, and what is wrong with it. */
function rowsSql(n: number, source: Source, plan: UsagePlan): string {
  const skips = plan.skips.map(({ when }, i) => `WHEN ${when} THEN ${i}`)
  const skip = skips.length > 0 ? `CASE ${skips.join(' ')} END` : 'CAST(NULL AS INTEGER)'
  const checks = plan.checks.map(
    ({ when, value }, i) =>
      `CASE WHEN skip IS NULL AND (${when}) THEN coalesce(CAST(${value} AS VARCHAR), '') END AS bad_${i}`,
  )
  const every = source.header.names.map((_, i) => `c${i} IS NULL`).join(' AND ')
  // Every column is wanted, as in read-charges.ts: otherwise DuckDB may let a row with a field too many pass.
  const read = `(SELECT *, (${every}) AS is_empty FROM ${source.rows})`
  const values = layeredSelect({ ...plan.values, skip }, read)
  const kept = [...Object.keys(plan.values), 'skip', 'is_empty', ...checks].join(', ')
  return `CREATE OR REPLACE TABLE usage_in_${n} AS SELECT *, (${anyBad(plan)}) AS bad FROM (SELECT ${kept} FROM ${values})`
}

function anyBad(plan: UsagePlan): string {
  return ['false', ...plan.checks.map((_, i) => `bad_${i} IS NOT NULL`)].join(' OR ')
}

function goodRows(n: number, plan: UsagePlan): string {
  return `SELECT ${Object.keys(plan.values).join(', ')}, ${n} AS source, rowid AS place FROM usage_in_${n} WHERE skip IS NULL AND NOT bad`
}

async function issuesOf(duck: Duck, n: number, source: Source, plan: UsagePlan, most: number): Promise<RowIssue[]> {
  const columns = plan.checks.map((_, i) => `bad_${i}`).join(', ')
  const rows = await duck.all(
    `SELECT rowid::DOUBLE AS place, ${columns} FROM usage_in_${n} WHERE bad ORDER BY rowid LIMIT ${most}`,
  )
  return rows.flatMap((row) => {
    const seen = new Set<string>()
    return plan.checks.flatMap(({ column, reason }, i) => {
      const value = row[`bad_${i}`]
      // The first fault of a cell says it; what follows from it does not.
      if (value === null || value === undefined || seen.has(column)) return []
      seen.add(column)
      const text = String(value)
      return [
        {
          file: source.part.name,
          row: Number(row.place) + source.firstRow,
          column: source.header.nameOf(column),
          value: text.slice(0, 2000),
          reason: reason(text),
        },
      ]
    })
  })
}

async function skippedOf(duck: Duck, n: number, plan: UsagePlan): Promise<[string, number][]> {
  if (plan.skips.length === 0) return []
  const rows = await duck.all(
    `SELECT skip, count(*)::DOUBLE AS rows FROM usage_in_${n} WHERE skip IS NOT NULL GROUP BY 1 ORDER BY 1`,
  )
  return rows.map((row) => [plan.skips[Number(row.skip)]?.reason ?? '', Number(row.rows)])
}

/** How many rows a table, or a table and a condition, has. */
export async function countOf(duck: Duck, from: string): Promise<number> {
  const [row] = await duck.all(`SELECT count(*)::DOUBLE AS rows FROM ${from}`)
  return Number(row?.rows ?? 0)
}
