import fc from 'fast-check'
import Papa from 'papaparse'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { toCsv } from '@/lib/core/csv.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import { undoImport } from '@/lib/import/actions.ts'
import { csvRows } from '@/lib/spend/csv-rows.ts'
import { metrics } from '@/lib/spend/index.ts'
import { canonical, exactSum } from '../conformance/exact-decimal.ts'
import { importFiles } from '../import/import-files.ts'
import { inconsistencies } from '../import/ledger-check.ts'
import type { Expected } from '../import/random-files.ts'
import { randomFiles } from '../import/random-files.ts'
import { everything, filterOf } from './spend-world.ts'

/** Files of each format; 4 formats make 200. */
const RUNS = 50

type Sums = Record<string, string | null>
type Part = { currency: string; cost: string | null }

/** Adds up by currency, exactly; a cost that nothing carries is null. */
function sumUp(parts: readonly Part[]): Sums {
  const byCurrency = new Map<string, string[]>()
  for (const { currency, cost } of parts) {
    const costs = byCurrency.get(currency) ?? []
    if (cost !== null && cost !== '') costs.push(cost)
    byCurrency.set(currency, costs)
  }
  return Object.fromEntries(
    [...byCurrency].map(([currency, costs]) => [currency, costs.length ? exactSum(costs) : null]),
  )
}

const wanted = (rows: readonly Expected[], cost: CostBasis) =>
  sumUp(rows.map((row) => ({ currency: row.currency, cost: row[cost] })))

async function stored(client: Client, importId: number, cost: CostBasis): Promise<Sums> {
  const rows = await client.query<Part>(
    `SELECT m.currency, sum(c.${cost})::text AS cost FROM charge c JOIN meter m ON m.id = c.meter_id
     JOIN slice_version v ON v.id = c.version_id WHERE v.import_id = $1 GROUP BY 1`,
    [importId],
  )
  return sumUp(rows.rows)
}

/** Defines the tests of these formats in the calling file, which has its own database: several files run beside each other. */
export function conserves(url: string, formats: readonly string[]): void {
  const client = new Client({ connectionString: url })
  beforeAll(() => client.connect())
  afterAll(async () => {
    expect(await inconsistencies(client)).toEqual([])
    await client.end()
  })

  test.each(Object.entries(randomFiles).filter(([format]) => formats.includes(format)))(
    `sum of file = stored = every grouping = CSV export, to the last digit: ${RUNS} random files of %s`,
    async (format, files) => {
      const grains = ['day', 'week', 'month', 'total'] as const
      let turn = 0
      const property = fc.asyncProperty(files, async ({ bytes, rows }) => {
        const { report, importId } = await importFiles(url, [{ name: 'random.csv', bytes }], { yes: true })
        expect(report.error).toBeUndefined()
        expect(report).toMatchObject({ status: 'published', format, rowsRead: rows.length, rowsStored: rows.length })
        turn += 1
        for (const cost of costBases) {
          const want = wanted(rows, cost)
          const totals = Object.entries(report.totals ?? {}).map(([currency, t]) => [
            currency,
            t[cost] && canonical(t[cost]),
          ])
          expect(Object.fromEntries(totals)).toEqual(want)
          expect(await stored(client, importId, cost)).toEqual(want)
          // Each file is grouped by every dimension, in another cost basis each time.
          for (const [n, { key }] of dimensions.entries()) {
            if (costBases[(n + turn) % 4] !== cost) continue
            const grain = grains[(n + (turn >> 2)) % 4]
            const filter = filterOf(`from=2026-06-15&to=2026-10-15&grain=${grain}&basis=${cost}&group=${key}&compare=0`)
            const answer = await metrics.series(everything, filter)
            expect(sumUp(answer), `series by ${key}`).toEqual(want)
            const lines = csvRows('series', answer, key, {})
            const csv = Papa.parse<Part>(toCsv(Object.keys(lines[0] ?? {}), lines).trimEnd(), { header: true })
            expect(sumUp(csv.data), `CSV by ${key}`).toEqual(want)
            expect(sumUp(await metrics.breakdown(everything, filter)), `breakdown by ${key}`).toEqual(want)
          }
        }
        await undoImport(everything, importId)
      })
      await fc.assert(property, { numRuns: RUNS })
    },
    300_000,
  )
}
