import { trainingCostsTsv } from '@/lib/catalog/data/training-costs.ts'
import { tsvRecords } from '@/lib/catalog/tsv.ts'

/** What is published about one training run, or a stage of one. Null = not stated. Amounts are decimal text in USD. */
export type TrainingCost = {
  id: string
  model: string
  stage: string
  accelerator: string
  accelerators: number | null
  wallClockHours: number | null
  gpuHours: number | null
  usd: string | null
  /** On what basis the amount is stated: rent, list price, depreciation. Two bases are two amounts. */
  usdBasis: string
  usdPerGpuHour: string | null
  /** Active parameters in billions, tokens in trillions. */
  paramsB: number | null
  tokensT: number | null
  /** Whether hours, rate and amount are all printed by the source, so that one checks the others. */
  isIndependent: boolean
  /** 6 N T over the hours at the dense BF16 peak, 0 to 1, as compiled; null where something is not stated. */
  mfu: number | null
  source: string
  notes: string
}

const figure = (text: string | undefined) => (text ? Number(text) : null)

/** Every row of data/training-costs.csv, in file order. */
export const trainingCosts: readonly TrainingCost[] = tsvRecords(trainingCostsTsv).map((row) => ({
  id: row.id ?? '',
  model: row.model ?? '',
  stage: row.stage ?? '',
  accelerator: row.accelerator ?? '',
  accelerators: figure(row.accelerator_count),
  wallClockHours: figure(row.wall_clock_h),
  gpuHours: figure(row.gpu_hours),
  usd: row.usd || null,
  usdBasis: row.usd_basis ?? '',
  usdPerGpuHour: row.usd_per_gpu_hour || null,
  paramsB: figure(row.params_b_active),
  tokensT: figure(row.tokens_t),
  isIndependent: row.independent_usd_check === 'yes',
  mfu: figure(row.recalc_mfu_bf16),
  source: row.source ?? '',
  notes: row.notes ?? '',
}))

/** The class of gpu-classes.csv whose dense BF16 peak an accelerator of the table has; null where it is no single one. */
export function classOfAccelerator(accelerator: string): string | null {
  // The H800 is an H100 with a slower NVLink: its peak is the same (NVIDIA's datasheets).
  if (/^(H100|H800)/.test(accelerator)) return 'H100-SXM-80GB'
  if (/^A100-40GB/.test(accelerator)) return 'A100-40GB'
  if (/^A100/.test(accelerator)) return 'A100-80GB'
  if (/^V100/.test(accelerator)) return 'V100-16GB'
  return null
}
