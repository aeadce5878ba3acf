import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import { idleModeNumber, idleModes } from '@/lib/core/idle-mode.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'
import { isRolledUp } from '@/lib/db/rollups.ts'
import { spendRows } from '@/lib/spend/rows.ts'
import { randomWorld } from '@/tests/attribution/random-world.ts'
import { editRules, storeWorld } from '@/tests/attribution/store-world.ts'
import { everything, filterOf } from '@/tests/db/spend-world.ts'
import { testDatabase } from '@/tests/setup/database.ts'

/** How many random worlds: `GPU_LEDGER_WORLDS=500 npx vitest run --project db tests/db/conservation.test.ts` for more. */
const WORLDS = Number(process.env.GPU_LEDGER_WORLDS ?? 60)

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

/** In how many worlds there was something to share, split or price: without these the equalities would say nothing. */
const seen = { host_share: 0, split_share: 0, meter_rate: 0, meter_term: 0, host_excess: 0 }

const period = 'from=2026-08-01&to=2026-10-01'

/** What the bills say per day and currency, priced where a rate holds: straight from the days of meters, with no share, split or group. */
const BILL = `
  SELECT d.day::text AS day, coalesce(r.currency, m.currency) AS currency,
    trim_scale(sum(d.billed))::text AS billed, trim_scale(sum(CASE WHEN r.rate_id IS NULL THEN d.effective ELSE d.quantity * r.price END))::text AS effective,
    trim_scale(sum(d.list))::text AS list, trim_scale(sum(CASE WHEN r.rate_id IS NULL THEN d.contracted ELSE d.quantity * r.price END))::text AS contracted,
    trim_scale(sum(CASE WHEN m.gpu_hours_denominator = 1 THEN d.quantity * m.gpu_hours_numerator
      ELSE round(d.quantity * m.gpu_hours_numerator / m.gpu_hours_denominator, 12) END))::text AS gpu_hours,
    sum(d.charges)::int AS charges
  FROM meter_day d JOIN slice s ON s.live_version_id = d.version_id JOIN meter m ON m.id = d.meter_id
  LEFT JOIN meter_rate r ON r.meter_id = m.id AND d.day >= r.from_day AND d.day < r.to_day
  GROUP BY 1, 2 ORDER BY 1, 2`

const SUMS = `trim_scale(sum(x.billed))::text AS billed, trim_scale(sum(x.effective))::text AS effective, trim_scale(sum(x.list))::text AS list,
  trim_scale(sum(x.contracted))::text AS contracted, trim_scale(sum(x.gpu_hours))::text AS gpu_hours, sum(x.charges)::int AS charges`

async function rows(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await client.query(text, values)).rows
}

async function perDay(from: Prisma.Sql): Promise<Record<string, unknown>[]> {
  return rows(
    `SELECT x.day::text AS day, x.currency, trim_scale(sum(x.cost))::text AS cost, sum(x.charges)::int AS charges FROM ${from.text} x GROUP BY 1, 2 ORDER BY 1, 2`,
    from.values,
  )
}

test(`over ${WORLDS} random worlds of bills, usage, rules, splits and rates nothing is lost and nothing is counted twice`, async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, fc.constantFrom(...costBases), async (world, basis) => {
      await client.query('BEGIN')
      try {
        await storeWorld(client, world)
        for (const edit of [false, true]) {
          if (edit) await editRules(client, world)
          await checkBill(basis)
          await checkRollups()
          await checkHosts()
          await checkReporting(basis)
        }
        for (const table of Object.keys(seen) as (keyof typeof seen)[])
          if ((await rows(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0) seen[table] += 1
      } finally {
        await client.query('ROLLBACK')
      }
    }),
    { numRuns: WORLDS },
  )
  for (const [table, worlds] of Object.entries(seen)) expect([table, worlds > WORLDS / 30]).toEqual([table, true])
  process.stdout.write(`${WORLDS} worlds, of which with ${JSON.stringify(seen)}: difference 0\n`)
}, 1_200_000)

