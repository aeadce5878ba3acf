import { literal } from '@/lib/import/duck.ts'
import type { Column, Header } from '@/lib/import/format.ts'
import type { DateLayout } from '@/lib/import/instants.ts'
import { readInstant } from '@/lib/import/instants.ts'
import { dateReason, numberReason } from '@/lib/import/issue-reasons.ts'
import { implausible } from '@/lib/import/read-charges.ts'
import { DECIMAL_PATTERN, MAX_DECIMAL_LENGTH } from '../decimal-sql.ts'
import type { Check, Skip, UsagePlan } from './usage-format.ts'

/** What a number may be. `most` is a limit beyond which it is not what the column says, or what is wrong with such a value. */
type NumberRule = { negative?: boolean; whole?: boolean; most?: { value: number; reason: string } }

/** More GPUs than any one machine or job has. */
export const mostGpus = { value: 1_000_000, reason: 'not a number of GPUs' }
/** More tokens or requests than any record has. */
const mostCounted = { value: 1e18, reason: 'not a number of tokens or requests' }

/** Collects what a format reads from a row, and what can be wrong with it. */
export class RowReader {
  private readonly header: Header
  private readonly values: Record<string, string> = {}
  private readonly checks: Check[] = []
  private readonly skips: Skip[] = []

  constructor(header: Header) {
    this.header = header
  }

  plan(variant: string): UsagePlan {
    return { variant, values: this.values, checks: this.checks, skips: this.skips }
  }

  /** A value by any SQL; null gives a null text. */
  set(name: string, sql: string | null): void {
    this.values[name] = sql ?? 'CAST(NULL AS VARCHAR)'
  }

  /** The text of the first of these columns that the file has, without outer blanks. */
  text(name: string, ...columns: string[]): Column | null {
    const column = this.header.column(...columns)
    this.set(name, column && trimmed(column))
    return column
  }

  check(column: Column | null, when: string, reason: string | ((value: string) => string), value?: string): void {
    if (column === null) return
    const worded = typeof reason === 'string' ? () => reason : reason
    this.checks.push({ column, when, value: value ?? column, reason: worded })
  }

  skip(reason: string, when: string): void {
    this.skips.push({ reason, when })
  }

  /** A point in time. With `sql`, it is read by that instead of by layouts; `required` makes an empty cell a fault; `blanks` are texts that mean that there is none. */
  instant(
    name: string,
    column: Column | null,
    how: { layouts?: readonly DateLayout[]; sql?: string; required: boolean; blanks?: readonly string[] },
  ): void {
    const read = column && (how.sql ?? readInstant(column, how.layouts ?? ['iso']).sql)
    this.values[name] = read === null ? 'CAST(NULL AS TIMESTAMP)' : `CAST(${read} AS TIMESTAMP)`
    if (column === null) return
    const notBlank = how.blanks ? ` AND ${column} NOT IN (${how.blanks.map(literal).join(', ')})` : ''
    const missing = how.required ? `${name} IS NULL` : `(${name} IS NULL AND ${column} IS NOT NULL${notBlank})`
    this.check(column, `${missing} OR ${implausible(name)}`, dateReason)
  }

  /** An exact decimal of 12 places; null where the cell is empty. */
  number(name: string, column: Column | null, rule: NumberRule = {}): void {
    if (column === null) {
      this.values[name] = 'CAST(NULL AS DECIMAL(28, 12))'
      return
    }
    const text = `trim(${column})`
    const readable = `(regexp_full_match(${text}, '${DECIMAL_PATTERN}') AND length(${text}) <= ${MAX_DECIMAL_LENGTH})`
    this.values[name] = `CASE WHEN ${readable} THEN ${wideDecimal(text)} END`
    this.check(column, `${column} IS NOT NULL AND ${name} IS NULL`, numberReason)
    if (!rule.negative) this.check(column, `${name} < 0`, 'below 0')
    if (rule.whole) this.check(column, `${name} <> trunc(${name})`, 'not a whole number')
    if (rule.most) this.check(column, `${name} > ${rule.most.value}`, rule.most.reason)
  }

  /** A number of tokens or requests. */
  count(name: string, column: Column | null): void {
    this.number(name, column, { whole: true, most: mostCounted })
  }

  /** An utilisation from 0 to `whole`, kept from 0 to 1. */
  share(name: string, column: Column | null, whole: 1 | 100): void {
    const read = whole === 1 ? name : `${name}_percent`
    this.number(read, column, { most: { value: whole, reason: `not between 0 and ${whole}` } })
    if (whole === 100) this.set(name, `CAST(${read} * 0.01 AS DECIMAL(28, 12))`)
  }
}

/**
 * SQL for a text as DECIMAL(28, 12), null where it is none. DuckDB 1.5 takes 13 microseconds for many a wide decimal; what fits a narrow one or
 * a whole number of 64 bits is read as that first, 200 times as fast and with the same result.
 */
function wideDecimal(text: string): string {
  const narrow = `CAST(TRY_CAST(${text} AS DECIMAL(18, 12)) AS DECIMAL(28, 12))`
  const whole = `CASE WHEN regexp_full_match(${text}, '[0-9]{1,16}') THEN CAST(TRY_CAST(${text} AS BIGINT) AS DECIMAL(28, 12)) END`
  return `coalesce(${narrow}, ${whole}, TRY_CAST(${text} AS DECIMAL(28, 12)))`
}

/** SQL for the text of a column without outer blanks, null where nothing is left. */
export function trimmed(column: Column): string {
  return `nullif(trim(${column}), '')`
}

/** SQL for an object of what is not null, as JSON text; null where nothing is. */
export function detailsSql(entries: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(entries).map(([key, sql]) => `'${key.replaceAll("'", "''")}', ${sql}`)
  if (pairs.length === 0) return 'CAST(NULL AS VARCHAR)'
  return `nullif(CAST(json_merge_patch('{}', json_object(${pairs.join(', ')})) AS VARCHAR), '{}')`
}
