import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import type { Clause, SpendFilter } from '@/lib/core/filter.ts'
import { idleModes } from '@/lib/core/idle-mode.ts'
import { add } from '@/lib/core/money.ts'
import { addDays, grains } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import { finishRollups } from '@/lib/db/rollups.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { metrics } from '@/lib/spend/index.ts'
import { testDatabase } from '@/tests/setup/database.ts'
import type { WorldCharge } from './spend-world.ts'
import { everything, filterOf, openWorld, teamScope } from './spend-world.ts'

const { url } = await testDatabase()
const world = await openWorld(url)

const amount = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.constantFrom(0, 2, 9))
  .map(([units, scale]) => add(`${Math.trunc(units / 1000)}.${'0'.repeat(scale)}${Math.abs(units % 1000)}`, '0'))
const some = <T>(...values: T[]) => fc.constantFrom(...values)
const day = fc.integer({ min: 0, max: 91 }).map((n) => addDays('2026-07-01', n))
const charge: fc.Arbitrary<WorldCharge> = fc.record({
  at: fc.tuple(day, some('T00:00:00Z', 'T23:59:59Z')).map(([d, time]) => d + time),
  team: some('a', 'b', 'c', null),
  project: some('p', 'q', '~x', null),
  model: some('m', null),
  environment: some('prod', 'dev', null),
  gpuClass: some('H100', 'unknown', null),
  hours: some<[string, string] | undefined>(undefined, ['8', '1'], ['1', '3600']),
  service: some('S1', 'S2', null),
  region: some('eu', null),
  subAccount: some('s', null),
  pricingCategory: some('Standard', 'Committed', null),
  chargeCategory: some('Usage', 'Tax', 'Credit'),
  currency: some('USD', 'EUR'),
  billed: fc.option(amount),
  effective: fc.option(amount),
  list: fc.option(amount),
  contracted: fc.constant(null),
  quantity: fc.option(amount),
})
const sliceKeys = ['2026-07-01', '2026-08-01', '2026-09-01'].flatMap((month) => [
  { provider: 'AWS', account: 'one', month },
  { provider: 'GCP', account: 'two', month },
])
const slices = sliceKeys.map((key, seed) => ({ ...key, charges: fc.sample(charge, { numRuns: 60, seed }) }))
const all = slices.flatMap(({ provider, account, charges }) => charges.map((c) => ({ ...c, provider, account })))
type Stored = (typeof all)[number]

const labelOf: Record<DimensionKey, (c: Stored) => string | null | undefined> = {
  team: (c) => c.team,
  project: (c) => c.project,
  model: (c) => c.model,
  'gpu-class': (c) => c.gpuClass,
  environment: (c) => c.environment,
  provider: (c) => c.provider,
  account: (c) => c.account,
  'sub-account': (c) => c.subAccount,
  service: (c) => c.service,
  region: (c) => c.region,
  'pricing-category': (c) => c.pricingCategory,
  'charge-category': (c) => c.chargeCategory,
  'usage-state': (c) => (c.gpuClass == null ? 'not-gpu' : 'not-measured'),
  workload: () => null,
  'cost-source': () => 'billed',
}

