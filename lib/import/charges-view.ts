import type { Digits, Exact } from './decimal-sql.ts'
import { exactFor } from './decimal-sql.ts'
import type { Duck } from './duck.ts'
import type { FormatPlan } from './format.ts'
import type { ChargesRead } from './read-charges.ts'
import { amountExpression, badNumbers, measureDigits } from './read-charges.ts'

/** The five amounts of a charge, in the order of the table `charge`. */
export const amountNames = ['billed', 'effective', 'list', 'contracted', 'quantity'] as const

/** Which amounts at least one source has, and the arithmetic that is exact for all of them. */
export type ChargesView = { exact: Exact; present: Set<string> }

/**
 * Makes the view `charges` over all sources: one row per charge with its meter, owner, times, amounts as decimal text (`billed`) and as
 * exact numbers (`billed_n`), and `bad`. In a bad row an amount that cannot be read is null.
 */
export async function makeChargesView(
  duck: Duck,
  plans: readonly FormatPlan[],
  reads: readonly ChargesRead[],
): Promise<ChargesView> {
  const digits: Digits = { integer: 1, scale: 0 }
  const badCounts: number[] = []
  for (const read of reads) {
    const own = await measureDigits(duck, read)
    digits.integer = Math.max(digits.integer, own.integer)
    digits.scale = Math.max(digits.scale, own.scale)
    const [row] = await duck.all(`SELECT count(*)::INTEGER AS rows FROM bad_${read.n}`)
    badCounts.push(Number(row?.rows ?? 0))
    await duck.run(
      `CREATE TABLE key_${read.n} AS SELECT f.key, f.period_read, f.invoice, m.* FROM found_${read.n} f JOIN meter_map m ON m.found = f.rowid AND m.source = ${read.n}`,
    )
  }
  const exact = exactFor(digits)
  const selects = reads.map((read, i) => sourceSql(read, plans[i] as FormatPlan, exact, badCounts[i] as number))
  await duck.run(`CREATE VIEW charges AS ${selects.join(' UNION ALL ')}`)
  return { exact, present: new Set(reads.flatMap((read) => read.amounts.map((a) => a.name))) }
}

function sourceSql(read: ChargesRead, plan: FormatPlan, exact: Exact, badRows: number): string {
  const bad = badRows > 0 ? `(c.rowid IN (SELECT place FROM bad_${read.n}))` : 'false'
  const span = plan.chargeSpan === 'hour' ? "INTERVAL '1 hour'" : "INTERVAL '1 day'"
  const amounts = amountNames.map((name) => {
    const amount = read.amounts.find((a) => a.name === name)
    if (!amount) return `CAST(NULL AS VARCHAR) AS ${name}, ${exact.number('CAST(NULL AS VARCHAR)')} AS ${name}_n`
    const { text, number } = amountExpression(amount, exact, read.narrow !== null)
    if (badRows === 0) return `${text} AS ${name}, ${number} AS ${name}_n`
    const unreadable =
      badNumbers({ ...read, amounts: [amount] })
        .map((b) => `coalesce(${b.condition}, false)`)
        .join(' OR ') || 'false'
    return `CASE WHEN NOT (${unreadable}) THEN ${text} END AS ${name}, CASE WHEN NOT (${unreadable}) THEN ${number} END AS ${name}_n`
  })
  return `SELECT ${read.n} AS source, c.rowid AS place, k.found, k.meter, k.provider, k.account, k.currency, k.category, k.commitment, k.unit,
    c.starts, coalesce(c.ends_read, c.starts + ${span}) AS ends,
    coalesce(k.period_read, CAST(date_trunc('month', c.starts) AS DATE)) AS period, k.invoice, ${bad} AS bad, ${amounts.join(', ')}
    FROM charge_in_${read.n} c JOIN key_${read.n} k USING (key)`
}
