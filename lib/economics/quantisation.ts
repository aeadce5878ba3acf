import { atLeast, positive } from './checked.ts'

export type Precision = 'fp8' | 'int8' | 'int4'

/** Published factors of quantised serving against BF16. `throughput` is what to expect, `cap` the most that was published. */
export type QuantisationFactor = {
  precision: Precision
  label: string
  throughput: (batch: number | null) => number
  cap: number
  /** Bits of a weight. */
  bits: number
  /** Whether GPUs of a launch year can do it in hardware. */
  supports: (gpuClass: { vendor: string; fp8DenseTflops: number | null; int8DenseTops: number | null }) => boolean
  source: string
}

/** What is published, as ranges; never plan with the cap. Sources are named in docs/unit-economics.md. */
export const quantisationFactors: readonly QuantisationFactor[] = [
  {
    precision: 'fp8',
    label: 'FP8',
    throughput: () => 1.3,
    cap: 1.6,
    bits: 8,
    supports: ({ fp8DenseTflops }) => fp8DenseTflops !== null,
    source: 'vLLM documentation: up to 1.6x throughput, half the weight memory',
  },
  {
    precision: 'int8',
    label: 'INT8 (W8A8)',
    throughput: () => 1.2,
    cap: 1.56,
    bits: 8,
    supports: ({ int8DenseTops }) => int8DenseTops !== null,
    source: 'SmoothQuant: up to 1.56x',
  },
  {
    precision: 'int4',
    label: 'INT4 (weights only)',
    throughput: (batch) => (batch !== null && batch <= 16 ? 2 : 1.3),
    cap: 3,
    bits: 4.4,
    supports: ({ int8DenseTops }) => int8DenseTops !== null,
    source: 'AWQ and Marlin: near 3x at small batches, falling above a batch of 16 to 32',
  },
]

/** Memory of weights in GB: parameters in billions x bits / 8. */
export function weightsGb(paramsB: number, bits: number): number {
  return (positive(paramsB, 'parameters') * positive(bits, 'bits')) / 8
}

/** GPUs that weights (with a tenth on top) and KV cache need, by memory alone. */
export function gpusForMemory(paramsB: number, bits: number, kvCacheGb: number, memoryGbPerGpu: number): number {
  return Math.ceil(
    (weightsGb(paramsB, bits) * 1.1 + atLeast(0, kvCacheGb, 'KV cache')) / positive(memoryGbPerGpu, 'memory'),
  )
}

/** Replicas for the same load when each does `factor` times as much: never below the least. */
export function replicasAfter(replicas: number, factor: number, least: number): number {
  return Math.max(
    atLeast(0, least, 'least replicas'),
    Math.ceil(atLeast(0, replicas, 'replicas') / positive(factor, 'factor')),
  )
}
