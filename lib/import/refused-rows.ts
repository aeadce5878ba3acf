import type { RowIssue } from '@/lib/core/receipt.ts'
import { Refusal } from './refusal.ts'
import type { Source } from './source.ts'

const CHECK = 'The columns do not hold what their names say. Check the export, or map the columns yourself.'

/** More rows are bad than can be listed: the file is not what its header says. */
export function tooManyIssues(count: number, name: string, first: RowIssue | undefined): Refusal {
  return new Refusal({
    code: 'too_many_issues',
    message: `${count.toLocaleString('en-US')} rows of ${name} cannot be read; the first is row ${first?.row}: ${first?.reason}.`,
    ...placeOf(first),
    whatToDo: CHECK,
  })
}

/** Every row is bad. */
export function noGoodRows(first: RowIssue | undefined): Refusal {
  return new Refusal({
    code: 'no_good_rows',
    message: `No row can be read. Row ${first?.row} of ${first?.file}: ${first?.column} is ${JSON.stringify(first?.value)}, ${first?.reason}.`,
    ...placeOf(first),
    whatToDo: CHECK,
  })
}

/** Some rows are bad and nobody said that they may be left out. */
export function unacceptedIssues(bad: number, rowsRead: number, first: RowIssue | undefined): Refusal {
  return new Refusal({
    code: 'issues',
    message: `${bad} of ${rowsRead} rows cannot be read. Row ${first?.row} of ${first?.file}: ${first?.column} is ${JSON.stringify(first?.value)}, ${first?.reason}.`,
    ...placeOf(first),
    whatToDo: 'Correct the export, or accept the shortfall with --accept-issues.',
  })
}

function placeOf(first: RowIssue | undefined) {
  return first && { file: first.file, row: first.row, column: first.column, value: first.value }
}

/** Throws Refusal when no file has a row. */
export function refuseEmpty(sources: readonly Source[], rowsPerSource: readonly number[]): void {
  const empty = sources.filter((_, n) => rowsPerSource[n] === 0)
  if (empty.length < sources.length) return
  const names = empty.map((source) => source.part.name).join(', ')
  throw new Refusal({
    code: 'no_rows',
    message: `${names} has a header and no rows.`,
    file: empty[0]?.part.name ?? '',
    whatToDo: 'There is nothing to import. Check the period of the export.',
  })
}
