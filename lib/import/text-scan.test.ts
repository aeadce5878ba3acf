import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodingOf, utf16Of } from './encoding.ts'
import type { TextScan } from './text-scan.ts'
import { TextScanner } from './text-scan.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

function scan(data: Buffer, cuts: readonly number[] = []): TextScan {
  const scanner = new TextScanner()
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.push(data.subarray(from, Math.max(from, cut)))
    from = Math.max(from, cut)
  }
  scanner.push(data.subarray(from))
  return scanner.result()
}

test.each<[string, Buffer, Partial<TextScan>]>([
  ['ASCII', bytes('a,b\n1,2\n'), { invalidUtf8: null, hasMultibyte: false, nul: null }],
  ['UTF-8', bytes('a\né\n'), { invalidUtf8: null, hasMultibyte: true }],
  ['a NUL', bytes('a\nb\0\n'), { nul: { line: 2 } }],
  [
    'cp1252',
    bytes('a\nb\nGr', [0xf6], 'e\n'),
    { invalidUtf8: { line: 3 }, hasMultibyte: false, undefinedInCp1252: null },
  ],
  ['a broken byte beside UTF-8', bytes('é\n', [0xff], '\n'), { invalidUtf8: { line: 2 }, hasMultibyte: true }],
  ['a broken byte in the line of UTF-8', bytes('é', [0xff], '\n'), { invalidUtf8: { line: 1 }, hasMultibyte: true }],
  ['not even cp1252', bytes('\n', [0xe9, 0x81]), { undefinedInCp1252: { line: 2 } }],
  ['an end within a character', bytes('a\nb', [0xe2, 0x82]), { invalidUtf8: { line: 2 } }],
])('%s', (_name, data, expected) => {
  expect(scan(data)).toMatchObject(expected)
})

test.each<[string, string, boolean]>([
  ['a,b\n1,2\n', 'text', false],
  ['a,b\n1,\n', 'an empty field', true],
  ['a,b\r\n1,\r\n', 'an empty field before CRLF', true],
  ['a,b\n1,""\n', 'a quoted empty field', true],
  ['a,b\n1,NULL\n', 'a null word', true],
  ['a;b\n1;N/A', 'a null word at the end of the file', true],
  ['a,b\n1,annull\n', 'a word that ends alike', false],
  ['a,b\n1,"x""y"""\n', 'doubled quotes', false],
])('%j ends in %s', (text, _what, expected) => {
  expect(scan(Buffer.from(text)).ends.endsEmpty).toBe(expected)
})

test('the longest line and the first line of another end', () => {
  expect(scan(bytes('ab\nabcd\n', 'a\r\n')).ends).toMatchObject({
    longest: { line: 2, bytes: 4 },
    otherEnd: { line: 3 },
  })
  expect(scan(bytes('a\r\n', 'abc')).ends).toMatchObject({ longest: { line: 2, bytes: 3 }, otherEnd: null })
  expect(scan(bytes('abc')).ends.longest).toBeNull()
})

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', ',', 'NULL', '""', 'é', '漢', '😀', '\0', 'abc').map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 4 }).map((data) => Buffer.from(data)),
)
const data = fc.array(piece, { maxLength: 30 }).map((parts) => Buffer.concat(parts))

test('where the chunks are cut makes no difference: 4,000 random files', () => {
  const property = fc.property(data, fc.array(fc.nat(120), { maxLength: 6 }), (file, cuts) => {
    const inside = cuts.filter((cut) => cut <= file.length)
    const whole = scan(file)
    const parts = scan(file, inside)
    // Which line is first found broken may be seen a chunk later, never on another line.
    expect({ ...parts, undefinedInCp1252: null, hasMultibyte: null }).toEqual({
      ...whole,
      undefinedInCp1252: null,
      hasMultibyte: null,
    })
  })
  fc.assert(property, { numRuns: 4000 })
})

test('the scan agrees with a decoder on what is UTF-8, and with a search on NUL: 4,000 random files', () => {
  const property = fc.property(data, (file) => {
    const found = scan(file)
    const lines = file.toString('latin1').split('\n')
    const valid = (text: string) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
        return true
      } catch {
        return false
      }
    }
    const nul = lines.findIndex((text) => text.includes('\0'))
    expect(found.nul).toEqual(nul < 0 ? null : { line: nul + 1 })
    const broken = lines.findIndex((text) => !valid(text))
    expect(found.invalidUtf8).toEqual(broken < 0 ? null : { line: broken + 1 })
  })
  fc.assert(property, { numRuns: 4000 })
})

test('text in any of the encodings is recognised as what it is: 1,000 random texts', () => {
  const text = fc
    .array(fc.constantFrom('a', ',', '\n', 'é', 'ß', '€', 'Ł', '漢', '😀', '1'), { minLength: 1, maxLength: 60 })
    .map((t) => `Cost,Day\n${t.join('')}`)
  const property = fc.property(text, (t) => {
    const utf8 = Buffer.from(t)
    expect(utf16Of(utf8)).toBeNull()
    expect(encodingOf(utf8, scan(utf8))).toBe('utf-8')
    const marked = Buffer.from(`\uFEFF${t}`)
    expect(encodingOf(marked, scan(marked))).toBe('utf-8 with BOM')
    expect(utf16Of(Buffer.from(`\uFEFF${t}`, 'utf16le'))).toBe('utf-16le')
    expect(utf16Of(Buffer.from(`\uFEFF${t}`, 'utf16le').swap16())).toBe('utf-16be')
    expect(utf16Of(Buffer.from(`Cost,Day,${t}`, 'utf16le').subarray(0, 18))).toBe('utf-16le')
  })
  fc.assert(property, { numRuns: 1000 })
})
