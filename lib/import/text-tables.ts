import type { CellProblem, TextTable } from '@/lib/core/text-table.ts'
import type { Duck } from './duck.ts'
import { Refusal } from './refusal.ts'
import { readingGuarded, refuseExtraFields, refuseRejects } from './rejects.ts'
import type { Source } from './source.ts'

/** More rows than a person's price list or a central bank's history has. */
const MOST_ROWS = 200_000

/** Reads small files whole, cells as text. Throws Refusal when one is empty, too long, or cannot be split into fields. */
export async function readTextTables(duck: Duck, sources: readonly Source[]): Promise<TextTable[]> {
  const tables: TextTable[] = []
  for (const source of sources) {
    const file = source.part.name
    const rows = await readingGuarded(duck, [source], () =>
      duck.all(`SELECT * FROM ${source.rows} LIMIT ${MOST_ROWS + 1}`),
    )
    await refuseRejects(duck, source)
    await readingGuarded(duck, [source], () => refuseExtraFields(duck, source, rows.length))
    if (rows.length === 0) throw new Refusal(empty(file))
    if (rows.length > MOST_ROWS) throw new Refusal(tooLong(file))
    const cells = rows.map((row) => source.header.names.map((_, i) => (row[`c${i}`] ?? null) as string | null))
    tables.push({ file, header: source.header.names, rows: cells })
  }
  return tables
}

function empty(file: string) {
  const whatToDo = 'There is nothing to import. Check the file.'
  return { code: 'no_rows', message: `${file} has a header and no rows.`, file, whatToDo }
}

function tooLong(file: string) {
  const message = `${file} has more than ${MOST_ROWS.toLocaleString('en-US')} rows.`
  return { code: 'rows', message, file, whatToDo: 'Import it in parts.' }
}

/** Throws Refusal for the first problem, and says how many more there are. */
export function refuseProblems(problems: readonly CellProblem[]): void {
  const [first, ...others] = problems
  if (!first) return
  const { file, row, column, value, reason, whatToDo } = first
  const shown = value === '' ? '' : ` is ${JSON.stringify(value)}, which`
  const more =
    others.length === 0 ? '' : ` ${others.length} more ${others.length === 1 ? 'value is' : 'values are'} wrong.`
  throw new Refusal({
    code: 'values',
    message: `Row ${row} of ${file}: ${column}${shown} ${reason}.${more}`,
    file,
    row,
    column,
    value,
    whatToDo,
  })
}
