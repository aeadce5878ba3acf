import { expect, test } from 'vitest'
import { readRateFile } from './rate-file.ts'

const header = 'provider,sku,gpu_class,region,pricing_category,unit,price,currency,valid_from,valid_to,source'

function read(...lines: string[]) {
  const [head = '', ...rows] = lines[0]?.startsWith('provider') ? lines : [header, ...lines]
  const cells = rows.map((row) => row.split(',').map((cell) => cell || null))
  return readRateFile({ file: 'rates.csv', header: head.split(','), rows: cells })
}

test('a full row and a short one are read', () => {
  const { rows, problems } = read(
    'CoreWeave,gd-8xh100ib-i128,,us-east-04,standard,GPU Hours,4.25,usd,2026-09-01,2026-09-16,contract 7',
    'Slurm,,H100-SXM-80GB,,,gpu-hour,1.9,EUR,2026-09-01,,',
  )
  expect(problems).toEqual([])
  expect(rows).toEqual([
    {
      row: 2,
      provider: 'coreweave',
      skuId: 'gd-8xh100ib-i128',
      gpuClass: null,
      regionId: 'us-east-04',
      pricingCategory: 'Standard',
      unit: 'gpu-hour',
      price: '4.25',
      currency: 'USD',
      validFrom: '2026-09-01',
      validTo: '2026-09-16',
      source: 'contract 7',
    },
    {
      row: 3,
      provider: 'slurm',
      skuId: null,
      gpuClass: 'H100-SXM-80GB',
      regionId: null,
      pricingCategory: null,
      unit: 'gpu-hour',
      price: '1.9',
      currency: 'EUR',
      validFrom: '2026-09-01',
      validTo: null,
      source: '',
    },
  ])
})

test('columns are found in any order and spelling, and optional ones may be missing', () => {
  const { rows, problems } = read('provider,Valid From,Unit,PRICE,Currency', 'Fireworks,2026-01-01,gpu-hour,3,USD')
  expect(problems).toEqual([])
  expect(rows).toMatchObject([{ provider: 'fireworks', price: '3', skuId: null, validTo: null }])
})

const good = 'CoreWeave,,,,,gpu-hour,2,USD,2026-09-01,,'
test.each([
  [',,,,,gpu-hour,2,USD,2026-09-01,,', 'provider', '', 'is missing'],
  ['CoreWeave,,,,,,2,USD,2026-09-01,,', 'unit', '', 'is missing'],
  ['CoreWeave,,,,,gpu-hour,,USD,2026-09-01,,', 'price', '', 'is missing'],
  ['CoreWeave,,,,,gpu-hour,-2,USD,2026-09-01,,', 'price', '-2', 'is negative'],
  ['CoreWeave,,,,,gpu-hour,NaN,USD,2026-09-01,,', 'price', 'NaN', 'is not a number'],
  ['CoreWeave,,,,,gpu-hour,2.x,USD,2026-09-01,,', 'price', '2.x', 'is not a decimal number'],
  ['CoreWeave,,,,,gpu-hour,2e3,USD,2026-09-01,,', 'price', '2e3', 'has an exponent; write all digits'],
  [
    'CoreWeave,,,,,gpu-hour,0.1234567890123456789,USD,2026-09-01,,',
    'price',
    '0.1234567890123456789',
    'has more than 18 digits before or after the point',
  ],
  ['CoreWeave,,,,,gpu-hour,2,Dollar,2026-09-01,,', 'currency', 'Dollar', 'is not an ISO 4217 currency'],
  ['CoreWeave,,,,,gpu-hour,2,XXX,2026-09-01,,', 'currency', 'XXX', 'is not an ISO 4217 currency'],
  ['CoreWeave,,H900,,,gpu-hour,2,USD,2026-09-01,,', 'gpu_class', 'H900', 'is not a GPU class of the catalogue'],
  ['CoreWeave,,,,Spotty,gpu-hour,2,USD,2026-09-01,,', 'pricing_category', 'Spotty', 'is not a FOCUS pricing category'],
  ['CoreWeave,,,,,gpu-hour,2,USD,2026-02-30,,', 'valid_from', '2026-02-30', 'is not a day'],
  ['CoreWeave,,,,,gpu-hour,2,USD,01/09/2026,,', 'valid_from', '01/09/2026', 'is not a day'],
  ['CoreWeave,,,,,gpu-hour,2,USD,2026-09-01,soon,', 'valid_to', 'soon', 'is not a day'],
  ['CoreWeave,,,,,gpu-hour,2,USD,2026-09-01,2026-09-01,', 'valid_to', '2026-09-01', 'is not after 2026-09-01'],
])('%s is answered with its place', (line, column, value, reason) => {
  expect(read(good, line).problems).toMatchObject([{ file: 'rates.csv', row: 3, column, value, reason }])
})

test('a missing column is named', () => {
  expect(read('provider,unit,price,currency', 'x,gpu-hour,2,USD').problems).toMatchObject([
    { row: 1, column: 'valid_from', reason: 'the column valid_from is missing' },
  ])
})

test('rows for the same charges on the same day name each other, whatever their order', () => {
  const both = read('CoreWeave,,,,,GPU-Hours,2,USD,2026-09-16,,', good).problems
  expect(both).toMatchObject([
    {
      row: 3,
      reason: 'holds on the same days as row 2, for the same charges',
      whatToDo: 'Give row 3 a valid_to of 2026-09-16 or earlier, or remove one of rows 2 and 3.',
    },
  ])
  const apart = read('CoreWeave,,,,,gpu-hour,2,USD,2026-09-01,2026-09-16,', 'CoreWeave,,,,,gpu-hour,3,USD,2026-09-16,,')
  expect(apart.problems).toEqual([])
  expect(read(good, 'CoreWeave,,,eu-1,,gpu-hour,2,USD,2026-09-01,,').problems).toEqual([])
  expect(read(good, 'CoreWeave,,,,,GiB-Hours,2,USD,2026-09-01,,').problems).toEqual([])
})
