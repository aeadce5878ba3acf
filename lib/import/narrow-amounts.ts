import type { Digits } from './decimal-sql.ts'
import { DECIMAL_PATTERN, integerSql, scaleSql } from './decimal-sql.ts'
import type { Duck } from './duck.ts'
import type { FormatPlan } from './format.ts'
import { amountsOf, textReader } from './plan-amounts.ts'
import type { Source } from './source.ts'

const SAMPLE_ROWS = 2000
/** DECIMAL(18) less two digits for sums of a row's numbers. */
const ROOM = 16
const USUAL_SCALE = 10

/**
 * The digits that amounts may have to be kept as DECIMAL(18), which takes a third of the memory of text and need not be read again for
 * every sum: guessed from the first rows, then held against every row. Null when some amount takes arithmetic or is too long: then
 * amounts are kept as text.
 */
export async function narrowDigits(
  duck: Duck,
  sources: readonly Source[],
  plans: readonly FormatPlan[],
): Promise<Digits | null> {
  let scale = USUAL_SCALE
  let integer = 1
  for (const [n, source] of sources.entries()) {
    const amounts = amountsOf(plans[n] as FormatPlan)
    if (amounts.length === 0 || amounts.some((amount) => amount.text === null)) return null
    const texts = amounts.map((amount) => amount.amount.sql(textReader))
    const good = texts.map((text) => `coalesce(regexp_full_match(${text}, '${DECIMAL_PATTERN}'), true)`).join(' AND ')
    const [row] = await duck.all(
      `SELECT coalesce(max(greatest(${texts.map((t) => `coalesce(${integerSql(t)}, 1)`).join(', ')})), 1)::INTEGER AS integer,
         coalesce(max(greatest(${texts.map((t) => `coalesce(${scaleSql(t)}, 0)`).join(', ')})), 0)::INTEGER AS scale
       FROM (SELECT * FROM ${source.rows} LIMIT ${SAMPLE_ROWS}) WHERE ${good}`,
    )
    scale = Math.max(scale, Number(row?.scale ?? 0))
    integer = Math.max(integer, Number(row?.integer ?? 1))
  }
  return integer + scale <= ROOM ? { integer: ROOM - scale, scale } : null
}

/** SQL: decimal text as a DECIMAL(18), null when it does not fit. */
export function narrowSql(text: string, digits: Digits): string {
  return `TRY_CAST(${text} AS DECIMAL(18, ${digits.scale}))`
}

/** SQL: whether decimal text is there and would not be exactly what narrowSql gives. */
export function oddSql(text: string, { integer, scale }: Digits): string {
  return `NOT coalesce(regexp_full_match(${text}, '[+-]?[0-9]{1,${integer}}([.][0-9]{0,${scale}})?'), true)`
}
