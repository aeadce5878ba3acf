import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gpuHoursFactor, readGpuCount } from '@/lib/catalog/gpu-count.ts'
import { parseTimeUnit } from '@/lib/catalog/time-unit.ts'

test.each<[string | null, string | null]>([
  ['Hrs', 'time 1/1 of 1'],
  ['Hours', 'time 1/1 of 1'],
  ['Hour', 'time 1/1 of 1'],
  ['hour', 'time 1/1 of 1'],
  ['1 Hour', 'time 1/1 of 1'],
  ['1 hora', 'time 1/1 of 1'],
  ['1 小时', 'time 1/1 of 1'],
  ['10 Hours', 'time 10/1 of 10'],
  ['100 Hours', 'time 100/1 of 100'],
  ['Node Per Hour', 'time 1/1 of 1'],
  ['Instance-Hours', 'time 1/1 of 1'],
  ['seconds', 'time 1/3600 of 1'],
  ['second', 'time 1/3600 of 1'],
  ['1 Minute', 'time 1/60 of 1'],
  ['milliseconds', 'time 1/3600000 of 1'],
  ['1 Day', 'time 24/1 of 1'],
  ['GPU-Hours', 'gpu-time 1/1 of 1'],
  ['GPU Hours', 'gpu-time 1/1 of 1'],
  ['gpu-hour', 'gpu-time 1/1 of 1'],
  ['GPU_HOURS', 'gpu-time 1/1 of 1'],
  ['ONE GPU HOURS', 'gpu-time 1/1 of 1'],
  ['GPU Per Hour', 'gpu-time 1/1 of 1'],
  ['accelerator_seconds', 'gpu-time 1/3600 of 1'],
  ['chip-hours', 'gpu-time 1/1 of 1'],
  ['vCPU-Hours', 'other'],
  ['GB-Hours', 'other'],
  ['GB-Mo', 'other'],
  ['byte-seconds', 'other'],
  ['1K tokens', 'other'],
  ['Requests', 'other'],
  ['1/Month', 'other'],
  ['0 Hours', 'unrecognised'],
  ['Units', 'unrecognised'],
  ['1/Hour', 'unrecognised'],
  ['', 'unrecognised'],
  [null, 'unrecognised'],
])('%j is %s', (text, expected) => {
  const unit = parseTimeUnit(text)
  const shown = 'blockSize' in unit ? ` ${unit.numerator}/${unit.denominator} of ${unit.blockSize}` : ''
  expect(unit.measure + shown).toBe(expected)
})

test.each<[string | null, string | null, string | null]>([
  ['Hrs', '8', '8/1'],
  ['100 Hours', '0.125', '12.5/1'],
  ['10 Hours', '0.166667', '10/6'],
  ['seconds', '0.5', '0.5/3600'],
  ['GPU-Hours', '8', '1/1'],
  ['GPU-Hours', null, '1/1'],
  ['Hrs', null, null],
  ['GB', '8', null],
])('one %s of %s GPUs is %s GPU hours', (unit, count, expected) => {
  const factor = gpuHoursFactor(unit, count)
  expect(factor && `${factor.numerator}/${factor.denominator}`).toBe(expected)
})

test.each<[string | null, string | null]>([
  ['8', '8'],
  [' 8.0 ', '8'],
  ['08', '8'],
  ['0.50', '0.5'],
  ['0', null],
  ['0.0', null],
  ['N/A', null],
  ['-1', null],
  ['1e2', null],
  ['', null],
  [null, null],
])('a stated count of %j reads as %s', (text, expected) => {
  expect(readGpuCount(text)).toBe(expected)
})

test('a factor is exact: count times block', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 1000 }), (thousandths, block) => {
      const count = readGpuCount(`${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`)
      const numerator = gpuHoursFactor(`${block} Hours`, count)?.numerator ?? ''
      const [whole = '', fraction = ''] = numerator.split('.')
      expect(BigInt(whole + fraction.padEnd(3, '0'))).toBe(BigInt(thousandths) * BigInt(block))
    }),
  )
})
