import type { CostBasis } from '@/lib/core/cost-basis.ts'

/** SQL name of one column of the file being read (`c0`, `c1`, ...); every column is text or null. */
export type Column = string

/** The header of a file. Names compare without case, punctuation and blanks; `lineItem/UnblendedCost` is `line_item_unblended_cost`. */
export type Header = {
  /** As written in the file, without BOM, quotes and outer blanks. */
  names: readonly string[]
  /** The column with the first of these names that the file has, or null. */
  column(...names: string[]): Column | null
  /** Whether the file has one of these names. */
  has(...names: string[]): boolean
  /** Columns whose name as written matches, with that name. */
  matching(pattern: RegExp): { name: string; column: Column }[]
  /** The name as written of a column, for messages. */
  nameOf(column: Column): string
}

/** A point in time: the column it is read from and SQL that gives a UTC TIMESTAMP, or null where the text has none of the layouts declared. */
export type Instant = { column: Column; sql: string }

/**
 * How a cost is read. `numbers` are columns that hold one decimal; `lists` hold JSON-like lists of objects with an `amount`.
 * `sql` builds the expression: `text(c)` is the decimal text as in the file, `number(c)` the exact decimal for arithmetic, `sum(c)` the
 * exact sum of the amounts in a list. Exact decimals can be added, subtracted and compared with 0, nothing else. The result is text or an
 * exact decimal; null means that the row does not carry this cost.
 */
export type Amount = {
  numbers: Column[]
  lists?: Column[]
  sql(read: { text(c: Column): string; number(c: Column): string; sum(c: Column): string }): string
}

/** What distinguishes one meter from another, in FOCUS terms; becomes a row of `meter`. */
export type MeterLabels = {
  provider: string
  billingAccountId: string
  billingAccountName: string | null
  subAccountId: string | null
  subAccountName: string | null
  serviceName: string | null
  serviceCategory: string | null
  regionId: string | null
  resourceId: string | null
  resourceName: string | null
  resourceType: string | null
  skuId: string | null
  skuMeter: string | null
  skuDetail: string | null
  operation: string | null
  instanceType: string | null
  gpuCountLabel: string | null
  chargeCategory: 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment'
  chargeClass: string | null
  providerChargeType: string | null
  pricingCategory: 'Standard' | 'Dynamic' | 'Committed' | 'Other' | null
  commitmentId: string | null
  commitmentStatus: 'Used' | 'Unused' | null
  consumedUnit: string | null
  /** ISO 4217, or a virtual currency's name. */
  currency: string
  tags: Record<string, string>
}

/** Why rows with these labels cannot be stored. */
export type LabelProblem = { column: Column | null; value: string; reason: string }

/** How one file of a format is read. */
export type FormatPlan = {
  /** The exact layout found, e.g. "FOCUS 1.2"; shown on the receipt. */
  variant: string
  /** Columns whose text tells meters apart, under names of the format's own choice. */
  labels: Record<string, Column>
  /** Called once for each distinct combination of `labels`; pure. */
  meter(raw: Record<string, string | null>): MeterLabels | { problem: LabelProblem }
  chargeStart: Instant
  /** Exclusive end; null: `chargeSpan` after the start. */
  chargeEnd: Instant | null
  chargeSpan: 'hour' | 'day'
  /** Any instant within the first day of the billing period; null: the month of chargeStart. */
  billingPeriod: Instant | null
  /** In the unit that `meter` gives as `consumedUnit`; null text where the row consumes nothing. */
  quantity: Amount | null
  costs: Record<CostBasis, Amount | null>
  /** Column with the invoice a row belongs to, for the receipt's check per invoice. */
  invoiceId: Column | null
}

/** A question that only a person can answer, unless `probe` over the table `rows` (c0, c1, ...) gives the answer. */
export type FormatQuestion = {
  id: string
  text: string
  options: { value: string; label: string }[]
  /** Whether an answer that is none of the options is one; without it every answer given is taken. */
  accepts?(answer: string): boolean
  /** SQL with one row and one column: the answer (an option's value, or one that only the rows can give), or null when they do not say. */
  probe: string
}

/** A layout of files that can be told by its columns. Ids are unique over all kinds of files. */
export type FileFormat = {
  id: string
  label: string
  /** Page of the provider that documents the layout. */
  docs: string
  /** Column names that must be there: one of each group. */
  requires: readonly (readonly string[])[]
  /** Column names that must not be there. */
  excludes: readonly string[]
  /** Further conditions on the header, rarely needed. */
  matches?(header: Header): boolean
  /** Set for a layout that is recognised in order to be refused: why, and what to upload instead. */
  refuse?: string
  /** For a format that shares its columns with another: taken instead of that when the answer `as` says this, if the header has these columns. */
  whenAsked?: { as: string; requires: readonly (readonly string[])[] }
  questions?(header: Header): FormatQuestion[]
}

/** One provider's export layout of a bill. Adding one: a file in `formats/`, a line in the registry, fixtures. */
export type BillingFormat = FileFormat & {
  plan(header: Header, answers: Record<string, string>): FormatPlan
}
