import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeterLabels } from './format.ts'
import { noLabels } from './label-values.ts'
import { identityLabels, meterId } from './meter-identity.ts'

const meter: MeterLabels = {
  ...noLabels,
  provider: 'aws',
  billingAccountId: 'a',
  chargeCategory: 'Usage',
  currency: 'USD',
  tags: { team: 'ml', env: 'prod' },
}

test('the id is a UUID that stays the same from version to version of this program', () => {
  expect(meterId(meter)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(meterId(meter)).toBe(meterId({ ...meter }))
})

test('the order of tags and the names of accounts make no other meter', () => {
  expect(meterId({ ...meter, tags: { env: 'prod', team: 'ml' } })).toBe(meterId(meter))
  expect(meterId({ ...meter, billingAccountName: 'Now called this', subAccountName: 'and that' })).toBe(meterId(meter))
})

test('every label and every tag makes another meter, as does the label it stands in', () => {
  const others = identityLabels.map((name) => ({ ...meter, [name]: 'other' }) as MeterLabels)
  const ids = [meter, ...others, { ...meter, tags: {} }, { ...meter, tags: { team: 'ml' } }].map(meterId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('no two meters share an id: 500 random pairs', () => {
  const label = fc.option(fc.constantFrom('', 'a', 'b', 'a,b', '"', ']'))
  const random = fc.record({
    regionId: label,
    resourceId: label,
    skuId: label,
    tags: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('', 'a', 'b')),
  })
  fc.assert(
    fc.property(random, random, (a, b) => {
      const sorted = (x: typeof a) => JSON.stringify([x.regionId, x.resourceId, x.skuId, Object.entries(x.tags).sort()])
      expect(meterId({ ...meter, ...a }) === meterId({ ...meter, ...b })).toBe(sorted(a) === sorted(b))
    }),
    { numRuns: 500 },
  )
})
