import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { blankLabels } from '@/lib/catalog/gpu-table-check.ts'
import { matchGpu } from '@/lib/catalog/match-gpu.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'

const severalTypes = /^serverless:.*\//

test('every catalogue row matches its own class and count by the name its provider bills', () => {
  const rows = catalogPrices.filter((row) => !severalTypes.test(row.instanceType))
  expect(rows.length).toBe(catalogPrices.length - 4)
  for (const row of rows) {
    const match = matchGpu({ ...blankLabels, provider: row.provider, instanceType: row.instanceType })
    expect(match, row.instanceType).toMatchObject({ kind: 'gpu', gpuClass: row.gpuClass, gpuCount: row.gpuCount })
  }
})

test('every AWS catalogue row matches by usage type, and every Azure row by meter name', () => {
  for (const row of catalogPrices) {
    const label =
      row.provider === 'aws'
        ? { skuMeter: `USW2-BoxUsage:${row.instanceType}` }
        : { skuMeter: row.instanceType.replace('Standard_', '').replaceAll('_', ' ') }
    if (row.provider !== 'aws' && row.provider !== 'azure') continue
    const match = matchGpu({ ...blankLabels, provider: row.provider, ...label })
    expect(match, row.instanceType).toMatchObject({ kind: 'gpu', gpuClass: row.gpuClass, gpuCount: row.gpuCount })
  }
})

test('any text gives an answer whose class exists and whose hours are a positive fraction', () => {
  const providers = ['aws', 'azure', 'gcp', 'oci', 'lambda', 'runpod', 'nebius', 'crusoe', 'coreweave', 'elsewhere', '']
  const words = [
    'BoxUsage:p5.48xlarge',
    'NC24ads A100 v4',
    'Nvidia L4 GPU running in',
    'TPU v5e-8',
    '8x H100',
    'x',
    '9',
    ':',
  ]
  const text = fc.option(
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join(' ')),
    ),
  )
  const unit = fc.option(
    fc.oneof(fc.constantFrom('Hrs', '10 Hours', 'seconds', 'GPU-Hours', '0 Hours', 'GB'), fc.string()),
  )
  const labels = fc.record({
    provider: fc.oneof(fc.constantFrom(...providers), fc.string()),
    chargeCategory: fc.oneof(fc.constantFrom('Usage', 'Purchase', 'Tax'), fc.string()),
    providerChargeType: text,
    serviceName: text,
    serviceCategory: text,
    resourceType: text,
    skuId: text,
    skuMeter: text,
    skuDetail: text,
    operation: text,
    instanceType: text,
    gpuCountLabel: fc.option(fc.oneof(fc.constantFrom('8', '0', 'N/A', '0.5'), fc.string())),
    consumedUnit: unit,
  })
  fc.assert(
    fc.property(labels, (some) => {
      const match = matchGpu(some)
      if (match.kind === 'none') return
      if (match.gpuClass !== null) expect(gpuClass(match.gpuClass)).not.toBeNull()
      if (match.kind === 'gpu-host') return
      expect(match.gpuHoursNumerator === null).toBe(match.gpuHoursDenominator === null)
      if (match.gpuHoursNumerator === null) return
      expect(match.gpuHoursNumerator).toMatch(/^\d+(\.\d*[1-9])?$/)
      expect(match.gpuHoursNumerator).toMatch(/[1-9]/)
      expect(match.gpuHoursDenominator).toMatch(/^[1-9]\d*$/)
    }),
    { numRuns: 2000 },
  )
})
