import type { Day } from '@/lib/core/period.ts'

/** What a served model is, as its owner says. Null: not said. */
export type ModelFacts = {
  paramsB: number | null
  activeParamsB: number | null
  dtype: string | null
  engine: string | null
  batch: number | null
  kvCacheGb: number | null
  minReplicas: number | null
  gpusPerReplica: number | null
  task: string | null
  trainedInHouse: boolean | null
  apiAllowed: boolean | null
  apiModel: string | null
  referenceModel: string | null
  referenceLengths: string | null
  smallerModel: string | null
  smallerPriceRatio: number | null
  shortShare: number | null
  servingSince: Day | null
  peakTokensPerSecond: number | null
}

/** A model that a project serves on machines. */
export type Service = {
  key: string
  project: string
  model: string
  team: string | null
  currency: string
  /** Items that serve it, with the part of each that it holds, 0 to 1. */
  parts: readonly { item: string; fraction: number }[]
  gpuClasses: readonly string[]
  gpuHours: number
  cost: string
  /** Over the window; null: not counted. */
  tokensIn: number | null
  tokensOut: number | null
  requests: number | null
  /** Days of the window with tokens. */
  tokenDays: number
  meanBusy: number | null
  facts: ModelFacts
}

/** Spend on one model of a managed API. */
export type ApiModel = {
  key: string
  provider: string
  model: string
  project: string | null
  team: string | null
  currency: string
  items: readonly string[]
  cost: string
  tokensIn: number | null
  tokensOut: number | null
  requests: number | null
  facts: ModelFacts
}

export type Attempt = {
  start: string
  end: string
  state: string | null
  gpus: number | null
  gpuClass: string | null
  gpuHours: number | null
  tokensB: number | null
  usefulHours: number | null
  lastCheckpoint: string | null
}

/** A training or batch run, from job records. */
export type Run = {
  key: string
  run: string
  kind: string | null
  team: string | null
  project: string | null
  model: string | null
  paramsB: number | null
  precision: string | null
  checkpointIntervalHours: number | null
  checkpointWriteHours: number | null
  restartHours: number | null
  restartable: boolean | null
  attempts: readonly Attempt[]
  gpuClass: string | null
  gpus: number | null
  gpuHours: number | null
  /** Hours x what the project paid for a GPU hour of that class while it ran; null where no bill says. */
  cost: string | null
  /** The same at what was billed, where commitments are paid elsewhere. */
  billed: string | null
  currency: string | null
  /** Items of its project and class that cost something in the window. */
  items: readonly string[]
}
