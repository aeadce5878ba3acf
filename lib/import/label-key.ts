import type { Column, FormatPlan } from './format.ts'

/** The columns that rows of one meter, one billing period and one invoice share: what is read once for all of them. */
export function keyColumns(plan: FormatPlan): Column[] {
  const columns = [...Object.values(plan.labels)]
  const period = periodColumn(plan)
  if (period !== null) columns.push(period)
  if (plan.invoiceId !== null) columns.push(plan.invoiceId)
  return [...new Set(columns)]
}

/** The column of the billing period; null where it is the day of the charge, which would make every day a key of its own. */
export function periodColumn(plan: FormatPlan): Column | null {
  const column = plan.billingPeriod?.column ?? null
  return column === plan.chargeStart.column ? null : column
}

/**
 * A 128-bit key of those columns: two 64-bit hashes, taken in opposite order. Two of 100,000 keys are alike once in some billion files; then
 * two meters would be taken for one, and no amount would be lost. A digest such as MD5 costs half of the scan again.
 */
export function labelKey(plan: FormatPlan): string {
  const columns = keyColumns(plan)
  if (columns.length === 0) return 'CAST(0 AS UHUGEINT)'
  const half = (names: readonly string[]) => `CAST(hash(${names.join(', ')}) AS UHUGEINT)`
  return `(${half(columns)} << 64) + ${half(columns.toReversed())}`
}
