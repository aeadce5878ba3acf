import { expect, test } from 'vitest'
import { headerHash } from './header-hash.ts'

test('a header is the same whatever the case of its names, and another in another order or with other borders', () => {
  expect(headerHash(['Day', 'COST'])).toBe(headerHash(['day', 'Cost']))
  expect(headerHash(['Day', 'Cost'])).toMatch(/^[0-9a-f]{64}$/)
  const headers = [['Day', 'Cost'], ['Cost', 'Day'], ['Day,Cost'], ['Day', 'Cost', ''], ['DayCost']]
  expect(new Set(headers.map(headerHash)).size).toBe(headers.length)
})
