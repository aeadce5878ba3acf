import {
  apiCost,
  breakEvenVolume,
  decide,
  replicasForPeak,
  selfHostedCost,
  utilisation,
} from '@/lib/economics/break-even.ts'
import { HOURS_PER_MONTH } from '@/lib/economics/spot.ts'
import type { CurvePoint } from './break-even-curve.tsx'

export type BreakEvenInput = {
  /** Published throughput of one replica at full load, output tokens a second, on so many GPUs. */
  tokensPerSecond: number
  gpusPerReplica: number
  pricePerGpuHour: number
  minReplicas: number
  /** Tokens written in a month in millions, tokens read for each of them, and peak over mean. */
  millionOut: number
  inPerOut: number
  peak: number
  operations: number
  apiIn: number
  apiOut: number
}

export type BreakEven = {
  replicas: number
  machines: number
  selfHosted: number
  api: number
  verdict: 'api' | 'self-hosted' | 'close'
  /** Million tokens written a month at which these machines cost as much as the API. */
  breakEvenMillionOut: number | null
  use: number
  perMillionOut: number
  apiPerMillionOut: number
  curve: CurvePoint[]
  at: CurvePoint
}

const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3600
const THRESHOLD = 0.7

/** Own machines against an API for a volume, and the cost of a million output tokens at every use of capacity. All in USD and a month. */
export function breakEven(input: BreakEvenInput): BreakEven {
  const mean = (input.millionOut * 1e6) / SECONDS_PER_MONTH
  const replicas = replicasForPeak(mean * input.peak, input.tokensPerSecond, input.minReplicas)
  const machines = replicas * input.gpusPerReplica * input.pricePerGpuHour * HOURS_PER_MONTH
  const selfHosted = selfHostedCost(machines, input.operations)
  const api = apiCost(
    { millionIn: input.millionOut * input.inPerOut, millionCachedIn: 0, millionOut: input.millionOut },
    { in: input.apiIn, cachedIn: 0, out: input.apiOut },
  )
  const capacity = replicas * input.tokensPerSecond
  const perMillionAt = (use: number) => (selfHosted * 1e6) / (capacity * use * SECONDS_PER_MONTH)
  const use = utilisation(mean, capacity)
  return {
    replicas,
    machines,
    selfHosted,
    api,
    verdict: decide(selfHosted, api, THRESHOLD),
    breakEvenMillionOut: breakEvenVolume(input.millionOut, selfHosted, api),
    use,
    perMillionOut: perMillionAt(use),
    apiPerMillionOut: api / input.millionOut,
    curve: Array.from({ length: 99 }, (_, index) => ({
      use: (index + 2) / 100,
      perMillion: perMillionAt((index + 2) / 100),
    })),
    at: { use, perMillion: perMillionAt(use) },
  }
}
