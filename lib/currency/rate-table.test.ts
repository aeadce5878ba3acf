import { describe, expect, test } from 'vitest'
import { isEcbHeader, readEcbTable } from './ecb-table.ts'
import { readRateTable } from './rate-table.ts'

const cellsOf = (line: string) => line.split(',').map((cell) => cell || null)
const own = (...rows: string[]) =>
  readRateTable({ file: 'fx.csv', header: ['month', 'from', 'to', 'rate', 'source', 'date'], rows: rows.map(cellsOf) })

describe('a file with one rate a row', () => {
  test('is read', () => {
    expect(own('2026-09,eur,USD,1.0834,ECB,2026-09-30', '2026-10-01,USD,JPY,151.2,desk,2026-10-31')).toEqual({
      problems: [],
      rows: [
        {
          row: 2,
          month: '2026-09-01',
          from: 'EUR',
          to: 'USD',
          rate: '1.0834',
          source: 'ECB',
          observedOn: '2026-09-30',
        },
        {
          row: 3,
          month: '2026-10-01',
          from: 'USD',
          to: 'JPY',
          rate: '151.2',
          source: 'desk',
          observedOn: '2026-10-31',
        },
      ],
    })
  })

  const good = '2026-09,EUR,USD,1.08,ECB,2026-09-30'
  test.each([
    ['2026-13,EUR,GBP,1,ECB,2026-09-30', 'month', 'is not a month'],
    [',EUR,GBP,1,ECB,2026-09-30', 'month', 'is missing'],
    ['2026-09,EUX,GBP,1,ECB,2026-09-30', 'from', 'is not an ISO 4217 currency'],
    ['2026-09,EUR,XXX,1,ECB,2026-09-30', 'to', 'is not an ISO 4217 currency'],
    ['2026-09,EUR,EUR,1,ECB,2026-09-30', 'to', 'is the same currency as from'],
    ['2026-09,EUR,GBP,0,ECB,2026-09-30', 'rate', 'is zero'],
    ['2026-09,EUR,GBP,0.000,ECB,2026-09-30', 'rate', 'is zero'],
    ['2026-09,EUR,GBP,-1,ECB,2026-09-30', 'rate', 'is negative'],
    ['2026-09,EUR,GBP,NaN,ECB,2026-09-30', 'rate', 'is not a number'],
    ['2026-09,EUR,GBP,Infinity,ECB,2026-09-30', 'rate', 'is not a number'],
    ['2026-09,EUR,GBP,1.0.0,ECB,2026-09-30', 'rate', 'is not a decimal number'],
    ['2026-09,EUR,GBP,,ECB,2026-09-30', 'rate', 'is missing'],
    ['2026-09,EUR,GBP,1,,2026-09-30', 'source', 'is missing'],
    ['2026-09,EUR,GBP,1,ECB,2026-09-31', 'date', 'is not a day'],
    ['2026-09,EUR,GBP,1,ECB,', 'date', 'is missing'],
    ['2026-09-01,eur,usd,1.09,desk,2026-09-30', 'month', 'gives EUR to USD of 2026-09, as row 2 does'],
  ])('%s is answered with its place', (line, column, reason) => {
    expect(own(good, line).problems).toMatchObject([{ file: 'fx.csv', row: 3, column, reason }])
  })
})

describe('the layout of the ECB', () => {
  const header = ['Date', 'USD', 'JPY', 'CYP', '']
  const ecb = (...rows: string[]) => readEcbTable({ file: 'eurofxref-hist.csv', header, rows: rows.map(cellsOf) })

  test('is told by its header', () => {
    expect(isEcbHeader(header)).toBe(true)
    expect(isEcbHeader(['Date', ' USD', ' JPY', ' '])).toBe(true)
    expect(isEcbHeader(['Date', 'Cost', 'Currency'])).toBe(false)
    expect(isEcbHeader(['Day', 'USD', 'JPY'])).toBe(false)
  })

  test('gives the last published day of each month, currency by currency', () => {
    const { rows, problems } = ecb(
      '2026-10-02,1.10,170.5,N/A,',
      '2026-09-30,1.09,N/A,N/A,',
      '2026-09-29,1.08,169.25,0.58,',
      '2026-08-31,1.07,168,,',
    )
    expect(problems).toEqual([])
    expect(rows.map(({ row, month, to, rate, observedOn }) => [row, month, to, rate, observedOn])).toEqual([
      [5, '2026-08-01', 'JPY', '168', '2026-08-31'],
      [5, '2026-08-01', 'USD', '1.07', '2026-08-31'],
      [4, '2026-09-01', 'CYP', '0.58', '2026-09-29'],
      [4, '2026-09-01', 'JPY', '169.25', '2026-09-29'],
      [3, '2026-09-01', 'USD', '1.09', '2026-09-30'],
      [2, '2026-10-01', 'JPY', '170.5', '2026-10-02'],
      [2, '2026-10-01', 'USD', '1.10', '2026-10-02'],
    ])
  })

  test('the daily file writes its date in words', () => {
    expect(ecb('2 October 2026,1.10,170.5,N/A,').rows[0]).toMatchObject({ observedOn: '2026-10-02' })
  })

  test.each([
    ['2026-9-30,1.09,170,N/A,', 'Date', 'is not a day'],
    ['31 February 2026,1.09,170,N/A,', 'Date', 'is not a day'],
    [',1.09,170,N/A,', 'Date', 'is missing'],
    ['2026-09-29,1.09,170,N/A,', 'Date', 'is also the day of row 2'],
    ['2026-09-30,1.o9,170,N/A,', 'USD', 'is not a decimal number'],
    ['2026-09-30,1.09,-170,N/A,', 'JPY', 'is negative'],
    ['2026-09-30,0,170,N/A,', 'USD', 'is zero'],
  ])('%s is answered with its place', (line, column, reason) => {
    const read = ecb('2026-09-29,1.08,169.25,0.58,', line)
    expect(read.problems).toMatchObject([{ row: 3, column, reason }])
    expect(read.rows).toEqual([])
  })
})
