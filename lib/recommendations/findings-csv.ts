import { toCsv } from '@/lib/core/csv.ts'
import type { FindingRow } from './read-findings.ts'

const columns: readonly (readonly [string, (row: FindingRow) => string | number | null])[] = [
  ['rule', ({ number }) => number],
  ['title', ({ title }) => title],
  ['lever', ({ lever }) => lever],
  ['subject', ({ subject }) => subject.name],
  ['finding', ({ sentence }) => sentence],
  ['state', ({ state }) => state],
  ['confidence', ({ grade }) => grade],
  ['effort', ({ effort }) => effort],
  ['team', ({ team }) => team],
  ['project', ({ project }) => project],
  ['currency', ({ currency }) => currency],
  ['saving_low', ({ saving }) => saving.low],
  ['saving_expected', ({ saving }) => saving.expected],
  ['saving_high', ({ saving }) => saving.high],
  ['counted_low', ({ counted }) => counted.low],
  ['counted_expected', ({ counted }) => counted.expected],
  ['counted_high', ({ counted }) => counted.high],
  ['frees_commitment', ({ frees }) => frees],
  ['owner', ({ owner }) => owner],
  ['due_on', ({ dueOn }) => dueOn],
  ['done_on', ({ doneOn }) => doneOn],
  ['realised', ({ realised }) => realised?.realised ?? null],
  ['key', ({ key }) => key],
]

/** Findings as CSV: amounts are of 30 days, as decimal text; `counted` adds up, `saving` does not. */
export function findingsCsv(rows: readonly FindingRow[]): string {
  return toCsv(
    columns.map(([name]) => name),
    rows.map((row) => Object.fromEntries(columns.map(([name, read]) => [name, read(row)]))),
  )
}
