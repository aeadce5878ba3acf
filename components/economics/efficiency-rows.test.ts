import { expect, test } from 'vitest'
import { gpuClass } from '@/lib/catalog/gpu-classes.ts'
import { efficiencyRows } from './efficiency-rows.ts'

const gpu = (id: string) => {
  const found = gpuClass(id)
  if (!found) throw new Error(id)
  return found
}
const input = {
  paramsB: 70,
  bits: 16,
  kvCacheGb: 60,
  replicas: 4,
  minReplicas: 1,
  batch: 32,
  monthlyCost: 12000,
  gpu: gpu('H100-SXM-80GB'),
}

test('a 70B model on 4 replicas of 3 H100: FP8 halves weights, needs 2 GPUs a replica and saves a third at most', () => {
  const [now, fp8] = efficiencyRows(input)
  expect(now).toMatchObject({ weightsGb: 140, gpusPerReplica: 3, replicas: 4 })
  expect(fp8).toMatchObject({
    label: 'FP8',
    weightsGb: 70,
    gpusPerReplica: 2,
    replicas: 4,
    saving: { low: expect.closeTo(2000, 6), high: expect.closeTo(4000, 6) },
  })
})

test('no saving is beyond what the planned factor gives, and no class does what its hardware cannot', () => {
  for (const { factor, saving } of efficiencyRows(input)) {
    if (factor) expect(factor.expected).toBeLessThan(factor.cap)
    if (saving) expect(saving.high).toBeLessThanOrEqual(input.monthlyCost)
  }
  expect(efficiencyRows({ ...input, gpu: gpu('A100-80GB') }).find(({ label }) => label === 'FP8')?.saving).toBeNull()
  expect(efficiencyRows({ ...input, bits: 8 }).map(({ label }) => label)).not.toContain('FP8')
})
