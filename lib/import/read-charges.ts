import type { Digits, Exact } from './decimal-sql.ts'
import { DECIMAL_PATTERN, integerSql, listAmounts, MAX_DECIMAL_LENGTH, scaleSql } from './decimal-sql.ts'
import type { Duck } from './duck.ts'
import type { Amount, Column, FormatPlan } from './format.ts'
import { labelKey } from './label-key.ts'
import { narrowSql, oddSql } from './narrow-amounts.ts'
import type { ReadAmount } from './plan-amounts.ts'
import { amountsOf, textReader } from './plan-amounts.ts'
import type { Source } from './source.ts'

/**
 * One source's rows: table `charge_in_<n>`, whose rowid is the row's place in the file. With `narrow`, amounts are kept as DECIMAL(18) of that
 * scale, and a row whose `odd` is set has one that does not fit.
 */
export type ChargesRead = { n: number; amounts: ReadAmount[]; narrow: Digits | null }

/**
 * Writes the table `charge_in_<n>` with the label key, the times and the amounts of every row, in file order. Dates that cannot be read
 * keep their text in `bad_start` and `bad_end`.
 */
export async function readCharges(
  duck: Duck,
  n: number,
  source: Source,
  plan: FormatPlan,
  narrow: Digits | null,
): Promise<ChargesRead> {
  const amounts = amountsOf(plan)
  const kept = [
    ...new Set(
      amounts.filter((a) => a.text === null).flatMap((a) => [...a.columns, ...a.lists, ...mentioned(a.amount)]),
    ),
  ]
  const texts = amounts.flatMap((a) => (a.text === null ? [] : [{ name: a.text, sql: a.amount.sql(textReader) }]))
  const stored = texts.map(({ name, sql }) => `${narrow ? narrowSql(sql, narrow) : sql} AS ${name}`)
  const odd = narrow ? texts.map(({ sql }) => oddSql(sql, narrow)).join(' OR ') : 'false'
  const start = plan.chargeStart
  const end = plan.chargeEnd
  const select = [
    `${labelKey(plan)} AS key`,
    `${start.sql} AS starts`,
    end ? `${end.sql} AS ends_read` : 'CAST(NULL AS TIMESTAMP) AS ends_read',
    `CASE WHEN starts IS NULL OR ${implausible('starts')} THEN coalesce(${start.column}, '') END AS bad_start`,
    end
      ? `CASE WHEN (ends_read IS NULL AND ${end.column} IS NOT NULL) OR ${implausible('ends_read')} THEN ${end.column} END AS bad_end`
      : 'CAST(NULL AS VARCHAR) AS bad_end',
    ...stored,
    `(${odd}) AS odd`,
    ...kept,
  ]
  const all = [...select, ...unread(source, select)].join(', ')
  await duck.run(`CREATE OR REPLACE TABLE charge_in_${n} AS SELECT ${all} FROM ${source.rows}`)
  return { n, amounts, narrow }
}

/** Years that no bill is of: what stands there is not a date that was meant, and some of them Postgres cannot read. */
export function implausible(instant: string): string {
  return `${instant} < TIMESTAMP '1970-01-01' OR ${instant} >= TIMESTAMP '2200-01-01'`
}

/**
 * Takes the columns that nothing else does: of a row with a quoted field too many, DuckDB 1.5 looks beyond its list of wanted columns and
 * may let it pass, unless every column is wanted.
 */
function unread(source: Source, select: readonly string[]): string[] {
  const read = new Set(select.join(' ').match(/\bc\d+\b/g))
  const left = source.header.names.map((_, i) => `c${i}`).filter((column) => !read.has(column))
  return left.length > 0 ? [`(${left.map((column) => `${column} IS NULL`).join(' AND ')}) AS others_empty`] : []
}

/** Every column of the file that the amount's SQL mentions, for instance in a CASE. */
function mentioned(amount: Amount): Column[] {
  const sql = amount.sql({ text: (c) => c, number: (c) => c, sum: (c) => c })
  return [...new Set(sql.match(/\bc\d+\b/g) ?? [])]
}

