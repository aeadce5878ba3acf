/** A small file as text: the cells of every row in header order, null where a cell has no value. Row 1 is the header. */
export type TextTable = {
  file: string
  header: readonly string[]
  rows: readonly (readonly (string | null)[])[]
}

/** What is wrong with one cell or row of a file, and what to do about it. `row` counts as a spreadsheet does. */
export type CellProblem = {
  file: string
  row: number
  column: string
  value: string
  reason: string
  whatToDo: string
}

/** What a file says, or everything that is wrong with it; then nothing of it counts. */
export type TableRead<Row> = { rows: (Row & { row: number })[]; problems: CellProblem[] }

/** A column name as it is compared: lower case letters and digits only. */
export function comparableName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Reads one row; `problem` notes what is wrong with a cell and gives null, so that the row goes on being read. */
type RowReader<Row> = (
  cell: (column: string) => string | null,
  problem: (column: string, reason: string, whatToDo: string) => null,
) => Row | null

/**
 * Reads a table row by row, with its columns found by name (`needed` must be there). All problems are returned, at most `limit`; a row that
 * reads as null or has a problem is left out.
 */
export function readTable<Row>(
  table: TextTable,
  needed: readonly string[],
  read: RowReader<Row>,
  limit = 100,
): TableRead<Row> {
  const places = new Map(table.header.map((name, at) => [comparableName(name), at]))
  const problems: CellProblem[] = []
  for (const name of needed) {
    if (places.has(comparableName(name))) continue
    problems.push({
      file: table.file,
      row: 1,
      column: name,
      value: '',
      reason: `the column ${name} is missing`,
      whatToDo: `Add a column named ${name} to the header.`,
    })
  }
  const rows: (Row & { row: number })[] = []
  if (problems.length > 0) return { rows, problems }
  for (const [index, cells] of table.rows.entries()) {
    if (problems.length >= limit) break
    const before = problems.length
    const row = index + 2
    const cell = (column: string) => {
      const at = places.get(comparableName(column))
      return (at === undefined ? null : cells[at]?.trim()) || null
    }
    const problem = (column: string, reason: string, whatToDo: string) => {
      problems.push({ file: table.file, row, column, value: cell(column) ?? '', reason, whatToDo })
      return null
    }
    const value = read(cell, problem)
    if (value !== null && problems.length === before) rows.push({ ...value, row })
  }
  return { rows, problems }
}
