import type { Header } from '@/lib/import/format.ts'
import { literal } from '../duck.ts'
import type { RowReader } from './row-reader.ts'
import { trimmed } from './row-reader.ts'

/** Roles of records that describe something and hold, measure or count nothing: they never become usage of a day. */
export const DESCRIBING = ['run', 'item', 'model'] as const

/** A text that must be one of these words, in lower case. */
export function oneOf(row: RowReader, header: Header, name: string, words: readonly string[]): void {
  const column = header.column(name)
  row.set(name, column && `lower(${trimmed(column)})`)
  row.check(
    column,
    `${name} IS NOT NULL AND ${name} NOT IN (${words.map(literal).join(', ')})`,
    `not one of ${words.join(', ')}`,
  )
}

/** true or false, also as yes and no, t and f, 1 and 0. */
export function truth(row: RowReader, header: Header, name: string): void {
  const column = header.column(name)
  const text = column && `lower(${trimmed(column)})`
  row.set(
    name,
    text &&
      `CASE WHEN ${text} IN ('true', 't', 'yes', '1') THEN true WHEN ${text} IN ('false', 'f', 'no', '0') THEN false END`,
  )
  row.check(column, `${trimmed(column ?? '')} IS NOT NULL AND ${name} IS NULL`, 'neither true nor false')
}

/** Decimals that may be absent, none below 0. */
export function numbers(row: RowReader, header: Header, names: readonly string[]): void {
  for (const name of names) row.number(name, header.column(name))
}

/** Points in time that may be absent; kept as ISO text, UTC. */
export function instants(row: RowReader, header: Header, names: readonly string[]): void {
  for (const name of names) row.instant(name, header.column(name), { layouts: ['iso'], required: false })
}

/** SQL for the ISO text of a point in time. */
export const isoText = (name: string) => `strftime(${name}, '%Y-%m-%dT%H:%M:%SZ')`

/** SQL for a decimal as the number of JSON. */
export const jsonNumber = (name: string) => `CAST(${name} AS DOUBLE)`
