import { gpuClassesTsv } from '@/lib/catalog/data/gpu-classes.ts'
import { tsvRecords } from '@/lib/catalog/tsv.ts'

/** One accelerator model as clouds count it (per GPU, per die or per chip). A figure nobody publishes is null. */
export type GpuClass = {
  id: string
  vendor: string
  memoryGb: number | null
  memoryBandwidthGbPerSecond: number | null
  fp16DenseTflops: number | null
  fp8DenseTflops: number | null
  int8DenseTops: number | null
  tdpWatts: number | null
  formFactor: string
  launchYear: number | null
  source: string
  notes: string
}

function figure(text: string | undefined): number | null {
  return text ? Number(text) : null
}

/** Every class of data/gpu-classes.csv, in file order. */
export const gpuClasses: readonly GpuClass[] = tsvRecords(gpuClassesTsv).map((row) => ({
  id: row.gpu_class ?? '',
  vendor: row.vendor ?? '',
  memoryGb: figure(row.memory_gb),
  memoryBandwidthGbPerSecond: figure(row.memory_bandwidth_gbs),
  fp16DenseTflops: figure(row.fp16_bf16_dense_tflops),
  fp8DenseTflops: figure(row.fp8_dense_tflops),
  int8DenseTops: figure(row.int8_dense_tops),
  tdpWatts: figure(row.tdp_w),
  formFactor: row.form_factor ?? '',
  launchYear: figure(row.launch_year),
  source: row.source ?? '',
  notes: row.notes ?? '',
}))

const byId = new Map(gpuClasses.map((entry) => [entry.id, entry]))

/** The class with this id, or null. */
export function gpuClass(id: string): GpuClass | null {
  return byId.get(id) ?? null
}
