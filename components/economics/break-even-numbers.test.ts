import { expect, test } from 'vitest'
import { breakEven } from './break-even-numbers.ts'

const input = {
  tokensPerSecond: 2909,
  gpusPerReplica: 1,
  pricePerGpuHour: 4,
  minReplicas: 2,
  millionOut: 1000,
  inPerOut: 4,
  peak: 3,
  operations: 0.2,
  apiIn: 0.5,
  apiOut: 1.5,
}

test('two replicas of $4 an hour and a fifth on top are 7,008 a month; a billion tokens by API 3,500', () => {
  const found = breakEven(input)
  expect(found.replicas).toBe(2)
  expect(found.selfHosted).toBeCloseTo(2 * 4 * 730 * 1.2, 6)
  expect(found.api).toBe(3500)
  expect(found.verdict).toBe('api')
  expect(found.breakEvenMillionOut).toBeCloseTo((7008 / 3500) * 1000, 6)
  expect(found.perMillionOut).toBeCloseTo(7.008, 6)
  expect(found.apiPerMillionOut).toBe(3.5)
})

test('at ten times the volume own machines win, and the curve passes through the point that is marked', () => {
  const found = breakEven({ ...input, millionOut: 10_000, operations: 0.1 })
  expect(breakEven({ ...input, millionOut: 10_000 }).verdict).toBe('close')
  expect(found.replicas).toBe(7)
  expect(found.verdict).toBe('self-hosted')
  const near = found.curve.reduce((best, point) =>
    Math.abs(point.use - found.use) < Math.abs(best.use - found.use) ? point : best,
  )
  expect(near.perMillion / found.at.perMillion).toBeCloseTo(1, 1)
})
