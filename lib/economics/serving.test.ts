import { expect, test } from 'vitest'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { batchingSaving } from './batching.ts'
import { gpusNeeded } from './consolidation.ts'
import { priceGapSaving } from './price-gap.ts'
import { gpusForMemory, quantisationFactors, replicasAfter, weightsGb } from './quantisation.ts'
import { fits, stretch } from './right-size.ts'
import { routingSaving, speedUpSaving } from './smaller-model.ts'

const a100 = gpuClass('A100-80GB')
const l40s = gpuClass('L40S')
const v100 = gpuClass('V100-16GB')

test('R9: factors and their caps: FP8 1.3 / 1.6, INT8 1.2 / 1.56, INT4 2.0 at a batch of 16 and 1.3 above, 3.0', () => {
  expect(
    quantisationFactors.map(({ precision, throughput, cap }) => [precision, throughput(16), throughput(33), cap]),
  ).toEqual([
    ['fp8', 1.3, 1.3, 1.6],
    ['int8', 1.2, 1.2, 1.56],
    ['int4', 2, 1.3, 3],
  ])
  for (const { throughput, cap } of quantisationFactors)
    for (const batch of [1, 16, 17, 64, null]) expect(throughput(batch)).toBeLessThan(cap)
})

test('R9: FP8 only where the class has it, INT8 from Turing on', () => {
  const support = (id: string) =>
    quantisationFactors
      .filter(({ supports }) => supports(gpuClass(id) ?? { vendor: '', fp8DenseTflops: null, int8DenseTops: null }))
      .map(({ precision }) => precision)
  expect(support('H100-SXM-80GB')).toEqual(['fp8', 'int8', 'int4'])
  expect(support('A100-80GB')).toEqual(['int8', 'int4'])
  expect(support('V100-16GB')).toEqual([])
})

test('R9 by hand: a 70B model is 140 GB in BF16, needs two 80 GB GPUs, and one in FP8', () => {
  expect(weightsGb(70, 16)).toBe(140)
  expect(gpusForMemory(70, 16, 5, 80)).toBe(2)
  expect(gpusForMemory(70, 8, 3, 80)).toBe(1)
  expect(replicasAfter(3, 1.3, 1)).toBe(3)
  expect(replicasAfter(4, 2, 1)).toBe(2)
  expect(replicasAfter(2, 2, 2)).toBe(2)
})

test('R2: on the threshold fits, above it does not, and what is not measured is unknown', () => {
  if (!a100 || !l40s || !v100) throw new Error('classes are missing')
  const need = (memoryGibP99: number | null, dramP95: number | null, tensorP95: number | null) =>
    fits({ memoryGibP99, dramP95, tensorP95 }, a100, l40s, 0.2)
  const edge = 48 / 1.2 / 1.073741824
  expect(need(edge - 1e-9, (864 * 0.8) / 2039 - 1e-12, (362 * 0.8) / 312 - 1e-12)).toEqual({
    memory: 'fits',
    bandwidth: 'fits',
    compute: 'fits',
  })
  expect(need(edge + 1e-6, (864 * 0.8) / 2039 + 1e-6, 0.93)).toEqual({
    memory: 'too-small',
    bandwidth: 'too-small',
    compute: 'too-small',
  })
  expect(need(null, null, null)).toEqual({ memory: 'unknown', bandwidth: 'unknown', compute: 'unknown' })
  expect([stretch(40, 100), stretch(100, 100)]).toEqual([1, 1.25])
})

test('R8 by hand: seven quarters fit two GPUs by memory, compute can need more', () => {
  const quarter = { memory: 0.225, compute: 0.1 }
  expect(gpusNeeded(Array(7).fill(quarter), { memory: 0.9, compute: 0.7 })).toBe(2)
  expect(gpusNeeded(Array(4).fill({ memory: 0.1, compute: 0.4 }), { memory: 0.9, compute: 0.7 })).toBe(4)
  expect(gpusNeeded([], { memory: 0.9, compute: 0.7 })).toBe(0)
})

test('R10 and R11 by hand: 30% routed to a fifth of the price with 10% escalated saves 21%; 1.2x saves a sixth', () => {
  expect(routingSaving(0.3, 0.2, 0.1)).toBeCloseTo(0.21, 12)
  expect(routingSaving(0.3, 0.95, 0.1)).toBeLessThan(0)
  expect(speedUpSaving(1.2)).toBeCloseTo(1 / 6, 12)
  expect(speedUpSaving(1)).toBe(0)
})

test('R13: half of the published throughput is the goal, replicas and 80% are the limits', () => {
  expect(batchingSaving(250, 2000, 8, 1)).toBeCloseTo(0.75, 12)
  expect(batchingSaving(1, 2000, 100, 1)).toBe(0.8)
  expect(batchingSaving(250, 2000, 2, 1)).toBe(0.5)
  expect(batchingSaving(1500, 2000, 8, 1)).toBe(0)
})

test('R14 by hand: 100 hours at 3 instead of 2 save 100 less what leaves', () => {
  expect(priceGapSaving(100, 3, 2, 0, 0)).toBe(100)
  expect(priceGapSaving(100, 3, 2, 500, 0.09)).toBeCloseTo(55, 9)
})
