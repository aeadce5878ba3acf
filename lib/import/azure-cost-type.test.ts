import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { azureCosts, costTypeQuestion } from '@/lib/import/azure-cost-type.ts'
import { makeHeader } from '@/lib/import/header.ts'

const header = makeHeader(['Cost', 'ChargeType', 'PricingModel', 'ReservationId'])
type Row = [cost: string, chargeType: string | null, pricingModel: string | null, reservationId: string | null]

async function probe(rows: readonly Row[]): Promise<string | null> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  try {
    await connection.run('CREATE TABLE rows (c0 VARCHAR, c1 VARCHAR, c2 VARCHAR, c3 VARCHAR)')
    for (const row of rows) {
      const cells = row.map((cell) => (cell === null ? 'NULL' : `'${cell}'`)).join(', ')
      await connection.run(`INSERT INTO rows VALUES (${cells})`)
    }
    const [answer] = (await connection.runAndReadAll(costTypeQuestion(header).probe)).getRowsJson().flat()
    return answer === null ? null : String(answer)
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}

const onDemand: Row = ['5', 'Usage', 'OnDemand', null]

test.for<[string, Row[], string | null]>([
  ['no rows', [], 'same'],
  ['on demand only', [onDemand], 'same'],
  ['marketplace purchase', [onDemand, ['9', 'Purchase', null, null]], 'same'],
  ['reservation purchase', [onDemand, ['900', 'Purchase', 'Reservation', 'r']], 'actual'],
  [
    'purchase and covered usage at 0',
    [
      ['900', 'Purchase', 'Reservation', 'r'],
      ['0', 'Usage', 'Reservation', 'r'],
    ],
    'actual',
  ],
  ['covered usage at 0, no pricing model', [onDemand, ['0', 'Usage', null, 'r']], 'actual'],
  ['refund of a reservation', [['-900', 'Refund', 'Reservation', 'r']], 'actual'],
  ['covered usage with a cost', [onDemand, ['2', 'Usage', 'SavingsPlan', null]], 'amortized'],
  [
    'covered usage, some of it at 0',
    [
      ['2', 'Usage', 'Reservation', 'r'],
      ['0', 'Usage', 'Reservation', 'r'],
    ],
    'amortized',
  ],
  ['unused reservation', [['2', 'UnusedReservation', 'Reservation', 'r']], 'amortized'],
  [
    'purchase beside amortized usage',
    [
      ['900', 'Purchase', 'Reservation', 'r'],
      ['2', 'UnusedSavingsPlan', 'SavingsPlan', null],
    ],
    null,
  ],
])('%s', async ([, rows, answer]) => {
  expect(await probe(rows)).toBe(answer)
})

test('without an answer there is no plan', () => {
  expect(() => azureCosts(header, undefined)).toThrow('actual or amortized')
})
