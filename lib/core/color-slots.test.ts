import { expect, test } from 'vitest'
import { colorSlots } from './color-slots.ts'

const ranked = Array.from({ length: 14 }, (_, i) => `v${i}`)

test.each([
  ['rank is the slot', ['v0', 'v3'], { v0: 1, v3: 4 }],
  ['the order on screen does not matter', ['v3', 'v0'], { v0: 1, v3: 4 }],
  ['beyond ten the slots repeat', ['v12'], { v12: 3 }],
  ['the better ranked keeps a shared slot', ['v12', 'v2'], { v2: 3, v12: 4 }],
  ['a value that nobody ranked comes last', ['new', 'v0'], { v0: 1, new: 5 }],
])('%s', (_name, shown, expected) => {
  expect(Object.fromEntries(colorSlots(ranked, shown))).toEqual(expected)
})

test('ten values on screen have ten colours', () => {
  const slots = colorSlots(ranked, ranked.slice(4, 14))
  expect(new Set(slots.values()).size).toBe(10)
})
