import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looseText, readLoose } from '@/lib/import/loose-json.ts'

test.for([
  [
    "{'key': 'team', 'value': None}",
    {
      entries: [
        ['key', 'team'],
        ['value', null],
      ],
    },
  ],
  ['[True, False, null, -1.50, 1e-7]', [true, false, null, '-1.50', '1e-7']],
  [`"it's" `, "it's"],
  [`'a\\'b\\u00e9\\x41\\n'`, "a'béA\n"],
  ['{"a":{"b":[1]},}', { entries: [['a', { entries: [['b', ['1']]] }]] }],
  ['[]', []],
] as const)('%s', ([text, value]) => {
  expect(readLoose(text)).toEqual(value)
})

test.for(['', '{', '{"a":}', '"open', '[1 2]', '{"a" 1}', 'word', '{"a":1} more', '{a:1}', '[,1]', '"\\u12"'])(
  '%s is unreadable',
  (text) => {
    expect(readLoose(text)).toBeUndefined()
  },
)

test('deep nesting is unreadable, not a crash', () => {
  expect(readLoose('['.repeat(200_000))).toBeUndefined()
})

test('reads what JSON writes, without losing a digit', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readLoose(JSON.stringify(value))
      expect(read).toBeDefined()
    }),
  )
  expect(readLoose('12345678901234567890.10')).toBe('12345678901234567890.10')
})

test('text of nested values is JSON', () => {
  const value = readLoose('{"a":[1,{"b":null}]}')
  expect(value === undefined ? '' : looseText(value)).toBe('{"a":["1",{"b":null}]}')
})
