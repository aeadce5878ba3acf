import type { CostBasis } from './cost-basis.ts'
import type { Day } from './period.ts'
import type { RatesPreview } from './rates-preview.ts'

/** Decimal text by cost; null where no charge carries that cost. */
export type CostTotals = Record<CostBasis, string | null>

/** A row of a file that was not stored. `row` counts as a spreadsheet does: the header is row 1. */
export type RowIssue = { file: string; row: number; column: string; value: string; reason: string }

/** One line of "sum in file = sum stored + sum in issues". All amounts are decimal text; null: the format has no such cost. */
export type ReconciliationLine = {
  currency: string
  cost: CostBasis
  file: string | null
  stored: string | null
  issues: string | null
  difference: string | null
}

/** What one import holds for one slice, and what it replaces. */
export type SliceReceipt = {
  provider: string
  billingAccountId: string
  billingPeriod: Day
  version: number
  rows: number
  totals: Record<string, CostTotals>
  replaces: { version: number; importId: number; rows: number; totals: Record<string, CostTotals> } | null
}

/** A rule of the FOCUS specification held against the rows. `failing` are the subjects that break it. */
export type InvariantCheck = {
  id: string
  label: string
  state: 'passed' | 'failed' | 'not-applicable'
  checked: number
  failing: { subject: string; detail: string }[]
}

/** What the files of an import hold. */
export type FileKindId = 'billing' | 'usage' | 'rates' | 'exchange-rates'

/** Proof of an import of a bill, shown on screen and downloaded as JSON. */
export type Receipt = {
  /** Receipts from before there were other kinds do not say. */
  kind?: 'billing'
  format: { id: string; label: string; variant: string }
  files: { name: string; bytes: number; sha256: string; rows: number; encoding: string; delimiter: string | null }[]
  rowsRead: number
  rowsStored: number
  rowsWithIssues: number
  reconciliation: ReconciliationLine[]
  slices: SliceReceipt[]
  invariants: InvariantCheck[]
  chargePeriod: { from: Day; to: Day } | null
  meters: { seen: number; created: number }
  /** Shares of effective (else billed) cost, 0..1, per currency, that got a value; null without cost. */
  coverage: { dimension: 'gpu-class' | 'team' | 'project' | 'model'; currency: string; share: number | null }[]
  unknownGpus: { provider: string; evidence: string; charges: number }[]
  steps: { name: string; milliseconds: number; note: string }[]
}

/** What an import of usage holds. Hours and tokens are decimal text; null: the files say nothing of it. Instants are ISO 8601 in UTC. */
export type UsageFigures = {
  records: number
  /** GPU hours that somebody held. */
  gpuHours: string | null
  /** GPU hours that were measured, held or not. */
  measuredGpuHours: string | null
  hosts: number
  unmatchedHosts: number
  tokensIn: string | null
  tokensOut: string | null
  requests: string | null
  from: string | null
  to: string | null
  /** The metrics that utilisation was read from, most hours first, joined by a comma; null: not measured. */
  utilisationMetric: string | null
  /** Records that no published import holds, that differ from what one holds, and that one holds just so. */
  newRecords: number
  changedRecords: number
  sameRecords: number
}

/** A machine that the files name. `host` is the bill's name for it, null where no bill names it. */
export type UsageHostReceipt = {
  resource: string
  host: string | null
  foundBy: string | null
  gpuHours: string | null
}

/** Proof of an import of usage. */
export type UsageReceipt = {
  kind: 'usage'
  format: { id: string; label: string; variant: string }
  files: Receipt['files']
  rowsRead: number
  /** Rows that are in a record; of samples, many rows become one record. */
  rowsStored: number
  rowsWithIssues: number
  /** Rows that hold nothing to store, by reason. */
  skipped: { reason: string; rows: number }[]
  usage: UsageFigures
  /** GPU hours by the metric that says how busy they were; metric null: not measured. */
  metrics: { metric: string | null; gpuHours: string }[]
  /** Machines, those that no bill names first, then by hours; at most 200 of `usage.hosts`. */
  machines: UsageHostReceipt[]
  steps: Receipt['steps']
}

/** Proof of an import of rates. `replaced` are the ids of the rates that it ended and that count again when it is undone. */
export type RatesReceipt = {
  kind: 'rates'
  format: Receipt['format']
  files: Receipt['files']
  rowsRead: number
  rowsStored: number
  rowsWithIssues: 0
  replaced: number[]
  preview: RatesPreview
  steps: Receipt['steps']
}

/** A stored exchange rate: one unit of `from` is `rate` (decimal text) units of `to` in the month. */
export type ExchangeRateRow = {
  month: Day
  from: string
  to: string
  rate: string
  source: string
  observedOn: Day
  importId: number | null
  createdBy: string
}

/** Proof of an import of exchange rates. `rowsStored` counts rates; of these `added` are new and `replaced` were different before. */
export type ExchangeRatesReceipt = {
  kind: 'exchange-rates'
  format: Receipt['format']
  files: Receipt['files']
  rowsRead: number
  rowsStored: number
  rowsWithIssues: 0
  added: number
  same: number
  replaced: ExchangeRateRow[]
  months: { from: Day; to: Day } | null
  pairs: number
  steps: Receipt['steps']
}

/** The proof of an import of any kind. */
export type ImportReceipt = Receipt | UsageReceipt | RatesReceipt | ExchangeRatesReceipt

/** Why an import waits for a person. */
export type ImportQuestion =
  | {
      kind: 'mapping'
      header: string[]
      preview: (string | null)[][]
      suggestions: Record<string, string>
      headerHash: string
      nearest: { format: string; missing: string[] }[]
    }
  | { kind: 'choice'; id: string; text: string; options: { value: string; label: string }[] }
  | { kind: 'confirm'; replaces: SliceReceipt[]; issues: number }
  | { kind: 'confirm-rates'; preview: RatesPreview }

/** How far a running import is. */
export type ImportProgress = { step: string; bytesDone: number; bytesTotal: number; rowsDone: number }

/** A refusal or failure: what is wrong, where, and what to do. */
export type ImportError = {
  code: string
  message: string
  file?: string
  row?: number
  column?: string
  value?: string
  whatToDo?: string
}
