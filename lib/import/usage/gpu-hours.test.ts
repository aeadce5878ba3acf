import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { gpuHoursSql, gpusSql } from '@/lib/import/usage/gpu-hours.ts'
import { isTimeZone, localInstant } from '@/lib/import/usage/time-zone.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
await connection.run(`SET TimeZone = 'UTC'`)
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
})

async function rows(sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson() as unknown[][]
}

const at = (ms: number) => `make_timestamp(CAST(${ms} AS BIGINT) * 1000)`

test('GPUs x time is exact to 12 places, halves up: 2,000 random intervals', async () => {
  const interval = fc.record({
    units: fc.bigInt({ min: 0n, max: 1_000_000n * 10n ** 12n }),
    start: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    ms: fc.integer({ min: 0, max: 400 * 86_400_000 }),
  })
  const cases = fc.sample(interval, { numRuns: 2000, seed: 1 })
  const decimal = (units: bigint) => `${units / 10n ** 12n}.${String(units % 10n ** 12n).padStart(12, '0')}`
  const values = cases.map(({ units, start, ms }, i) => `(${i}, ${decimal(units)}, ${at(start)}, ${at(start + ms)})`)
  const found = await rows(
    `SELECT CAST(${gpuHoursSql('g', 's', 'e')} AS VARCHAR) FROM (VALUES ${values.join(', ')}) AS v (i, g, s, e) ORDER BY i`,
  )
  cases.forEach(({ units, ms }, i) => {
    expect(found[i]).toEqual([decimal((units * BigInt(ms) + 1_800_000n) / 3_600_000n)])
  })
})

test.each([
  ['24', 43_200_000, '2.000000000000'],
  ['1', 10_800_000, '0.333333333333'],
  ['0', 3_600_000, '0.000000000000'],
  ['5', 0, null],
] as const)('%s hours in %i ms are %s GPUs', async (hours, ms, gpus) => {
  const sql = gpusSql(`CAST(${hours} AS DECIMAL(28, 12))`, at(0), at(ms))
  expect(await rows(`SELECT CAST(${sql} AS VARCHAR)`)).toEqual([[gpus]])
})

test.each([
  ['2026-09-01T00:00:00', 'Europe/Berlin', '2026-08-31 22:00:00'],
  ['2026-12-01T00:00:00', 'Europe/Berlin', '2026-11-30 23:00:00'],
  ['2026-09-01 00:00:00', 'UTC', '2026-09-01 00:00:00'],
  ['2026-09-01', 'Asia/Kolkata', '2026-08-31 18:30:00'],
  ['2026-09-01T00:00:00Z', 'Europe/Berlin', '2026-09-01 00:00:00'],
  ['2026-09-01T00:00:00+02:00', 'UTC', '2026-08-31 22:00:00'],
  ['2026-09-01T00:00:00-0530', 'Europe/Berlin', '2026-09-01 05:30:00'],
  ['Unknown', 'UTC', null],
  ['None', 'UTC', null],
  ['2026-02-30T00:00:00', 'UTC', null],
  ['1 Sep 2026', 'UTC', null],
] as const)('%j of a cluster in %s', async (text, zone, utc) => {
  const found = await rows(`SELECT CAST(${localInstant('t', zone)} AS VARCHAR) FROM (VALUES ('${text}')) AS v (t)`)
  expect(found).toEqual([[utc]])
})

test('zones are those of the IANA database', () => {
  expect(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true)
  expect(['', 'Middle/Earth', `UTC'; DROP TABLE rows; --`, '+02:00', 'europe berlin'].some(isTimeZone)).toBe(false)
})
