import type { Amount, Column } from '@/lib/import/format.ts'

/** Group separators count only where every group has three digits; anything else stays as it is and becomes an issue. */
function grouped(separators: string, point: string): string {
  return `[-+(]?[^0-9.,()+-]{0,3}[-+]?\\d{1,3}(?:[${separators}]\\d{3})+(?:[${point}]\\d+)?\\)?`
}

/**
 * An amount as people's spreadsheets write it: `1,234.50`, `$12`, `(12.00)` for -12; with `decimalComma` `1.234,50`.
 * Whether the comma is decimal must be declared: 1,500 can be either.
 */
export function spreadsheetAmount(column: Column | null, decimalComma: boolean): Amount | null {
  if (column === null) return null
  const separators = decimalComma ? '. \u00A0' : ','
  const pattern = grouped(separators, decimalComma ? ',' : '.')
  return {
    numbers: [column],
    sql(read) {
      const text = `trim(${read.text(column)})`
      const joined = `CASE WHEN regexp_full_match(${text}, '${pattern}') THEN translate(${text}, '${separators}', '') ELSE ${text} END`
      // A point that groups nothing contradicts the declared comma: the blank keeps it from being read as a number.
      const point = decimalComma
        ? `CASE WHEN contains(${joined}, '.') THEN ${joined} || ' ' ELSE replace(${joined}, ',', '.') END`
        : joined
      const signed = `regexp_replace(${point}, '^\\((.*)\\)$', '-\\1')`
      return `regexp_replace(${signed}, '^([-+]?)[^0-9.,()+-]{1,3}([-+]?[0-9.])', '\\1\\2')`
    },
  }
}
