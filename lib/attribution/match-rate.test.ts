import { describe, expect, test } from 'vitest'
import type { DatedRate, PricedMeter } from './match-rate.ts'
import { rateTerms } from './match-rate.ts'

const meter: PricedMeter = {
  provider: 'CoreWeave',
  skuId: 'gd-8xh100',
  skuMeter: null,
  gpuClass: 'H100-SXM',
  regionId: 'US-EAST-04',
  pricingCategory: 'Standard',
  consumedUnit: 'Hours',
  gpuHoursNumerator: '8',
  gpuHoursDenominator: '1',
}
const rate = (id: number, more: Partial<DatedRate> = {}): DatedRate => ({
  id,
  provider: 'coreweave',
  skuId: null,
  gpuClass: null,
  regionId: null,
  pricingCategory: null,
  unit: 'gpu-hour',
  price: '2.5',
  currency: 'USD',
  validFrom: '2026-09-01',
  validTo: null,
  ...more,
})
const brief = (rates: DatedRate[], of = meter) =>
  rateTerms(of, rates).map(({ fromDay, toDay, rateId, price }) => [fromDay, toDay, rateId, price])

describe('which rate prices a meter', () => {
  test('rate A until the 15th and B after', () => {
    const rates = [rate(1, { validTo: '2026-09-16' }), rate(2, { validFrom: '2026-09-16', price: '2.25' })]
    expect(brief(rates)).toEqual([
      ['2026-09-01', '2026-09-16', 1, '20'],
      ['2026-09-16', null, 2, '18'],
    ])
  })

  test.each([
    ['a SKU before a class', [rate(1, { skuId: 'GD-8xH100' }), rate(2, { gpuClass: 'H100-SXM' })], 1],
    ['a class before a region', [rate(1, { gpuClass: 'H100-SXM' }), rate(2, { regionId: 'US-EAST-04' })], 1],
    [
      'a region before a pricing category',
      [rate(1, { regionId: 'US-EAST-04' }), rate(2, { pricingCategory: 'Standard' })],
      1,
    ],
    ['the later start', [rate(1, { validFrom: '2026-09-01' }), rate(2, { validFrom: '2026-08-01' })], 1],
    ['of equals the newest', [rate(1), rate(2)], 2],
  ])('%s', (_, rates, winner) => {
    expect(rateTerms(meter, rates).at(-1)?.rateId).toBe(winner)
  })

  test.each([
    ['another provider', { provider: 'Lambda' }],
    ['another SKU', { skuId: 'x' }],
    ['another class', { gpuClass: 'H200' }],
    ['a unit that the charges do not have', { unit: 'GiB' }],
  ])('%s prices nothing', (_, more) => {
    expect(rateTerms(meter, [rate(1, more)])).toEqual([])
  })

  test('a gap between two rates has no price', () => {
    expect(brief([rate(1, { validTo: '2026-09-05' }), rate(2, { validFrom: '2026-09-10' })])).toEqual([
      ['2026-09-01', '2026-09-05', 1, '20'],
      ['2026-09-10', null, 2, '20'],
    ])
  })

  test('a price per GPU hour on seconds is cut at 18 decimals; a price of the own unit is as stated', () => {
    const seconds = { ...meter, consumedUnit: 'Seconds', gpuHoursNumerator: '1', gpuHoursDenominator: '3600' }
    expect(brief([rate(1, { price: '2.9' })], seconds)[0]?.[3]).toBe('0.000805555555555556')
    expect(brief([rate(1, { price: '0.000805', unit: 'seconds' })], seconds)[0]?.[3]).toBe('0.000805')
  })

  test('without a GPU count there is no price per GPU hour', () => {
    expect(rateTerms({ ...meter, gpuHoursNumerator: null, gpuHoursDenominator: null }, [rate(1)])).toEqual([])
  })
})
