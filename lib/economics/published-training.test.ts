import { describe, expect, test } from 'vitest'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { classOfAccelerator, trainingCosts } from '@/lib/catalog/training-costs.ts'
import {
  costPerBillionTokens,
  goodput,
  modelFlopsUtilisation,
  plannedCosts,
  runCost,
  trainingGpuHours,
} from './training.ts'

const row = (id: string) => {
  const found = trainingCosts.find((entry) => entry.id === id)
  if (!found) throw new Error(`no row ${id}`)
  return found
}
const independent = trainingCosts.filter(({ isIndependent }) => isIndependent)
const withMfu = trainingCosts.filter(({ mfu }) => mfu !== null)

test('(c) 12 rows state hours, rate and amount independently', () => {
  expect(trainingCosts).toHaveLength(56)
  expect(independent.map(({ id }) => id)).toHaveLength(12)
})

describe('(c) hours x rate is the amount that the source prints, within 0.1% (0.5% where it is printed rounded)', () => {
  test.each(independent.map((entry) => [entry.id, entry] as const))('(c) %s', (id, entry) => {
    const hours =
      entry.accelerators && entry.wallClockHours ? entry.accelerators * entry.wallClockHours : (entry.gpuHours ?? 0)
    const difference = runCost(hours, Number(entry.usdPerGpuHour)) / Number(entry.usd) - 1
    expect(Math.abs(difference)).toBeLessThanOrEqual(id === 'mosaic-sd2-latents' ? 0.005 : 0.001)
  })
})

describe('(c) 6 N T over the hours at the dense BF16 peak is the MFU column within 0.1 point', () => {
  test.each(withMfu.map((entry) => [entry.id, entry] as const))('(c) %s', (_, entry) => {
    const peak = gpuClass(classOfAccelerator(entry.accelerator) ?? '')?.fp16DenseTflops ?? Number.NaN
    const mfu = modelFlopsUtilisation(entry.paramsB ?? 0, entry.tokensT ?? 0, entry.gpuHours ?? 0, peak)
    expect(Math.abs(mfu - (entry.mfu ?? 0)) * 100).toBeLessThanOrEqual(0.1)
  })
  test.each([
    ['llama1-65B', 47.7],
    ['llama2-70B', 42.9],
    ['llama-3.1-405b', 34.5],
    ['llama-3-8b', 15.6],
    ['opt175b', 20.8],
    ['bloom', 31.8],
  ])('R18 %s: %s%%', (id, percent) => {
    const { paramsB, tokensT, gpuHours, accelerator } = row(id)
    const peak = gpuClass(classOfAccelerator(accelerator) ?? '')?.fp16DenseTflops ?? Number.NaN
    expect(modelFlopsUtilisation(paramsB ?? 0, tokensT ?? 0, gpuHours ?? 0, peak) * 100).toBeCloseTo(percent, 1)
  })
})

describe('(c) sums of stages and traps', () => {
  test('Llama 3.2-Vision: 246,120 + 1,775,120 = 2,021,240 GPU hours', () => {
    expect((row('llama3.2-11b-v').gpuHours ?? 0) + (row('llama3.2-90b-v').gpuHours ?? 0)).toBe(2_021_240)
    expect(147_000 + 98_000 + 896 + 224).toBe(row('llama3.2-11b-v').gpuHours)
    expect(885_000 + 885_000 + 3072 + 2048).toBe(row('llama3.2-90b-v').gpuHours)
  })
  test('DeepSeek-V3: stages add up to the total in hours and dollars', () => {
    const stages = ['dsv3-pre', 'dsv3-ctx', 'dsv3-post'].map(row)
    expect(stages.reduce((sum, { gpuHours }) => sum + (gpuHours ?? 0), 0)).toBe(row('dsv3-total').gpuHours)
    expect(stages.reduce((sum, { usd }) => sum + Number(usd), 0)).toBe(Number(row('dsv3-total').usd))
  })
  test('Llama 2: the stated total holds an unreleased 34B, so released models add up to less', () => {
    const released = ['llama2-7B', 'llama2-13B', 'llama2-70B'].reduce((sum, id) => sum + (row(id).gpuHours ?? 0), 0)
    expect(released).toBe(2_273_280)
    expect(row('llama2-total').gpuHours).toBe(3_311_616)
    expect(row('llama2-total').notes).toContain('34B')
  })
  test('OPT-175B: 992 GPUs x 34 days x 24 hours = 809,472', () => {
    expect(992 * 34 * 24).toBe(row('opt175b').gpuHours)
  })
  test('GPT-4: no GPU hours are published, so nothing is reckoned from them', () => {
    expect(row('epoch-gpt-4-gpt-4').gpuHours).toBeNull()
    expect(() => modelFlopsUtilisation(1, 1, Number(row('epoch-gpt-4-gpt-4').gpuHours), 989)).toThrow(RangeError)
  })
  test('Llama 3.1 405B: an amount keeps its basis', () => {
    expect(row('llama-3.1-405b').usdBasis).toContain('rental')
    expect(Number(row('llama-3.1-405b').usd) / 1e6).toBeCloseTo(169.8, 1)
  })
})

test('a plan is the inverse of the utilisation, and the ways of buying it by hand', () => {
  const hours = trainingGpuHours(70, 15, 989, 0.4)
  expect(modelFlopsUtilisation(70, 15, hours, 989)).toBeCloseTo(0.4, 12)
  const costs = plannedCosts(100, { onDemand: 2, spot: 1, spotOverhead: 0.2, committed: 1.3 })
  expect([costs.onDemand, costs.spot, costs.committed]).toEqual([200, 125, 130])
  expect(plannedCosts(100, { onDemand: 2, spot: null, spotOverhead: 0, committed: null })).toEqual({
    onDemand: 200,
    spot: null,
    committed: null,
  })
  expect(costPerBillionTokens(200, 50)).toBe(4)
  expect(goodput(90, 100)).toBe(0.9)
  expect(() => goodput(110, 100)).toThrow(RangeError)
})
