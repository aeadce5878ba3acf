/**
 * Decimal text as bills write it: sign, digits, one point, and an exponent of at most two digits (`5e-06`). No grouping, no
 * currency sign, no NaN. Anything else is an issue.
 */
export const DECIMAL_PATTERN = '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?'

/** The longest decimal text that is read. Longer ones are not amounts of money. */
export const MAX_DECIMAL_LENGTH = 60

/** How large the numbers of a file get: digits before and after the point. */
export type Digits = { integer: number; scale: number }

/**
 * Exact arithmetic over decimal text in DuckDB. Up to 18 digits fit its fast DECIMAL(18); anything longer becomes a BIGNUM of units of
 * the smallest digit, which is exact at any size and 60 times faster than casting to DECIMAL(38).
 */
export type Exact = {
  /** The decimal text `c` as an exact number. */
  number(c: string): string
  /** A list of decimal texts, summed. */
  listSum(list: string): string
  /** The text of an exact number. */
  text(exact: string): string
}

/** The exact arithmetic that numbers of these sizes need. */
export function exactFor(digits: Digits): Exact {
  return digits.integer + digits.scale + 2 <= 18 ? narrow(digits.scale) : big(digits.scale)
}

function narrow(scale: number): Exact {
  const type = `DECIMAL(18, ${scale})`
  return {
    number: (c) => `CAST(${c} AS ${type})`,
    listSum: (list) => `coalesce(list_sum(list_transform(${list}, lambda x: CAST(x AS ${type}))), CAST(0 AS ${type}))`,
    text: (exact) => `CAST(${exact} AS VARCHAR)`,
  }
}

function big(scale: number): Exact {
  const units = (c: string) => {
    const mantissa = `split_part(lower(ltrim(${c}, '+')), 'e', 1)`
    const zeros = `CAST(${scale} - ${fraction(mantissa)} + coalesce(TRY_CAST(split_part(lower(${c}), 'e', 2) AS INTEGER), 0) AS INTEGER)`
    return `CAST(replace(${mantissa}, '.', '') || repeat('0', ${zeros}) AS BIGNUM)`
  }
  return {
    number: units,
    listSum: (list) => `coalesce(list_sum(list_transform(${list}, lambda x: ${units('x')})), CAST('0' AS BIGNUM))`,
    text: (exact) => pointed(`CAST(${exact} AS VARCHAR)`, scale),
  }
}

/** SQL that puts the point into the text of a whole number of units. */
function pointed(units: string, scale: number): string {
  if (scale === 0) return units
  const digits = `ltrim(${units}, '-')`
  const padded = `lpad(${digits}, CAST(greatest(length(${digits}), ${scale + 1}) AS INTEGER), '0')`
  const sign = `CASE WHEN left(${units}, 1) = '-' THEN '-' ELSE '' END`
  return `${sign} || left(${padded}, -${scale}) || '.' || right(${padded}, ${scale})`
}

/** SQL for the digits after the point of decimal text `c`, exponent taken into account. */
export function scaleSql(c: string): string {
  const mantissa = `split_part(lower(${c}), 'e', 1)`
  return `CASE WHEN contains(lower(${c}), 'e') THEN greatest(0, ${fraction(mantissa)} - ${exponent(c)}) ELSE ${fraction(c)} END`
}

/** SQL for the digits before the point of decimal text `c`: with its exponent, and without, because DuckDB's cast takes that step first. */
export function integerSql(c: string): string {
  const mantissa = `split_part(lower(${c}), 'e', 1)`
  return `CASE WHEN contains(lower(${c}), 'e') THEN greatest(1, ${whole(mantissa)}, ${whole(mantissa)} + ${exponent(c)}) ELSE ${whole(c)} END`
}

function exponent(c: string): string {
  return `TRY_CAST(split_part(lower(${c}), 'e', 2) AS INTEGER)`
}

function fraction(text: string): string {
  return `(CASE WHEN strpos(${text}, '.') = 0 THEN 0 ELSE length(${text}) - strpos(${text}, '.') END)`
}

function whole(text: string): string {
  return `length(ltrim(split_part(${text}, '.', 1), '+-'))`
}

/** SQL for the amounts in text such as `[{"name": .., "amount": -0.5}]`, JSON or Python, as a list of decimal text. */
export function listAmounts(c: string): string {
  return `regexp_extract_all(${c}, '["'']amount["'']\\s*:\\s*(?:Decimal\\()?["'']?([-+0-9.eE]+)', 1)`
}
