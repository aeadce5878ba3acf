import { expect, test } from 'vitest'
import type { DateLayout } from '@/lib/import/instants.ts'
import { readInstant, readPeriod } from '@/lib/import/instants.ts'
import { evaluateSql } from '@/tests/conformance/evaluate-sql.ts'

const cases: Record<DateLayout, Record<string, string | null>> = {
  iso: {
    '2024-09-01': '2024-09-01 00:00:00',
    '2024-09-01T22:30Z': '2024-09-01 22:30:00',
    '2024-09-01T22:30:00Z': '2024-09-01 22:30:00',
    '2024-09-01T22:30:00.000Z': '2024-09-01 22:30:00',
    '2024-09-18 22:00:00': '2024-09-18 22:00:00',
    '2024-09-18 22:00:00 UTC': '2024-09-18 22:00:00',
    '2024-09-18 22:00:00.000000 UTC': '2024-09-18 22:00:00',
    '2020-11-09 23:00:00+00:00': '2020-11-09 23:00:00',
    '2020-11-09 23:00:00+00': '2020-11-09 23:00:00',
    '2020-11-09T23:00:00+02:00': '2020-11-09 21:00:00',
    '2020-11-09T23:00:00-0530': '2020-11-10 04:30:00',
    '2020-11-09T23:00+02:00': '2020-11-09 21:00:00',
    '2024-02-29': '2024-02-29 00:00:00',
    '2023-02-29': null,
    '2023-02-01T30:00:00Z': null,
    '2024-9-1': null,
    '2024/09/01': null,
    '09/01/2024': null,
    '20240901': null,
    infinity: null,
    epoch: null,
    '': null,
    yesterday: null,
  },
  'month-day-year': {
    '4/1/25': '2025-04-01 00:00:00',
    '04/01/2025': '2025-04-01 00:00:00',
    '9/2/2023': '2023-09-02 00:00:00',
    '4/1/2025 13:05': '2025-04-01 13:05:00',
    '4/1/2025 1:05:09 PM': '2025-04-01 13:05:09',
    '13/05/2026': null,
    '04.01.2025': null,
    '2/30/2025': null,
    '4/1/025': null,
    '2025-04-01': null,
  },
  'month-first': { '4-1-2025': '2025-04-01 00:00:00', '04.01.25': '2025-04-01 00:00:00', '13.01.2025': null },
  'day-month-year': {
    '31/12/2025': '2025-12-31 00:00:00',
    '31.12.25': '2025-12-31 00:00:00',
    '01-06-2026 13:30': '2026-06-01 13:30:00',
    '12/31/2025': null,
  },
  'year-month': { '202408': '2024-08-01 00:00:00', '202413': null, '2024-08': null, '20240801': null },
  'unix-seconds': {
    '1779000000': '2026-05-17 06:40:00',
    '1779000000.75': '2026-05-17 06:40:00',
    '1779000000000': null,
    soon: null,
  },
  'unix-milliseconds': { '1779000000000': '2026-05-17 06:40:00', '1779000000': null, soon: null },
}

test.for(Object.entries(cases) as [DateLayout, Record<string, string | null>][])('%s', async ([layout, texts]) => {
  const read = await evaluateSql(readInstant('c0', [layout]).sql, [...Object.keys(texts), null])
  expect(read).toEqual([...Object.values(texts), null])
})

test('several layouts are read side by side', async () => {
  const { sql } = readInstant('c0', ['iso', 'month-day-year'])
  expect(await evaluateSql(sql, ['2024-09-01', '9/1/24', '1.9.24'])).toEqual([
    '2024-09-01 00:00:00',
    '2024-09-01 00:00:00',
    null,
  ])
})

test('a row without a billing period belongs to the month in which it starts', async () => {
  const period = readPeriod('nullif(c0, c0)', ['iso'], readInstant('c0', ['iso']))
  expect(await evaluateSql(period?.sql ?? '', ['2024-09-18T10:00:00Z'])).toEqual(['2024-09-01 00:00:00'])
  const stated = readPeriod('c0', ['year-month'], readInstant('c0', ['iso']))
  expect(await evaluateSql(stated?.sql ?? '', ['202408', 'August'])).toEqual(['2024-08-01 00:00:00', null])
  expect(readPeriod(null, ['iso'], readInstant('c0', ['iso']))).toBeNull()
})
