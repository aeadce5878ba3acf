import { expect, test } from 'vitest'
import { planRows } from './plan-rows.ts'

const plan = {
  by: 'tokens',
  paramsB: 7,
  tokensT: 2,
  mfu: 0.4,
  gpuHours: 0,
  statedClass: '',
  gpus: 64,
  interrupted: 0.2,
  checkpointHours: 1,
} as const

test('own rates stand beside the list, the cheapest first, and spot runs longer by its overhead', () => {
  const rows = planRows(plan, [{ gpuClass: 'H100-SXM-80GB', onDemand: 2, spot: 1, committed: 1.5 }])
  const mine = rows.find(({ from }) => from === 'your bills')
  const hours = (6 * 7e9 * 2e12) / (989e12 * 0.4 * 3600)
  expect(mine?.gpuHours).toBeCloseTo(hours, 3)
  expect(mine?.onDemand).toBeCloseTo(hours * 2, 2)
  expect(mine?.committed).toBeCloseTo(hours * 1.5, 2)
  const overhead = 40 / 3600 / 1 + (0.5 + 0.25) / (730 / -Math.log(0.8) / 8)
  expect(mine?.spot).toBeCloseTo(hours / (1 - overhead), 2)
  expect(mine?.days).toBeCloseTo(hours / 64 / 24, 6)
  expect(rows.length).toBeGreaterThan(20)
})

test('GPU hours of one class become those of another by their peaks', () => {
  const rows = planRows({ ...plan, by: 'gpu-hours', gpuHours: 1000, statedClass: 'A100-80GB' }, [])
  expect(rows.find(({ gpuClass }) => gpuClass === 'H100-SXM-80GB')?.gpuHours).toBeCloseTo((1000 * 312) / 989, 6)
})
