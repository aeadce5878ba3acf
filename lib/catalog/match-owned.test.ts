import { expect, test } from 'vitest'
import { gpuClasses } from './gpu-classes.ts'
import { matchGpu } from './match-gpu.ts'
import { ownedInstanceType } from './match-owned.ts'

const labels = {
  provider: 'owned-hardware',
  chargeCategory: 'Usage',
  providerChargeType: null,
  serviceName: 'Owned cluster',
  serviceCategory: 'AI and Machine Learning',
  resourceType: 'Machine',
  skuId: 'hardware',
  skuMeter: 'Hardware',
  skuDetail: null,
  operation: null,
  gpuCountLabel: null,
}

test.each(gpuClasses.map(({ id }) => id))(
  'a machine with 8 of %s is told by its type, and its power belongs to it',
  (id) => {
    const instanceType = ownedInstanceType(8, id)
    expect(matchGpu({ ...labels, instanceType, consumedUnit: 'Hours' })).toMatchObject({
      kind: 'gpu',
      gpuClass: id,
      gpuCount: '8',
      gpuHoursNumerator: '8',
      gpuHoursDenominator: '1',
    })
    expect(matchGpu({ ...labels, instanceType, consumedUnit: null })).toEqual({
      kind: 'gpu-host',
      gpuClass: id,
      rule: 'owned-host',
    })
  },
)

test('what is no class of the catalogue is no GPU', () => {
  expect(matchGpu({ ...labels, instanceType: '8x H900', consumedUnit: 'Hours' })).toEqual({ kind: 'none' })
})