/** SQL conditions under which a number of a row is unusable, with the column of the file and the SQL of its value. */
export function badNumbers(read: ChargesRead): { condition: string; columns: Column[]; value: string }[] {
  const out: { condition: string; columns: Column[]; value: string }[] = []
  const seen = new Set<string>()
  const add = (value: string, columns: Column[], condition: string) => {
    if (seen.has(value)) return
    seen.add(value)
    out.push({ condition, columns, value })
  }
  if (read.narrow) return out
  for (const amount of read.amounts) {
    const texts =
      amount.text === null ? amount.columns.map((c) => [c, [c]] as const) : [[amount.text, amount.columns] as const]
    for (const [value, columns] of texts) {
      const readable = `regexp_full_match(${value}, '${DECIMAL_PATTERN}') AND length(${value}) <= ${MAX_DECIMAL_LENGTH}`
      add(value, [...columns], `${value} IS NOT NULL AND NOT (${readable})`)
    }
    for (const list of amount.lists) {
      const stated = `len(regexp_extract_all(${list}, '["'']amount["'']\\s*:'))`
      const readable = `len(list_filter(${listAmounts(list)}, lambda x: regexp_full_match(x, '${DECIMAL_PATTERN}')))`
      add(list, [list], `${list} IS NOT NULL AND (left(ltrim(${list}), 1) <> '[' OR ${stated} <> ${readable})`)
    }
  }
  return out
}

/** How many digits the numbers of a source need, measured over its rows that are not in `bad_<n>`. */
export async function measureDigits(duck: Duck, read: ChargesRead): Promise<Digits> {
  if (read.narrow) return read.narrow
  const values = [...new Set(read.amounts.flatMap((a) => (a.text === null ? a.columns : [a.text])))]
  const lists = [...new Set(read.amounts.flatMap((a) => a.lists))]
  const from = `FROM charge_in_${read.n} WHERE rowid NOT IN (SELECT place FROM bad_${read.n})`
  const exponents = values.map((v) => `coalesce(bool_or(contains(${v}, 'e') OR contains(${v}, 'E')), false)`)
  const [row] =
    values.length > 0 ? await duck.all(`SELECT (${exponents.join(' OR ')})::INTEGER AS exponents ${from}`) : []
  const measures = row?.exponents === 0 ? PLAIN : { integer: integerSql, scale: scaleSql }
  const integers = values.map((v) => `max(${measures.integer(v)})`)
  const scales = values.map((v) => `max(${measures.scale(v)})`)
  for (const list of lists) {
    const over = (sql: (c: string) => string) => `list_max(list_transform(${listAmounts(list)}, lambda x: ${sql('x')}))`
    integers.push(`max(${over(integerSql)})`)
    scales.push(`max(${over(scaleSql)})`)
  }
  if (integers.length === 0) return { integer: 1, scale: 0 }
  const [found] = await duck.all(
    `SELECT greatest(1, ${integers.join(', ')})::INTEGER AS integer, greatest(0, ${scales.join(', ')})::INTEGER AS scale ${from}`,
  )
  return { integer: Number(found?.integer ?? 1), scale: Number(found?.scale ?? 0) }
}

/** Without exponents the place of the point says it all: twice as fast. A sign counts as a digit, which does no harm. */
const PLAIN = {
  integer: (c: string) => `(CASE WHEN strpos(${c}, '.') = 0 THEN length(${c}) ELSE strpos(${c}, '.') - 1 END)`,
  scale: (c: string) => `(CASE WHEN strpos(${c}, '.') = 0 THEN 0 ELSE length(${c}) - strpos(${c}, '.') END)`,
}

/** SQL over `charge_in_<n>` for one amount: decimal text for COPY, and an exact number for sums. */
export function amountExpression(amount: ReadAmount, exact: Exact, narrow: boolean): { text: string; number: string } {
  if (amount.text !== null && narrow) return { text: `CAST(${amount.text} AS VARCHAR)`, number: amount.text }
  if (amount.text !== null) return { text: amount.text, number: exact.number(amount.text) }
  const number = amount.amount.sql({
    text: exact.number,
    number: exact.number,
    sum: (c) => exact.listSum(listAmounts(c)),
  })
  return { text: exact.text(number), number }
}
