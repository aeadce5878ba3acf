import type {
  CostTotals,
  FileKindId,
  ImportError,
  Receipt,
  RowIssue,
  SliceReceipt,
  UsageFigures,
} from '@/lib/core/receipt.ts'
import type { Result } from '@/lib/import/execute.ts'

/** What `npm run -s import -- --json` prints. Amounts are decimal text in full. */
export type ImportReport = {
  status: 'published' | 'unchanged' | 'refused' | 'failed'
  /** What the files hold; absent where that did not become known. */
  kind?: FileKindId
  importId?: number
  format?: string
  variant?: string
  rowsRead?: number
  rowsStored?: number
  issues?: RowIssue[]
  totals?: Record<string, CostTotals>
  slices?: SliceReceipt[]
  usage?: UsageFigures
  error?: ImportError
}

/** The report of an import that ran. */
export function reportOf(importId: number, result: Result): ImportReport {
  if ('receipt' in result) {
    const { receipt } = result
    return {
      status: 'published',
      kind: receipt.kind ?? 'billing',
      importId,
      format: receipt.format.id,
      variant: receipt.format.variant,
      rowsRead: receipt.rowsRead,
      rowsStored: receipt.rowsStored,
      issues: result.issues,
      ...('usage' in receipt && { usage: receipt.usage }),
      ...('slices' in receipt && { totals: totalsOf(receipt), slices: receipt.slices }),
    }
  }
  const kind = result.kind === null ? {} : { kind: result.kind }
  if (result.state === 'needs_answer')
    return { status: 'refused', ...kind, importId, error: unanswered(result.question) }
  if (result.state === 'cancelled')
    return { status: 'refused', ...kind, importId, error: { code: 'cancelled', message: 'The import was cancelled.' } }
  return { status: result.state, ...kind, importId, error: result.error }
}

function totalsOf(receipt: Receipt): Record<string, CostTotals> {
  const totals: Record<string, CostTotals> = {}
  for (const line of receipt.reconciliation) {
    totals[line.currency] ??= { billed: null, effective: null, list: null, contracted: null }
    const own = totals[line.currency]
    if (own) own[line.cost] = line.stored
  }
  return totals
}

function unanswered(question: Extract<Result, { state: 'needs_answer' }>['question']): ImportError {
  if (question.kind === 'choice') {
    const choices = question.options.map((option) => `--answer ${question.id}=${option.value}`).join(' or ')
    return { code: 'needs_answer', message: question.text, whatToDo: `Say ${choices}.` }
  }
  if (question.kind === 'confirm' || question.kind === 'confirm-rates')
    return { code: 'confirmation', message: 'This replaces published slices.', whatToDo: 'Say --yes.' }
  const nearest = question.nearest.map((n) => `${n.format} lacks ${n.missing.join(', ') || 'nothing'}`).join('; ')
  return {
    code: 'no_format',
    message: `No format fits the columns of this file. ${nearest ? `Nearest: ${nearest}.` : ''}`.trim(),
    row: 1,
    whatToDo: 'Upload it in the app and map its columns once; the mapping is remembered for this header.',
  }
}

/** Prints a report and returns the exit code: 0 published or unchanged, 2 refused, 1 internal error. */
export function printResult(report: ImportReport, json: boolean): number {
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`)
  else process.stdout.write(`${sentence(report)}\n`)
  if (report.status === 'failed') return 1
  return report.status === 'refused' ? 2 : 0
}

function sentence(report: ImportReport): string {
  if (report.status === 'unchanged') return `Unchanged: import ${report.importId} already holds these bytes.`
  if (report.error)
    return `${report.status === 'failed' ? 'Failed' : 'Refused'}: ${report.error.message} ${report.error.whatToDo ?? ''}`.trim()
  if (report.usage) return usageSentence(report, report.usage)
  const totals = Object.entries(report.totals ?? {}).map(
    ([currency, t]) => `${t.effective ?? t.billed ?? 'no cost'} ${currency}`,
  )
  const facts = [report.variant, `${report.rowsStored} of ${report.rowsRead} rows`, ...totals]
  return `Published import ${report.importId}: ${facts.join(', ')}.`
}

function usageSentence(report: ImportReport, usage: UsageFigures): string {
  const { records, gpuHours, hosts, unmatchedHosts, tokensIn, tokensOut } = usage
  const facts = [
    `${records} records of ${report.rowsRead} rows`,
    gpuHours !== null && `${gpuHours} GPU hours`,
    hosts > 0 && `${hosts} machines, ${unmatchedHosts} of them in no bill`,
    tokensIn !== null && `${tokensIn} tokens in`,
    tokensOut !== null && `${tokensOut} tokens out`,
  ]
  return `Published import ${report.importId}: ${report.variant}, ${facts.filter(Boolean).join(', ')}.`
}
