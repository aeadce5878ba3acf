/** What a cell may hold. A string that is a plain number stays as it is; null and undefined are empty cells. */
export type CsvValue = string | number | boolean | null | undefined

/** A number as we write it, so that a negative amount is not taken for a formula. */
const NUMBER = /^-?\d+(\.\d+)?$/

/** What spreadsheets run as a formula when a cell begins with it. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One cell after RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises
 * (https://owasp.org/www-community/attacks/CSV_Injection); numbers are exempt.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole CSV file: header, one line a row, CRLF after each, columns in the order given. Encode as UTF-8. */
export function toCsv(columns: readonly string[], rows: readonly Readonly<Record<string, CsvValue>>[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))]
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}
