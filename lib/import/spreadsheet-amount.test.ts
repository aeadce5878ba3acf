import { expect, test } from 'vitest'
import { spreadsheetAmount } from '@/lib/import/spreadsheet-amount.ts'
import { evaluateSql } from '@/tests/conformance/evaluate-sql.ts'

const read = { text: (c: string) => c, number: (c: string) => c, sum: (c: string) => c }

const withPoint: Record<string, string> = {
  '12.5': '12.5',
  '1,234.50': '1234.50',
  '$1,234,567.89': '1234567.89',
  '-$12.5': '-12.5',
  '$-12.5': '-12.5',
  '(0.11)': '-0.11',
  '($1,000)': '-1000',
  '€ 7': '7',
  'USD 7.25': 'USD 7.25',
  '5e-06': '5e-06',
  '.5': '.5',
  '1,5': '1,5',
  '12,34.5': '12,34.5',
  'n/a': 'n/a',
}
const withComma: Record<string, string> = {
  '0,5': '0.5',
  '1.234,50': '1234.50',
  '1 234,50': '1234.50',
  '1.440': '1440',
  '-3,75': '-3.75',
  '(1,5)': '-1.5',
  // Groups nothing and is no comma: kept unreadable.
  '12.5': '12.5 ',
  '7': '7',
}

test.for([
  [false, withPoint],
  [true, withComma],
] as const)('decimal comma: %s', async ([decimalComma, texts]) => {
  const sql = spreadsheetAmount('c0', decimalComma)?.sql(read) ?? ''
  expect(await evaluateSql(sql, [...Object.keys(texts), null])).toEqual([...Object.values(texts), null])
})

test('no column, no amount', () => {
  expect(spreadsheetAmount(null, false)).toBeNull()
})
