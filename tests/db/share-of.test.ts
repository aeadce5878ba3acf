import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { add } from '@/lib/core/money.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()
const client = new Client({ connectionString: url })
beforeAll(() => client.connect())
afterAll(() => client.end())

/** The parts of an amount by weights, as the view portion makes them. */
async function parts(amount: string, weights: readonly (string | number)[]): Promise<string[]> {
  const { rows } = await client.query<{ part: string }>(
    `SELECT trim_scale(share_of($1::numeric, mark - weight, mark, whole))::text AS part FROM (
       SELECT n, weight, sum(weight) OVER (ORDER BY n) AS mark, sum(weight) OVER () AS whole
       FROM unnest($2::numeric[]) WITH ORDINALITY AS w(weight, n)) x WHERE weight > 0 ORDER BY n`,
    [amount, weights],
  )
  return rows.map(({ part }) => part)
}

// OpenCost specification, appendix: a node of $35 whose CPU, RAM and GPU stand in the ratio 3 : 3 : 1 of their default prices.
test('OpenCost’s node of $35 is 15 of CPU, 15 of RAM and 5 of GPU', async () => {
  expect(await parts('35', [3, 3, 1])).toEqual(['15', '15', '5'])
})

// koku, docs/architecture/mig-gpu-support.md: (monthly rate / days) x (uptime / 86,400 s) x (slices / most slices); the rest of the node is unallocated.
test('koku’s MIG formula: a day of an A100 at $3,000 a month, 6 hours of 3 of its 7 slices', async () => {
  const day = '100' // 3000 / 30 days
  const heldSliceSeconds = 6 * 3600 * 3
  const allSliceSeconds = 24 * 3600 * 7
  const [held = '', unallocated = ''] = await parts(day, [heldSliceSeconds, allSliceSeconds - heldSliceSeconds])
  expect(Number(held)).toBeCloseTo((3000 / 30) * (21_600 / 86_400) * (3 / 7), 10)
  expect(add(held, unallocated)).toBe(day)
})

test('parts that tile the whole add up to the amount exactly, whatever its scale and sign', async () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 21 }))
    .map(([units, scale]) => `${units}e-${scale}`)
  await fc.assert(
    fc.asyncProperty(
      amount,
      // Whole tokens beside parts of tokens: equal marks then come with different scales.
      fc.array(
        fc.oneof(
          fc.integer({ min: 1, max: 1_000_000 }),
          fc.integer({ min: 1, max: 1_000_000 }).map((thirds) => (thirds / 3).toFixed(12)),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      async (whole, weights) => {
        const { rows } = await client.query('SELECT trim_scale($1::numeric)::text AS text', [whole])
        const sum = (await parts(whole, weights)).reduce((total, part) => add(total, part), '0')
        expect(sum).toBe(add(String(rows[0]?.text), '0'))
      },
    ),
    { numRuns: 1000, examples: [['5189230460088654220e-1', [364_400, '333270.666666666686']]] },
  )
})