/** Per currency and day, in every mode: the parts, the rollup and every grouping of it add up to the bill. */
async function checkBill(basis: CostBasis): Promise<void> {
  const bill = await rows(BILL)
  for (const idle of idleModes) {
    const mode = idleModeNumber[idle]
    const of = (from: string) =>
      rows(
        `SELECT x.day::text AS day, x.currency, ${SUMS} FROM ${from} x WHERE x.idle_mode IN (0, ${mode}) GROUP BY 1, 2 ORDER BY 1, 2`,
      )
    expect(await of('portion')).toEqual(bill)
    expect(await of('(SELECT d.*, g.currency FROM daily_spend d JOIN spend_group g ON g.id = d.group_id)')).toEqual(
      bill,
    )
    const costs = bill.map((row) => ({ day: row.day, currency: row.currency, cost: row[basis], charges: row.charges }))
    for (const { key } of dimensions) {
      const filter = filterOf(`${period}&idle=${idle}&basis=${basis}`)
      expect(await perDay(spendRows(everything, filter, [key], 'day'))).toEqual(costs)
    }
  }
}

/** What was rebuilt step by step is what adding up all parts anew gives, value by value; and the coarser rollups follow it. */
async function checkRollups(): Promise<void> {
  const values = 'x.team, x.project, x.model, x.environment, x.usage_state, x.cost_source, x.currency'
  const daily = `(SELECT d.*, ${values.replaceAll('x.', 'g.')}, g.gpu_class FROM daily_spend d JOIN spend_group g ON g.id = d.group_id)`
  const of = (from: string) =>
    rows(
      `SELECT x.day::text AS day, x.idle_mode, ${values}, ${SUMS} FROM ${from} x GROUP BY x.day, x.idle_mode, ${values} ORDER BY x.day, x.idle_mode, ${values}`,
    )
  expect(await of(daily)).toEqual(await of('portion'))
  const month = (day: string, from: string) =>
    rows(
      `SELECT date_trunc('month', ${day}::timestamp)::date::text AS month, x.idle_mode, ${SUMS} FROM ${from} x GROUP BY 1, 2 ORDER BY 1, 2`,
    )
  expect(await month('x.month', 'month_spend')).toEqual(await month('x.day', daily))
  for (const { key, column } of dimensions.filter((d) => isRolledUp(d.key))) {
    const byValue = (value: string, from: string) =>
      rows(
        `SELECT x.day::text AS day, x.idle_mode, ${value} AS value, x.currency, ${SUMS} FROM ${from} x GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      )
    const rolledUp = await byValue('x.value', `(SELECT * FROM dimension_spend WHERE dimension = '${key}')`)
    expect(rolledUp).toEqual(await byValue(`x.${column}`, daily))
  }
}

/** Each machine's shares tile the hours billed once in every mode, and what was held beyond them is noted. */
async function checkHosts(): Promise<void> {
  for (const mode of [1, 2, 3]) {
    expect(
      await rows(
        `SELECT host, day, count(DISTINCT whole) AS wholes, sum(high - low) = max(whole) AS tiles, min(low) = 0 AS starts, max(high) = max(whole) AS ends
         FROM host_share WHERE idle_mode IN (0, ${mode}) GROUP BY 1, 2
         HAVING count(DISTINCT whole) <> 1 OR sum(high - low) <> max(whole) OR min(low) <> 0 OR max(high) <> max(whole)`,
      ),
    ).toEqual([])
  }
  expect(await rows('SELECT 1 FROM host_share WHERE high <= low OR low < 0')).toEqual([])
}

/** In a reporting currency the total is the converted bill, and what has no rate stays as it was. */
async function checkReporting(basis: string): Promise<void> {
  const [expected] = await rows(
    `SELECT trim_scale(sum(CASE WHEN g.currency = 'USD' THEN x.${basis} WHEN g.currency = 'EUR' AND e.rate IS NOT NULL THEN x.${basis} * e.rate END))::text AS cost,
       trim_scale(sum(CASE WHEN g.currency = 'EUR' AND e.rate IS NULL THEN x.${basis} END))::text AS left_over
     FROM daily_spend x JOIN spend_group g ON g.id = x.group_id
     LEFT JOIN exchange_rate e ON e.from_currency = 'EUR' AND e.month = date_trunc('month', x.day::timestamp)::date
     WHERE x.idle_mode IN (0, 1)`,
  )
  const from = spendRows(everything, filterOf(`${period}&basis=${basis}&in=USD`), ['team'], 'total')
  const shown = await rows(
    `SELECT x.currency, trim_scale(sum(x.cost))::text AS cost FROM ${from.text} x WHERE x.currency <> 'XXX' GROUP BY 1`,
    from.values,
  )
  const of = (currency: string) => shown.find((row) => row.currency === currency)?.cost ?? null
  expect({ cost: of('USD'), left_over: of('EUR') }).toEqual(expected)
}
