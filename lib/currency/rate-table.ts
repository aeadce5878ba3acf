import type { CellProblem, TableRead, TextTable } from '@/lib/core/text-table.ts'
import { readTable } from '@/lib/core/text-table.ts'
import type { ExchangeRate, ExchangeRateDraft } from './exchange-rate.ts'
import { readExchangeRate } from './exchange-rate.ts'

/** The columns of a file of exchange rates, all needed; docs/currencies.md describes them. */
export const exchangeRateColumns = ['month', 'from', 'to', 'rate', 'source', 'date'] as const

/** Reads one rate a row. Two rows for the same month and pair are a problem that names both. Pure. */
export function readRateTable(table: TextTable): TableRead<ExchangeRate> {
  const read = readTable<ExchangeRate>(table, exchangeRateColumns, (cell, problem) => {
    const cells = exchangeRateColumns.map((column) => [column, cell(column)])
    const said = readExchangeRate(Object.fromEntries(cells) as ExchangeRateDraft)
    if ('rate' in said) return said.rate
    for (const { field, reason, whatToDo } of said.faults) problem(field, reason, whatToDo)
    return null
  })
  return { ...read, problems: [...read.problems, ...twice(table.file, read.rows)] }
}

function twice(file: string, rows: readonly (ExchangeRate & { row: number })[]): CellProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ row, month, from, to }) => {
    const pair = `${from} to ${to} of ${month.slice(0, 7)}`
    const first = seen.get(pair)
    seen.set(pair, first ?? row)
    if (first === undefined) return []
    const reason = `gives ${pair}, as row ${first} does`
    return [{ file, row, column: 'month', value: month.slice(0, 7), reason, whatToDo: 'Remove one of the two rows.' }]
  })
}
