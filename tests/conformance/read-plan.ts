import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { detect } from '@/lib/import/detect.ts'
import type { Amount, BillingFormat, FormatPlan, Header, LabelProblem, MeterLabels } from '@/lib/import/format.ts'
import { makeHeader } from '@/lib/import/header.ts'
import { billingFormats } from '@/lib/import/index.ts'
import { canonical } from './exact-decimal.ts'

/** One row as a plan reads it. Costs and quantity in canonical decimal text, times as `YYYY-MM-DD HH:MM:SS` in UTC. */
export type ReadCharge = {
  meter: MeterLabels | { problem: LabelProblem }
  start: string | null
  end: string | null
  billingPeriod: string | null
  quantity: string | null
  costs: Record<CostBasis, string | null>
}

export type ReadFile = {
  format: BillingFormat
  variant: string
  /** Whether the format has an end of the charge period for every row. */
  statesEnd: boolean
  answers: Record<string, string>
  charges: ReadCharge[]
}

/** No format claims the file; the message is what detection says. */
export class NotDetected extends Error {
  override name = 'NotDetected'
}

const nulls = ['', 'NULL', 'null', 'None', 'N/A']

/** The cells of a CSV, gzip or not, header first. */
export function readCells(path: string): { header: Header; rows: (string | null)[][] } {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
  const [names = [], ...rows] = data
  return { header: makeHeader(names), rows: rows.map((row) => row.map((cell) => (nulls.includes(cell) ? null : cell))) }
}

const amounts = (list: string) => `regexp_extract_all(${list}, '.amount.: *([-+0-9.eE]+)', 1)`
const exactType = 'DECIMAL(38, 22)'

/** Amounts without arithmetic stay text; with arithmetic every number is a decimal. */
function amountSql(amount: Amount | null): string {
  if (amount === null) return 'CAST(NULL AS VARCHAR)'
  let arithmetic = false
  const noted = (sql: string) => {
    arithmetic = true
    return sql
  }
  const sql = amount.sql({ text: (c) => c, number: noted, sum: noted })
  if (!arithmetic) return `CAST(${sql} AS VARCHAR)`
  const number = (c: string) => `CAST(${c} AS ${exactType})`
  const sum = (c: string) => `list_sum(list_transform(${amounts(c)}, lambda x: CAST(x AS ${exactType})))`
  return `CAST(${amount.sql({ text: number, number, sum })} AS VARCHAR)`
}

function selection(plan: FormatPlan): string {
  const columns: Record<string, string> = {
    start: plan.chargeStart.sql,
    ended: plan.chargeEnd?.sql ?? 'NULL',
    period: plan.billingPeriod?.sql ?? plan.chargeStart.sql,
    quantity: amountSql(plan.quantity),
    ...Object.fromEntries(costBases.map((basis) => [basis, amountSql(plan.costs[basis])])),
  }
  const labels = Object.values(plan.labels).map((column, at) => `${column} AS label${at}`)
  const values = Object.entries(columns).map(([name, sql]) => `CAST(${sql} AS VARCHAR) AS ${name}_`)
  return [...values, ...labels].join(', ')
}

/** Reads a whole file with the one format that claims it (or `custom`), every row on its own and without the importer. */
export async function readPlan(path: string, given: Record<string, string> = {}): Promise<ReadFile> {
  const { header, rows } = readCells(path)
  const custom = billingFormats.find(({ id }) => id === 'custom')
  const asked = billingFormats.find(({ whenAsked }) => given.as !== undefined && whenAsked?.as === given.as)
  const chosen = given.mapping ? custom : asked
  const found = chosen ? { format: chosen } : detect(header, billingFormats)
  if (!('format' in found)) throw new NotDetected(found.problem)
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  try {
    await connection.run("SET TimeZone = 'UTC'")
    await connection.run(`CREATE TABLE rows (${header.names.map((_, at) => `c${at} VARCHAR`).join(', ')})`)
    const appender = await connection.createAppender('rows')
    for (const row of rows) {
      for (let at = 0; at < header.names.length; at += 1) {
        const cell = row[at] ?? null
        if (cell === null) appender.appendNull()
        else appender.appendVarchar(cell)
      }
      appender.endRow()
    }
    appender.closeSync()
    const answers = { ...given }
    for (const question of found.format.questions?.(header) ?? []) {
      const [answer] = (await connection.runAndReadAll(question.probe)).getRowsJson().flat()
      if (!answers[question.id] && answer !== null) answers[question.id] = String(answer)
    }
    const plan = found.format.plan(header, answers)
    const result = await connection.runAndReadAll(`SELECT ${selection(plan)} FROM rows`)
    const charges = result.getRowObjectsJson().map((row) => chargeOf(plan, row as Record<string, string | null>))
    return { format: found.format, variant: plan.variant, statesEnd: plan.chargeEnd !== null, answers, charges }
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}

function chargeOf(plan: FormatPlan, row: Record<string, string | null>): ReadCharge {
  const labels = Object.keys(plan.labels).map((label, at) => [label, row[`label${at}`] ?? null] as const)
  const decimal = (text: string | null | undefined) => (text == null ? null : canonical(text))
  return {
    meter: plan.meter(Object.fromEntries(labels)),
    start: row.start_ ?? null,
    end: row.ended_ ?? null,
    billingPeriod: row.period_?.slice(0, 7) ?? null,
    quantity: decimal(row.quantity_),
    costs: Object.fromEntries(costBases.map((basis) => [basis, decimal(row[`${basis}_`])])) as ReadCharge['costs'],
  }
}
