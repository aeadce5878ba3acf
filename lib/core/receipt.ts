import type { CostBasis } from './cost-basis.ts'
import type { Day } from './period.ts'

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

/** Proof of an import, shown on screen and downloaded as JSON. */
export type Receipt = {
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
