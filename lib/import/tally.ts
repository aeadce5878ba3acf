import { costBases } from '@/lib/core/cost-basis.ts'
import { add } from '@/lib/core/money.ts'
import type { CostTotals } from '@/lib/core/receipt.ts'
import type { ChargesView } from './charges-view.ts'
import type { Duck, DuckRow } from './duck.ts'

/** Rows and sums of one slice in one currency. */
export type SliceTally = {
  provider: string
  account: string
  period: string
  currency: string
  rows: number
  totals: CostTotals
}

/** SQL that sums a cost exactly, as decimal text; null where no row carries it. */
export function sumSql(view: ChargesView, name: string): string {
  return view.present.has(name) ? view.exact.text(`sum(${name}_n)`) : 'CAST(NULL AS VARCHAR)'
}

/** Sums per currency over all rows of the files, readable amounts of bad rows included. */
export async function fileTotals(duck: Duck, view: ChargesView): Promise<Record<string, CostTotals>> {
  return totalsBy(duck, view, 'true')
}

/** Sums per currency over the rows that are listed as issues. */
export async function issueTotals(duck: Duck, view: ChargesView): Promise<Record<string, CostTotals>> {
  return totalsBy(duck, view, 'bad')
}

async function totalsBy(duck: Duck, view: ChargesView, where: string): Promise<Record<string, CostTotals>> {
  const sums = costBases.map((cost) => `${sumSql(view, cost)} AS ${cost}`).join(', ')
  const rows = await duck.all(
    `SELECT coalesce(currency, 'not stated') AS currency, ${sums} FROM charges WHERE ${where} GROUP BY 1 ORDER BY 1`,
  )
  return Object.fromEntries(rows.map((row) => [String(row.currency), totalsOf(row)]))
}

/** The slices that the good rows fall in, with rows and sums per currency. */
export async function sliceTallies(duck: Duck, view: ChargesView): Promise<SliceTally[]> {
  const sums = costBases.map((cost) => `${sumSql(view, cost)} AS ${cost}`).join(', ')
  const rows = await duck.all(
    `SELECT provider, account, CAST(period AS VARCHAR) AS period, currency, count(*)::DOUBLE AS rows, ${sums}
     FROM charges WHERE NOT bad GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  )
  return rows.map((row) => ({
    provider: String(row.provider),
    account: String(row.account),
    period: String(row.period),
    currency: String(row.currency),
    rows: Number(row.rows),
    totals: totalsOf(row),
  }))
}

function totalsOf(row: DuckRow): CostTotals {
  // Without the zeros that the arithmetic's scale leaves behind.
  const of = (name: string) => (row[name] === null || row[name] === undefined ? null : add(String(row[name]), '0'))
  return { billed: of('billed'), effective: of('effective'), list: of('list'), contracted: of('contracted') }
}
