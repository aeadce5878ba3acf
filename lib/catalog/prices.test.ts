import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { gpuCatalogTsv } from '@/lib/catalog/data/gpu-catalog.ts'
import { gpuClassesTsv } from '@/lib/catalog/data/gpu-classes.ts'
import { gpuClass, gpuClasses } from '@/lib/catalog/gpu-classes.ts'
import { catalogPrices, onDemandPrice } from '@/lib/catalog/prices.ts'
import { csvToTsv } from '@/scripts/build-catalog.ts'

const committed = (name: string) => readFileSync(new URL(`./data/${name}.csv`, import.meta.url), 'utf8')

test.each([
  ['gpu-classes', gpuClassesTsv],
  ['gpu-catalog', gpuCatalogTsv],
])('data/%s.ts is what its CSV builds', (name, tsv) => {
  expect(tsv).toBe(csvToTsv(committed(name)))
})

const shared = (name: string) => new URL(`../../../shared/data/${name}.csv`, import.meta.url)

test.skipIf(!existsSync(shared('gpu-classes'))).each(['gpu-classes', 'gpu-catalog'])(
  'data/%s.csv equals the one in ../shared/data (skipped where that folder is absent)',
  (name) => {
    expect(committed(name)).toBe(readFileSync(shared(name), 'utf8'))
  },
)

test('every priced machine has a class, a count above zero, a source, a region and a date', () => {
  expect([gpuClasses.length, catalogPrices.length]).toEqual([67, 330])
  for (const row of catalogPrices) {
    expect(gpuClass(row.gpuClass), row.instanceType).not.toBeNull()
    expect(row.gpuCount, row.instanceType).toMatch(/^(?:[1-9]\d*|0\.\d*[1-9])$/)
    expect(row.source && row.region && row.priceDate, row.instanceType).toBeTruthy()
    for (const amount of [row.usdPerHour, row.spotUsdPerHour]) {
      if (amount !== null) expect(amount, row.instanceType).toMatch(/^\d+(\.\d+)?$/)
    }
  }
})

test('provider and instance type are unique', () => {
  const keys = catalogPrices.map((row) => `${row.provider} ${row.instanceType.toLowerCase()}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('a class carries its figures, and null for one nobody publishes', () => {
  expect(gpuClass('H100-SXM-80GB')).toMatchObject({
    vendor: 'NVIDIA',
    memoryGb: 80,
    fp8DenseTflops: 1979,
    tdpWatts: 700,
  })
  expect(gpuClass('TPU-v5e')).toMatchObject({ memoryGb: 16, fp8DenseTflops: null, tdpWatts: null })
  expect(gpuClass('H101')).toBeNull()
})

test('a price comes as the CSV writes it, with where and when it was true', () => {
  expect(onDemandPrice('aws', 'p4d.24xlarge')).toMatchObject({
    usdPerHour: '21.957642',
    spotUsdPerHour: '11.282067',
    gpuCount: '8',
    gpuClass: 'A100-40GB',
    priceDate: '2026-07-20',
    region: 'us-east-1',
  })
  expect(onDemandPrice('azure', 'standard_nc24ads_a100_v4')?.usdPerHour).toBe('3.673')
})

test.each([
  ['aws', 'p4d.24xlarge', 'us-east-1', '21.957642'],
  ['aws', 'p4d.24xlarge', 'eu-west-1', undefined],
  ['lambda', 'gpu_8x_a100', 'us-west-1', '10.32'],
  ['runpod', 'serverless:B200', 'EU', '8.64'],
  ['aws', 'trn2.48xlarge', undefined, undefined],
  ['aws', 'm5.large', undefined, undefined],
])('on-demand price of %s %s in %s is %s', (provider, instanceType, region, expected) => {
  expect(onDemandPrice(provider, instanceType, region)?.usdPerHour).toBe(expected)
})

test('the generator refuses ragged rows and cells it cannot carry', () => {
  expect(csvToTsv('a,b\n1,"x, y"\n')).toBe('a\tb\n1\tx, y')
  expect(() => csvToTsv('a,b\n1\n')).toThrow('1 cells')
  expect(() => csvToTsv('a,b\n1,`\n')).toThrow('cannot be carried')
})
