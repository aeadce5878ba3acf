/**
 * SQL that computes named values over a table, of which some refer to others: one nested SELECT for each step of reference. An alias within one
 * SELECT would be copied into every place that names it, which grows exponentially. Every column of `from` is kept. Throws when names go in
 * a circle.
 */
export function layeredSelect(values: Readonly<Record<string, string>>, from: string): string {
  let rest = Object.entries(values)
  let sql = from
  while (rest.length > 0) {
    const waiting = new Set(rest.map(([name]) => name))
    const ready = rest.filter(([, value]) => !namesIn(value).some((name) => waiting.has(name)))
    if (ready.length === 0) throw new Error(`values that refer to each other in a circle: ${[...waiting].join(', ')}`)
    sql = `(SELECT *, ${ready.map(([name, value]) => `${value} AS ${name}`).join(', ')} FROM ${sql})`
    rest = rest.filter((entry) => !ready.includes(entry))
  }
  return sql
}

/** Words of an expression outside of its texts. */
function namesIn(sql: string): string[] {
  return sql.replaceAll(/'(?:[^']|'')*'/g, ' ').match(/\b[a-z_]\w*\b/gi) ?? []
}
