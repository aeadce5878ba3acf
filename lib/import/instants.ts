import type { Column, Instant } from '@/lib/import/format.ts'

/** Layouts that a format may declare. Text in another layout gives null; text without a zone is UTC. */
export type DateLayout =
  /** `2024-09-01`, `2024-09-01 22:00`, `2024-09-01T22:00:00.000Z`, with `Z`, ` UTC` or an offset. */
  | 'iso'
  /** `4/1/25`, `04/01/2025`, `4/1/2025 13:00[:00] [PM]`: month first. */
  | 'month-day-year'
  /** As `month-day-year`, also with dots or dashes. */
  | 'month-first'
  /** `31/12/2025`, `31.12.25`, `31-12-2025 13:00`: day first. */
  | 'day-month-year'
  /** `202408`. */
  | 'year-month'
  /** Seconds since 1970-01-01 UTC, a fraction allowed. */
  | 'unix-seconds'
  /** Milliseconds since then. */
  | 'unix-milliseconds'

type Rule = { pattern: string; read(column: Column): string }

const clock = '(?: \\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AaPp][Mm])?)?'
const isoTime = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?'

/** A spreadsheet's dates: two or four digits of year, then perhaps a time of day. */
function spreadsheetRules(separators: string, dayFirst: boolean): Rule[] {
  return ['y', 'Y'].map((year) => {
    const date = dayFirst ? `%d/%m/%${year}` : `%m/%d/%${year}`
    const layouts = ['', ' %H:%M', ' %H:%M:%S', ' %I:%M %p', ' %I:%M:%S %p'].map((time) => `'${date}${time}'`)
    const separator = `[${separators}]`
    const digits = year === 'y' ? '\\d\\d' : '\\d{4}'
    return {
      pattern: `\\d{1,2}${separator}\\d{1,2}${separator}${digits}${clock}`,
      read: (column) => `try_strptime(translate(${column}, '.-', '//'), [${layouts.join(', ')}])`,
    }
  })
}

const rules: Record<DateLayout, readonly Rule[]> = {
  iso: [
    {
      pattern: `(?:\\d{4}-\\d\\d-\\d\\d|${isoTime})(?: ?(?:Z|UTC))?`,
      read: (column) => `TRY_CAST(rtrim(${column}, 'ZUTC ') AS TIMESTAMP)`,
    },
    {
      // DuckDB wants seconds in front of an offset.
      pattern: `${isoTime} ?[+-](?:0\\d|1[0-4])(?::?\\d\\d)?`,
      read: (column) =>
        `TRY_CAST(CASE WHEN substr(${column}, 17, 1) = ':' THEN ${column} ` +
        `ELSE substr(${column}, 1, 16) || ':00' || substr(${column}, 17) END AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`,
    },
  ],
  'month-day-year': spreadsheetRules('/', false),
  'month-first': spreadsheetRules('/.-', false),
  'day-month-year': spreadsheetRules('/.-', true),
  'year-month': [{ pattern: '\\d{6}', read: (column) => `try_strptime(${column} || '01', '%Y%m%d')` }],
  'unix-seconds': [
    {
      pattern: '\\d{9,10}(?:\\.\\d+)?',
      read: (column) => `make_timestamp(CAST(split_part(${column}, '.', 1) AS BIGINT) * 1000000)`,
    },
  ],
  'unix-milliseconds': [
    { pattern: '\\d{12,13}', read: (column) => `make_timestamp(CAST(${column} AS BIGINT) * 1000)` },
  ],
}

/** Reads a column in the layouts given, first fit first. */
export function readInstant(column: Column, layouts: readonly DateLayout[]): Instant {
  const cases = layouts
    .flatMap((layout) => rules[layout])
    .map(({ pattern, read }) => `WHEN regexp_full_match(${column}, '${pattern}') THEN ${read(column)}`)
  // What nearly every export writes, recognised without a regular expression: that takes half as long.
  if (layouts.includes('iso'))
    cases.unshift(`WHEN ${column} LIKE '____-__-__T__:__:__Z' THEN TRY_CAST(${column} AS TIMESTAMP)`)
  return { column, sql: `CASE ${cases.join(' ')} END` }
}

/** The billing period from its own column; a row that leaves it empty belongs to the month in which it starts. */
export function readPeriod(column: Column | null, layouts: readonly DateLayout[], start: Instant): Instant | null {
  if (column === null) return null
  const stated = readInstant(column, layouts)
  return { column, sql: `CASE WHEN ${column} IS NULL THEN date_trunc('month', ${start.sql}) ELSE ${stated.sql} END` }
}
