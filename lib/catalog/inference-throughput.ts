import { inferenceThroughputTsv } from '@/lib/catalog/data/inference-throughput.ts'
import { tsvRecords } from '@/lib/catalog/tsv.ts'

/** A published throughput at full load and without a latency target: the most that can be expected, not what to plan with. */
export type InferenceThroughput = {
  model: string
  /** Tokens in / tokens out of a request, as the source says. */
  lengths: string
  gpu: string
  gpus: number
  precision: string
  outputTokensPerSecond: number
  outputTokensPerSecondPerGpu: number
  source: string
  notes: string
}

/** Every row of data/inference-throughput.csv, in file order. */
export const inferenceThroughputs: readonly InferenceThroughput[] = tsvRecords(inferenceThroughputTsv).map((row) => ({
  model: row.model ?? '',
  lengths: row.isl_osl ?? '',
  gpu: row.gpu ?? '',
  gpus: Number(row.gpus),
  precision: row.precision ?? '',
  outputTokensPerSecond: Number(row.output_tok_s_total),
  outputTokensPerSecondPerGpu: Number(row.output_tok_s_per_gpu),
  source: row.source ?? '',
  notes: row.notes ?? '',
}))

/** The published row of a model, request lengths and GPU class (`H100-SXM-80GB` is the table's `H100`), or null. */
export function publishedThroughput(model: string, lengths: string, gpuClass: string): InferenceThroughput | null {
  const named = (gpu: string) => gpuClass === gpu || gpuClass.startsWith(`${gpu}-SXM`)
  return inferenceThroughputs.find((row) => row.model === model && row.lengths === lengths && named(row.gpu)) ?? null
}
