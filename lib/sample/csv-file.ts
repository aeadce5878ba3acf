import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A row by column name; a column that is not named is empty. */
export type CsvRow<Column extends string> = Partial<Record<Column, string>>
/** A row in layers, later ones win. All but the last stay the same from row to row, so their cells are quoted once. */
export type CsvLine<Column extends string> = readonly CsvRow<Column>[]

const CHUNK = 1 << 18
const BOM = '\uFEFF'

function cell(value: string | undefined): string {
  if (!value) return ''
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** Turns lines into CSV text, in the order of the columns. */
function lineWriter<Column extends string>(columns: readonly Column[]): (line: CsvLine<Column>) => string {
  const empty = columns.map(() => '')
  const place = new Map<string, number>(columns.map((column, index) => [column, index]))
  const quoted = new WeakMap<CsvRow<Column>, [number, string][]>()
  const cellsOf = (layer: CsvRow<Column>): [number, string][] =>
    Object.entries<string | undefined>(layer).map(([column, value]) => [place.get(column) ?? -1, cell(value)])
  const kept = (layer: CsvRow<Column>): [number, string][] => {
    const known = quoted.get(layer) ?? cellsOf(layer)
    quoted.set(layer, known)
    return known
  }
  return (line) => {
    const cells = empty.slice()
    for (let i = 0; i < line.length; i++) {
      const layer = line[i]
      if (!layer) continue
      for (const [index, text] of i < line.length - 1 ? kept(layer) : cellsOf(layer)) cells[index] = text
    }
    return `${cells.join(',')}\n`
  }
}

/**
 * Writes a CSV file (gzip when the name ends in .gz) line by line and returns the number of rows. Bounded memory: it waits
 * for the file before it asks for more lines. No time is written into the gzip header, so the same rows give the same bytes.
 */
export async function writeCsv<Column extends string>(
  path: string,
  columns: readonly Column[],
  lines: Iterable<CsvLine<Column>>,
  options: { bom?: boolean } = {},
): Promise<number> {
  const file = createWriteStream(path)
  const out = path.endsWith('.gz') ? createGzip({ level: 4 }) : file
  const closed = finished(file)
  closed.catch(() => {})
  if (out !== file) out.pipe(file)
  let text = `${options.bom ? BOM : ''}${columns.join(',')}\n`
  let count = 0
  const write = lineWriter(columns)
  for (const line of lines) {
    text += write(line)
    count++
    if (text.length < CHUNK) continue
    if (!out.write(text)) await Promise.race([once(out, 'drain'), closed])
    text = ''
  }
  out.end(text)
  await closed
  return count
}