const clause: fc.Arbitrary<Clause> = fc.constantFrom(...dimensions.map((d) => d.key)).chain((dimension) =>
  fc.record({
    dimension: fc.constant(dimension),
    negated: fc.boolean(),
    values: fc.uniqueArray(some(...new Set([...all.map((c) => labelOf[dimension](c) ?? null), 'no such value'])), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
const filter: fc.Arbitrary<SpendFilter> = fc.record({
  period: fc
    .tuple(some('2026-06-15', '2026-07-01', '2026-07-02', '2026-08-01', '2026-08-31'), some(1, 20, 31, 60, 62, 100))
    .map(([from, days]) => ({ from, to: addDays(from, days) })),
  preset: fc.constant(null),
  grain: some(...grains),
  basis: some<CostBasis>(...costBases),
  currency: some(null, null, 'USD'),
  reportingCurrency: fc.constant(null),
  idle: some(...idleModes),
  group: fc.constantFrom(...dimensions.map((d) => d.key)),
  clauses: fc.array(clause, { maxLength: 2 }),
  compare: fc.boolean(),
})
const scope = some(everything, everything, teamScope('a'), teamScope('a', 'c'), teamScope())

type Sums = Record<string, { cost: string | null; charges: number; missing: number }>
type Part = { currency: string; cost: string | null; charges: number; missing: number }

/** Adds up rows by currency, exactly; a cost that no row carries stays null. */
function sumUp(parts: readonly Part[]): Sums {
  const sums: Sums = {}
  for (const { currency, cost, charges, missing } of parts) {
    const at = sums[currency] ?? { cost: null, charges: 0, missing: 0 }
    const both = cost === null ? at.cost : add(at.cost ?? '0', cost)
    sums[currency] = { cost: both, charges: at.charges + charges, missing: at.missing + missing }
  }
  return sums
}

/** What the answer must be, reckoned from the charges one by one. */
function expected(teams: readonly string[] | null, { period, basis, currency, clauses }: SpendFilter): Sums {
  const keeps = (c: Stored) =>
    c.at.slice(0, 10) >= period.from &&
    c.at.slice(0, 10) < period.to &&
    (teams === null || teams.includes(c.team ?? '')) &&
    (currency === null || c.currency === currency) &&
    clauses.every(({ dimension, negated, values }) => values.includes(labelOf[dimension](c) ?? null) !== negated)
  return sumUp(
    all.filter(keeps).map((c) => {
      const cost = c[basis] ?? null
      return { currency: c.currency ?? 'USD', cost, charges: 1, missing: cost === null ? 1 : 0 }
    }),
  )
}

beforeAll(async () => {
  const versions: number[] = []
  for (const slice of slices) versions.push(await world.stage(slice))
  await world.publish(...versions)
})
afterAll(() => world.close())

test('every grouping, grain and metric adds up to the charges, for any filter and scope', async () => {
  const property = fc.asyncProperty(filter, scope, async (f, s) => {
    const want = expected(s.teams, f)
    const present = (rows: Part[]) => sumUp(rows.filter((row) => row.charges > 0))
    expect(sumUp(await metrics.series(s, f))).toEqual(want)
    expect(present(await metrics.breakdown(s, f))).toEqual(want)
    expect(present(await metrics.totals(s, f))).toEqual(want)
    const { rows, others } = await metrics.meters(s, f)
    expect(sumUp([...rows, ...others])).toEqual(want)
  })
  await fc.assert(property, { numRuns: 150 })
})

test('a filter and its complement split the charges in two', async () => {
  const property = fc.asyncProperty(filter, clause, scope, async (f, c, s) => {
    const rows = async (...clauses: Clause[]) => metrics.series(s, { ...f, clauses: [...f.clauses, ...clauses] })
    const both = [...(await rows(c)), ...(await rows({ ...c, negated: !c.negated }))]
    expect(sumUp(both)).toEqual(sumUp(await rows()))
  })
  await fc.assert(property, { numRuns: 100 })
})

test('GPU hours are the same under every grouping, from the rollups and from the meters', async () => {
  const hours = (rows: { gpuHours: string | null }[]) => rows.reduce((sum, row) => add(sum, row.gpuHours ?? '0'), '0')
  const property = fc.asyncProperty(filter, async (f) => {
    const whole = hours(await metrics.totals(everything, { ...f, compare: false }))
    expect(hours(await metrics.series(everything, f))).toBe(whole)
    const { rows, others } = await metrics.meters(everything, f)
    expect(hours([...rows, ...others])).toBe(whole)
  })
  await fc.assert(property, { numRuns: 60 })
})

test('the previous period of a view is what that period shows by itself', async () => {
  const august = filterOf('from=2026-08-01&to=2026-09-01&group=project')
  const september = filterOf('from=2026-09-01&to=2026-10-01&group=project')
  const before = await metrics.breakdown(everything, { ...august, compare: false })
  const after = await metrics.breakdown(everything, september)
  const cost = (rows: { key: string | null; currency: string; cost: string | null }[]) =>
    new Map(rows.filter((row) => row.cost !== null).map((row) => [`${row.key} ${row.currency}`, row.cost]))
  expect(cost(after.map((row) => ({ ...row, cost: row.previousCost })))).toEqual(cost(before))
})

test('the charges of a meter add up to the meter', async () => {
  const f = filterOf('from=2026-07-01&to=2026-10-01')
  for (const row of (await metrics.meters(everything, f)).rows.slice(0, 20)) {
    const { sums, count } = await metrics.charges(everything, f, { meter: row.meterId })
    expect([sums.effective, sums.gpuHours, count]).toEqual([row.cost, row.gpuHours, row.charges])
  }
})

test('rebuilding the rollups changes nothing, through Prisma as well', async () => {
  const dump = () =>
    world.run(`SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM (SELECT s::text AS t FROM dimension_spend s UNION ALL
      SELECT s::text FROM month_spend s) all_rows`)
  const before = await dump()
  const ids = (await world.run('SELECT id FROM slice')).map((row) => Number(row.id))
  await db().$transaction((transaction) => finishRollups(prismaRunner(transaction), { slices: ids }))
  expect(await dump()).toEqual(before)
})
