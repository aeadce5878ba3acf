import { expect, test } from 'vitest'
import { storableJson, storableText } from './storable.ts'

test.each([
  ['plain ✓ 😀', 'plain ✓ 😀'],
  ['a\0b', 'a\uFFFDb'],
  ['\uD83D', '\uFFFD'],
  ['\uDE00x', '\uFFFDx'],
  ['\uD83D\uD83D\uDE00', '\uFFFD😀'],
])('%j is stored as %j', (text, expected) => {
  expect(storableText(text)).toBe(expected)
})

test('text anywhere in a value is made storable', () => {
  expect(storableJson({ a: ['x\0', { b: '\uD83D' }], n: 1, z: null })).toBe(
    '{"a":["x\uFFFD",{"b":"\uFFFD"}],"n":1,"z":null}',
  )
})
