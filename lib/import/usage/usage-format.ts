import type { Duck } from '@/lib/import/duck.ts'
import type { Column, FileFormat, Header } from '@/lib/import/format.ts'
import type { Source } from '@/lib/import/source.ts'

/** What a record says, with its type in DuckDB. Text that is not stated is null; what was not measured is null, never 0. */
export const recordFields = {
  starts: 'TIMESTAMP',
  ends: 'TIMESTAMP',
  role: 'VARCHAR',
  resource: 'VARCHAR',
  provider_id: 'VARCHAR',
  gpu_device: 'VARCHAR',
  gpu_class: 'VARCHAR',
  gpus: 'DECIMAL(28, 12)',
  gpu_hours: 'DECIMAL(38, 12)',
  team: 'VARCHAR',
  project: 'VARCHAR',
  model: 'VARCHAR',
  workload: 'VARCHAR',
  workload_kind: 'VARCHAR',
  person: 'VARCHAR',
  utilisation: 'DECIMAL(28, 12)',
  utilisation_metric: 'VARCHAR',
  memory_gib: 'DECIMAL(28, 12)',
  tokens_in: 'DECIMAL(28, 0)',
  tokens_out: 'DECIMAL(28, 0)',
  requests: 'DECIMAL(28, 0)',
  state: 'VARCHAR',
  details: 'VARCHAR',
} as const

export type RecordField = keyof typeof recordFields

/** A condition under which a row cannot be stored. `value` is the SQL of what stands in `column`; the reason is worded from it. */
export type Check = { column: Column; when: string; value: string; reason(value: string): string }

/** A condition under which a row holds nothing to store: no fault, but named on the receipt. */
export type Skip = { reason: string; when: string }

/** How one file of a format is read: SQL over its columns c0, c1, ..., by names of the format's own choice. */
export type UsagePlan = {
  /** The exact layout found; shown on the receipt. */
  variant: string
  /** May refer to each other. Every plan of a format has the same names. */
  values: Record<string, string>
  checks: Check[]
  /** Runs before the rows are read, for tables that the values, checks or records look things up in. */
  prepare?(duck: Duck, source: Source): Promise<void>
  /** The first that holds counts; skipped rows are not checked. */
  skips: Skip[]
}

/**
 * How records come from rows: SQL over the table `usage_rows`, which has the plan's values of every good row, `source` and `place`. With
 * `groupBy`, one record is many rows; without, `rows` says in how many records each row is counted (default once).
 */
export type RecordPlan = {
  from: string
  /** The text that makes a record the same one in another export. */
  key: string
  fields: Partial<Record<RecordField, string>>
  groupBy?: string
  rows?: string
  /** Records (of the table `usage_records`) that others say better: their rows are skipped for that reason. */
  drop?: { reason: string; where: string }
}

/** One layout of usage telemetry. Adding one: a file in `formats/`, a line in the registry, fixtures, a section in docs/usage-formats.md. */
export type UsageFormat = FileFormat & {
  plan(header: Header, answers: Record<string, string>): UsagePlan
  records: RecordPlan
  /** SQL with columns resource, starts, ends: for how long these files say everything about a machine; over `usage_rows` and `usage_records`. */
  covers: string | null
  /** SQL condition for the rows of `usage_rows` that state such a time and are no record; absent: none. */
  coverRows?: string
}
