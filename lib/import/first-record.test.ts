import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Delimiter } from './first-record.ts'
import { delimiters, firstRecord, sniffDelimiter } from './first-record.ts'

test.each<[string, Delimiter, string[] | null]>([
  ['a,b\n1,2', ',', ['a', 'b']],
  ['\uFEFFa,b\r\n', ',', ['a', 'b']],
  ['"a,1"," b ""x"" "\n', ',', ['a,1', 'b "x"']],
  ['"a\nb",c', ',', ['a\nb', 'c']],
  ['a,', ',', ['a', '']],
  ['', ',', ['']],
  ['"a', ',', null],
  ['"a"b,c', ',', null],
  ['a"b,c', ',', ['a"b', 'c']],
  ['a;b\tc|d', ';', ['a', 'b\tc|d']],
])('the first record of %j', (text, delimiter, expected) => {
  expect(firstRecord(text, delimiter)).toEqual(expected)
})

test.each<[string, Delimiter, number]>([
  ['a,b,c\n', ',', 3],
  ['a;b;c,d\n', ';', 3],
  ['a\tb\n', '\t', 2],
  ['a|b|c\n', '|', 3],
  ['"a,b,c";d\n', ';', 2],
  ['alone\n', ',', 1],
])('the delimiter of %j', (text, delimiter, count) => {
  const found = sniffDelimiter(text)
  expect([found?.delimiter, found?.names.length]).toEqual([delimiter, count])
})

test('whatever names are written, they are read back, and their delimiter is found: 3,000 random headers', () => {
  const name = fc
    .array(fc.constantFrom('a', 'B', ' ', '"', '\n', '\r', '漢', '/', ':'), { minLength: 1, maxLength: 8 })
    .map((c) => `n${c.join('')}n`)
  const header = fc.array(name, { minLength: 2, maxLength: 12 })
  const property = fc.property(header, fc.constantFrom(...delimiters), fc.boolean(), (names, delimiter, quoteAll) => {
    const cell = (text: string) => (quoteAll || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const text = `${names.map(cell).join(delimiter)}\nrest`
    expect(firstRecord(text, delimiter)).toEqual(names)
    expect(sniffDelimiter(text)).toEqual({ delimiter, names })
  })
  fc.assert(property, { numRuns: 3000 })
})

test('no text makes it throw or run on: 3,000 random texts', () => {
  const text = fc
    .array(fc.constantFrom('"', '""', ',', ';', '\n', '\r', 'a', '\t', '|', '\uFEFF'), { maxLength: 40 })
    .map((t) => t.join(''))
  fc.assert(
    fc.property(text, (t) => {
      const found = sniffDelimiter(t)
      if (found) expect(found.names.length).toBeGreaterThan(0)
      else expect(t).toContain('"')
    }),
    { numRuns: 3000 },
  )
})
