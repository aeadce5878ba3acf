import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvCell, toCsv } from './csv.ts'

test.each([
  ['plain', 'plain', 'plain'],
  ['absent', null, ''],
  ['undefined', undefined, ''],
  ['empty', '', ''],
  ['number', -12.5, '-12.5'],
  ['boolean', true, 'true'],
  ['comma', 'a,b', '"a,b"'],
  ['quote', 'say "hi"', '"say ""hi"""'],
  ['newline', 'a\nb', '"a\nb"'],
  ['edge space', ' a', '" a"'],
  ['negative amount', '-0.000000000000000000005', '-0.000000000000000000005'],
  ['formula =', '=1+1', "'=1+1"],
  ['formula +', '+1', "'+1"],
  ['formula @', '@SUM(A1)', "'@SUM(A1)"],
  ['formula - that is no number', '-2+3', "'-2+3"],
  ['formula with a comma', '=HYPERLINK("x",1)', '"\'=HYPERLINK(""x"",1)"'],
  ['tab', '\t=1', "'\t=1"],
])('%s', (_name, value, expected) => {
  expect(csvCell(value)).toBe(expected)
})

test('columns keep their order, and a row without a column has an empty cell', () => {
  expect(toCsv(['b', 'a'], [{ a: '1', b: 'x' }, { a: '2' }])).toBe('b,a\r\nx,1\r\n,2\r\n')
  expect(toCsv(['a'], [])).toBe('a\r\n')
})

test('another reader gets back every text that is no formula', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((t) => !/^[=+\-@\t\r]/.test(t))
  fc.assert(
    fc.property(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), (rows) => {
      const parsed = Papa.parse<Record<string, string>>(toCsv(['a', 'b'], rows), {
        header: true,
        delimiter: ',',
        newline: '\r\n',
      })
      expect(parsed.data.slice(0, rows.length)).toEqual(rows)
    }),
  )
})
