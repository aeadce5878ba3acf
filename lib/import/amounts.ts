import type { Amount, Column, Header } from '@/lib/import/format.ts'

/** A cost or quantity that one column states; null where the file has no such column. */
export function plain(column: Column | null): Amount | null {
  if (column === null) return null
  return { numbers: [column], sql: (read) => read.text(column) }
}

/** As `header.column`, for a column that the format requires. */
export function requiredColumn(header: Header, ...names: string[]): Column {
  const column = header.column(...names)
  if (column === null) throw new Error(`format planned without ${names.join(' or ')}`)
  return column
}
