import type { GpuClass } from '@/lib/catalog/gpu-classes.ts'
import { gpusForMemory, quantisationFactors, replicasAfter, weightsGb } from '@/lib/economics/quantisation.ts'
import { routingSaving } from '@/lib/economics/smaller-model.ts'

export type EfficiencyInput = {
  paramsB: number
  bits: number
  kvCacheGb: number
  replicas: number
  minReplicas: number
  batch: number
  monthlyCost: number
  gpu: GpuClass
}
export type EfficiencyRow = {
  label: string
  source: string
  weightsGb: number | null
  gpusPerReplica: number | null
  replicas: number | null
  /** Throughput against now: what to plan with, and the most that was published. */
  factor: { expected: number; cap: number } | null
  /** Saved a month: half of the benchmark to all of it, never the published maximum. Null where the hardware cannot do it. */
  saving: { low: number; high: number } | null
  note: string
}

const ROUTED = 0.3
const ESCALATED = 0.1
/** Continuous batching against static batches: vLLM v0.6 over v0.5 gained 1.8x to 2.7x. */
const BATCHING = { expected: 1.8, cap: 2.7 }

/** What published techniques would do to memory, replicas and money of a served model. */
export function efficiencyRows(input: EfficiencyInput): EfficiencyRow[] {
  const memory = input.gpu.memoryGb ?? 0
  const now = gpusForMemory(input.paramsB, input.bits, input.kvCacheGb, memory)
  const gpus = input.replicas * now
  const moneyOf = (after: number) => {
    const share = Math.max(0, 1 - after / gpus)
    return { low: (input.monthlyCost * share) / 2, high: input.monthlyCost * share }
  }
  const narrow = quantisationFactors
    .filter(({ bits }) => bits < input.bits)
    .map(({ label, bits, throughput, cap, supports, source }): EfficiencyRow => {
      if (!supports(input.gpu))
        return {
          label,
          source,
          weightsGb: null,
          gpusPerReplica: null,
          replicas: null,
          factor: null,
          saving: null,
          note: `${input.gpu.id} has no hardware for it`,
        }
      const each = Math.min(now, gpusForMemory(input.paramsB, bits, input.kvCacheGb, memory))
      const factor = throughput(input.batch)
      const replicas = replicasAfter(input.replicas, factor, input.minReplicas)
      const after = Math.min(input.replicas * each, replicas * now)
      const byMemory = input.replicas * each <= replicas * now
      return {
        label,
        source,
        weightsGb: weightsGb(input.paramsB, bits),
        gpusPerReplica: byMemory ? each : now,
        replicas: byMemory ? input.replicas : replicas,
        factor: { expected: factor, cap },
        saving: moneyOf(after),
        note: byMemory ? 'fewer GPUs a replica' : 'fewer replicas',
      }
    })
  const batched = replicasAfter(input.replicas, BATCHING.expected, input.minReplicas)
  const routed = routingSaving(ROUTED, 0.2, ESCALATED)
  return [
    {
      label: 'Now',
      source: 'as stated',
      weightsGb: weightsGb(input.paramsB, input.bits),
      gpusPerReplica: now,
      replicas: input.replicas,
      factor: null,
      saving: null,
      note: '',
    },
    ...narrow,
    {
      label: 'Continuous batching',
      source: 'vLLM v0.6 against v0.5: 1.8x to 2.7x; against static batches more',
      weightsGb: weightsGb(input.paramsB, input.bits),
      gpusPerReplica: now,
      replicas: batched,
      factor: BATCHING,
      saving: moneyOf(batched * now),
      note: 'where requests are served one by one or in static batches now',
    },
    {
      label: 'A fifth of the price for 30%',
      source: 'assumed: 30% routed to a model at 20% of the price, a tenth asked again',
      weightsGb: null,
      gpusPerReplica: null,
      replicas: null,
      factor: null,
      saving: { low: (input.monthlyCost * routed) / 2, high: input.monthlyCost * routed },
      note: 'a smaller or distilled model',
    },
  ]
}
