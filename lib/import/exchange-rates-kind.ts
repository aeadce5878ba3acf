import type { ExchangeRateRow, ExchangeRatesReceipt } from '@/lib/core/receipt.ts'
import type { CellProblem } from '@/lib/core/text-table.ts'
import { ECB, isEcbHeader, readEcbTable } from '@/lib/currency/ecb-table.ts'
import type { ExchangeRate } from '@/lib/currency/exchange-rate.ts'
import { readRateTable } from '@/lib/currency/rate-table.ts'
import { isSameRate, lockStoredRates, rateKey, takeBackRates, writeRates } from '@/lib/currency/stored-rates.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { FileKind, RecognisedJob } from './file-kind.ts'
import type { FileFormat } from './format.ts'
import type { Outcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import { listParts, receiptFiles, record } from './record.ts'
import { readTextTables, refuseProblems } from './text-tables.ts'

/** One rate a row; docs/currencies.md describes the columns. */
const exchangeRates: FileFormat = {
  id: 'exchange-rates',
  label: 'Exchange rates',
  docs: 'docs/currencies.md',
  requires: [['month'], ['from'], ['to'], ['rate']],
  excludes: [],
}

const ecb: FileFormat = {
  id: 'ecb-reference-rates',
  label: 'ECB reference rates',
  docs: 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/',
  requires: [['Date'], ['USD'], ['JPY']],
  excludes: [],
  matches: (header) => isEcbHeader(header.names),
}

type RowOfFile = ExchangeRate & { row: number; file: string }

/** Exchange rates: they convert from the next question on. Closed months stay as they are. */
export const exchangeRatesKind: FileKind = {
  id: 'exchange-rates',
  formats: [exchangeRates, ecb],
  settle,
  async publish(_run, importId) {
    throw new Error(`import ${importId} of exchange rates never waits`)
  },
  async takeBack(run, importId) {
    const { replaced, stored } = await storedBy(run, importId)
    await takeBackRates(run, importId, replaced, stored)
  },
  async remove(run, importIds) {
    for (const importId of [...importIds].sort((a, b) => b - a)) {
      const [{ count = 0 } = {}] = await run('SELECT count(*)::int AS count FROM exchange_rate WHERE import_id = $1', [
        importId,
      ])
      if (Number(count) > 0) await takeBackRates(run, importId, (await storedBy(run, importId)).replaced, 0)
    }
  },
  async holds(run, importId) {
    const { stored } = await storedBy(run, importId)
    const [row] = await run('SELECT count(*)::int AS count FROM exchange_rate WHERE import_id = $1', [importId])
    return stored > 0 && Number(row?.count) === stored
  },
}

/** What an import's receipt says that it stored: new and different rates; those that were there already are not its own. */
async function storedBy(run: SqlRunner, importId: number): Promise<{ replaced: ExchangeRateRow[]; stored: number }> {
  const [row] = await run('SELECT receipt FROM import WHERE id = $1', [importId])
  const receipt = row?.receipt as ExchangeRatesReceipt | null
  return { replaced: receipt?.replaced ?? [], stored: (receipt?.added ?? 0) + (receipt?.replaced.length ?? 0) }
}

async function settle(job: RecognisedJob, progress: Progress): Promise<Outcome> {
  const { client, importId, sources, format } = job
  progress.done(format.label)
  progress.step('Read')
  const tables = await readTextTables(job.duck, sources)
  const reads = tables.map((table) => (format === ecb ? readEcbTable(table) : readRateTable(table)))
  refuseProblems(reads.flatMap(({ problems }) => problems))
  const rows = reads.flatMap((read, n) => read.rows.map((row): RowOfFile => ({ ...row, file: tables[n]?.file ?? '' })))
  refuseProblems(twiceInParts(rows))
  progress.done(`${rows.length.toLocaleString('en-US')} monthly rates`)
  const run = pgRunner(client)
  await client.query('BEGIN')
  try {
    progress.step('Published')
    const { rates, closed } = await lockStoredRates(run)
    const changed = rows.filter((row) => !isSameRate(rates.get(rateKey(row)), row))
    refuseProblems(changed.filter(({ month }) => closed.has(month)).map((row) => frozen(row, rates.get(rateKey(row)))))
    const [by] = await run('SELECT created_by FROM import WHERE id = $1', [importId])
    await writeRates(
      run,
      changed.map(({ row: _row, file: _file, ...rate }) => ({ ...rate, importId, createdBy: String(by?.created_by) })),
    )
    progress.done(`${changed.length.toLocaleString('en-US')} new or different`)
    const replaced = changed.flatMap((row) => rates.get(rateKey(row)) ?? [])
    const months = rows.map(({ month }) => month).sort()
    const rowsPerTable = tables.map((table) => table.rows.length)
    const receipt: ExchangeRatesReceipt = {
      kind: 'exchange-rates',
      format: {
        id: format.id,
        label: format.label,
        variant: format === ecb ? `${ECB}, last day of each month` : format.label,
      },
      files: await receiptFiles(run, importId, sources, rowsPerTable),
      rowsRead: rowsPerTable.reduce((sum, count) => sum + count, 0),
      rowsStored: rows.length,
      rowsWithIssues: 0,
      added: changed.length - replaced.length,
      same: rows.length - changed.length,
      replaced,
      months: { from: months[0] ?? '', to: months.at(-1) ?? '' },
      pairs: new Set(rows.map(({ from, to }) => `${from} ${to}`)).size,
      steps: progress.steps,
    }
    await listParts(client, importId, sources, rowsPerTable)
    await record(client, importId, receipt, null, {})
    progress.checkpoint()
    await client.query('COMMIT')
    return { state: 'published', receipt, question: null, issues: [] }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

function twiceInParts(rows: readonly RowOfFile[]): CellProblem[] {
  const seen = new Map<string, RowOfFile>()
  return rows.flatMap((row) => {
    const first = seen.get(rateKey(row))
    seen.set(rateKey(row), first ?? row)
    if (!first) return []
    const reason = `is also given by row ${first.row} of ${first.file}`
    return [problem(row, 'rate', row.rate, reason, 'Import the two files one after the other; the later one counts.')]
  })
}

function frozen(row: RowOfFile, stored: ExchangeRateRow | undefined): CellProblem {
  const what = `${row.from} to ${row.to} of ${row.month.slice(0, 7)}`
  const reason = `would change ${what}, which is closed and has ${stored ? stored.rate : 'no such rate'}`
  return problem(
    row,
    'rate',
    row.rate,
    reason,
    'Leave the month out, or let an admin open it again under Exchange rates.',
  )
}

function problem(row: RowOfFile, column: string, value: string, reason: string, whatToDo: string): CellProblem {
  return { file: row.file, row: row.row, column, value, reason, whatToDo }
}
