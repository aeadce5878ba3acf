import { expect, test } from 'vitest'
import { gbMonths, gigabytes, storeKind, tokensOf, transferKind } from './meter-kind.ts'

const meter = (service: string, skuMeter: string | null = null, unit: string | null = null) => ({
  service,
  skuMeter,
  unit,
})

test.each([
  ['Amazon Elastic Block Store', 'EBS:VolumeUsage.gp3', 'block'],
  ['Amazon Elastic Block Store', 'EBS:SnapshotUsage', 'snapshot'],
  ['Compute Engine', 'SSD backed PD Capacity', 'block'],
  ['Amazon Simple Storage Service', 'TimedStorage-ByteHrs', 'object'],
  ['Cloud Storage', 'Nearline Storage US Multi-region', 'object'],
  ['Amazon FSx', 'Lustre.SSD-Storage', 'file'],
  ['Amazon Elastic Compute Cloud', 'BoxUsage:p5.48xlarge', null],
  ['Amazon Simple Storage Service', 'Requests-Tier1', null],
])('%s, %s stores as %s', (service, sku, kind) => {
  expect(storeKind(meter(service, sku))).toBe(kind)
})

test.each([
  ['Amazon Elastic Compute Cloud', 'USE2-DataTransfer-Out-Bytes', 'internet'],
  ['AWS Data Transfer', 'USE1-EUC1-AWS-Out-Bytes', 'between-regions'],
  ['Amazon Virtual Private Cloud', 'USE2-NatGateway-Bytes', 'nat'],
  ['Amazon Virtual Private Cloud', 'USE2-NatGateway-Hours', null],
  ['Compute Engine', 'Network Inter Zone Data Transfer Out', 'between-regions'],
  ['Compute Engine', 'Network Internet Egress from Americas', 'internet'],
  ['Amazon Elastic Compute Cloud', 'USE2-DataTransfer-In-Bytes', null],
])('%s, %s moves data %s', (service, sku, kind) => {
  expect(transferKind(meter(service, sku))).toBe(kind)
})

test.each([
  [100, 'GB-Mo', 100],
  [100, 'GiB-Mo', 107.3741824],
  [730, 'GB-Hours', 1],
  [100, 'Hours', null],
  [100, null, null],
])('%d %s is %s GB-months', (quantity, unit, expected) => {
  if (expected === null) expect(gbMonths(quantity, unit)).toBeNull()
  else expect(gbMonths(quantity, unit)).toBeCloseTo(expected, 9)
})

test.each([
  [10, 'GB', 10],
  [10, 'GiB', 10.73741824],
  [1, 'TiB', 1099.511627776],
  [10, 'Requests', null],
])('%d %s is %s GB', (quantity, unit, expected) => {
  if (expected === null) expect(gigabytes(quantity, unit)).toBeNull()
  else expect(gigabytes(quantity, unit)).toBeCloseTo(expected, 9)
})

test.each([
  [3, 'USE1-ClaudeHaiku-input-tokens', '1K tokens', { direction: 'in', tokens: 3000 }],
  [2, 'GPT-4.1 Outp Tokens', '1M', { direction: 'out', tokens: 2e6 }],
  [500, 'Gemini text output', 'count', { direction: 'out', tokens: 500 }],
  [5, 'Provisioned model units', 'Hours', null],
  [5, 'Tokens cached', '1K', null],
])('%d of %s in %s', (quantity, skuMeter, unit, expected) => {
  expect(tokensOf(quantity, meter('AI', skuMeter, unit))).toEqual(expected)
})
