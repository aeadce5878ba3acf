import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths } from '@/lib/core/period.ts'
import { decimalOf } from './exact-share.ts'
import type { Component, OwnedTerms } from './owned-cluster.ts'
import { monthsInService, nodeDays } from './owned-cluster.ts'

const terms: OwnedTerms = {
  name: 'basement',
  region: 'hq',
  groups: [{ names: ['n1', 'n2', 'n3'], gpuClass: 'H100-SXM-80GB', gpusPerNode: 8, wattsPerGpu: '700' }],
  purchasePrice: '864000',
  currency: 'USD',
  lifeMonths: 48,
  inServiceFrom: '2026-01-01',
  outOfServiceFrom: null,
  hostWattsPerNode: '2000',
  pue: '1.3',
  pricePerKwh: '0.12',
  hostingPerMonth: '3000',
  peoplePerMonth: '1000.01',
}
const sum = (days: ReturnType<typeof nodeDays>, component: Component) =>
  decimalOf(days.reduce((total, { cost }) => total + cost[component], 0n))

describe('a cluster in service all month', () => {
  const days = nodeDays(terms, '2026-09-01', '2026-10-01')

  test('has a row for every machine and day', () => {
    expect(days).toHaveLength(90)
    expect(new Set(days.map(({ day }) => day)).size).toBe(30)
  })

  test('adds up to the month exactly', () => {
    expect(sum(days, 'hardware')).toBe('18000')
    expect(sum(days, 'hosting')).toBe('3000')
    expect(sum(days, 'people')).toBe('1000.01')
    // (8 x 700 W + 2000 W) x 24 h / 1000 = 182.4 kWh; x 1.3 x 0.12 = 28.4544 a machine and day
    expect(days.every(({ cost }) => decimalOf(cost.power) === '28.4544')).toBe(true)
    expect(sum(days, 'power')).toBe('2560.896')
  })

  test('is shared by GPUs', () => {
    const [first] = days
    expect(first && decimalOf(first.cost.hardware)).toBe('200')
    const uneven: OwnedTerms = {
      ...terms,
      groups: [
        { names: ['a'], gpuClass: 'T4', gpusPerNode: 1, wattsPerGpu: '70' },
        { names: ['b'], gpuClass: 'T4', gpusPerNode: 3, wattsPerGpu: '70' },
      ],
    }
    const [a, b] = nodeDays(uneven, '2026-09-01', '2026-09-02')
    expect([a, b].map((node) => node && decimalOf(node.cost.hosting))).toEqual(['25', '75'])
  })
})

test('days before and after service, and days to come, cost nothing', () => {
  const partly = { ...terms, inServiceFrom: '2026-09-10', outOfServiceFrom: '2026-09-20' }
  const days = nodeDays(partly, '2026-09-01', '2026-09-15')
  expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2026-09-10', '2026-09-14'])
  expect(monthsInService(partly, '2027-01-01')).toEqual(['2026-09-01'])
  expect(monthsInService(terms, '2026-03-02')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  expect(monthsInService(terms, '2026-03-01')).toHaveLength(2)
})

test('after its life the hardware is paid for and power goes on', () => {
  const old = nodeDays(terms, '2030-01-01', '2030-02-01')
  expect(sum(old, 'hardware')).toBe('0')
  expect(sum(old, 'power')).not.toBe('0')
})

test('hardware adds up to the purchase price over its life, whatever the day it begins on', () => {
  const cases = fc.record({
    price: fc.integer({ min: 1, max: 100_000_000 }),
    life: fc.integer({ min: 1, max: 60 }),
    start: fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
    nodes: fc.integer({ min: 1, max: 3 }),
  })
  fc.assert(
    fc.property(cases, ({ price, life, start, nodes }) => {
      const purchasePrice = (price / 100).toFixed(2)
      const inServiceFrom = start.toISOString().slice(0, 10)
      const names = Array.from({ length: nodes }, (_, i) => `n${i}`)
      const groups = [{ names, gpuClass: 'T4', gpusPerNode: 7, wattsPerGpu: '70' }]
      const own = { ...terms, purchasePrice, lifeMonths: life, inServiceFrom, groups }
      const end = addMonths(inServiceFrom, life + 3)
      const all = monthsInService(own, end).flatMap((month) => nodeDays(own, month, end))
      expect(Number(sum(all, 'hardware'))).toBe(Number(purchasePrice))
      expect(all.every(({ cost }) => cost.hardware >= 0n)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
