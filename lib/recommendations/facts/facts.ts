import type { ApiPrice } from '@/lib/catalog/api-prices.ts'
import type { CatalogPrice } from '@/lib/catalog/prices.ts'
import type { Day, Period } from '@/lib/core/period.ts'
import type { ApiModel, Run, Service } from './workloads.ts'

/** Something on the bills that costs money: one resource, or one meter where the bill names no resource. Items never overlap. */
export type Item = {
  key: string
  provider: string
  accountId: string
  region: string | null
  service: string | null
  serviceCategory: string | null
  name: string
  team: string | null
  project: string | null
  model: string | null
  environment: string | null
  currency: string
  /** Effective cost in the window, decimal text. */
  cost: string
  /** The part of it that a commitment pays for: to save it frees commitment, not cash. */
  committed: string
  /** First and last day with a charge in the last 13 months. */
  firstDay: Day
  lastDay: Day
  /** Days of the window with charges. */
  days: number
  /** Tag keys and values in lower case. */
  tags: Readonly<Record<string, string>>
  /** The dearest meters first, at most five. */
  meters: readonly string[]
}

/** Telemetry of a machine over the days of `Facts.telemetry`. Shares are 0 to 1; null: not measured. */
export type Telemetry = {
  metric: string
  /** GPU hours measured / GPU hours billed in the same days. */
  coverage: number
  /** Days with a measurement. */
  days: number
  meanBusy: number
  p95Busy: number
  /** The part of measured GPU hours in which the GPU was active for at most 1% of the time. */
  idleShare: number
  /** Hours of the week in which any GPU was busy at or above 5% in any of the last 4 weeks, and weeks seen. */
  activeHoursOfWeek: number
  weeks: number
  /** Of one GPU. */
  memoryGibP95: number | null
  memoryGibP99: number | null
  tensorP95: number | null
  tensorMean: number | null
  dramP95: number | null
  encoderP95: number | null
}

/** A machine with GPUs; `key` is its item's. Hours are GPU hours in the window, costs are decimal text. */
export type Machine = {
  key: string
  instanceType: string | null
  gpuClass: string
  gpus: number
  gpuHours: number
  onDemandHours: number
  spotHours: number
  committedHours: number
  onDemandCost: string
  spotCost: string
  /** Effective cost of one GPU hour, in the item's currency; null without hours. */
  pricePerGpuHour: number | null
  /** GPU hours of each day of the window, oldest first. */
  hoursByDay: readonly number[]
  heldIdleHours: number
  notHeldHours: number
  usedHours: number
  telemetry: Telemetry | null
}

/** A commitment discount and how much of it was used in the window. */
export type Commitment = {
  key: string
  id: string
  provider: string
  accountId: string
  currency: string
  used: string
  unused: string
  /** The items that carry the unused part. */
  items: readonly string[]
  /** By day, oldest first: used and unused cost over the last 90 days. */
  usedByDay: readonly number[]
  unusedByDay: readonly number[]
  /** On-demand cost in the window that it could have paid for: same provider, GPU class and region as what it does pay for. */
  matchable: string
  firstDay: Day
}

/** On-demand GPUs of one class at one place, hour by hour. */
export type BaseLoad = {
  key: string
  provider: string
  accountId: string
  region: string | null
  gpuClass: string
  instanceType: string | null
  currency: string
  /** GPUs running in each hour of `days` days, oldest first. */
  hourly: readonly number[]
  days: number
  pricePerGpuHour: number
  items: readonly string[]
}

/** An item that stores bytes. */
export type Store = {
  key: string
  kind: 'object' | 'block' | 'snapshot' | 'file'
  /** Billed GB-months in the window, as far as the bill's unit says; null: unit unknown. */
  gbMonths: number | null
  /** From the inventory: when it was last read, and its storage class. */
  lastUsed: Day | null
  storageClass: string | null
  sizeGb: number | null
}

/** An item that moves bytes. */
export type Transfer = {
  key: string
  kind: 'internet' | 'between-regions' | 'nat' | 'other'
  gb: number | null
  days: number
}

/** A thing of the inventory that is on the bill. */
export type Inventory = {
  key: string
  id: string
  kind: string
  item: string
  state: string | null
  observed: Day
  lastAttached: Day | null
  lastUsed: Day | null
  created: Day | null
  source: string | null
  sourceExists: boolean | null
  keep: boolean | null
}

/** A checkpoint that an inventory lists in an object store. */
export type Checkpoint = {
  key: string
  id: string
  /** Of the store that it lies in, and of the run that wrote it. */
  item: string
  series: string
  created: Day
  sizeGb: number
  keep: boolean | null
}

/** GPU spend of an account without a team. */
export type Unowned = {
  key: string
  provider: string
  accountId: string
  currency: string
  cost: string
  /** All GPU cost of the account. */
  total: string
  items: readonly string[]
}

/** A change of the on-demand price that the bills show. */
export type PriceMove = {
  key: string
  provider: string
  region: string | null
  instanceType: string
  gpuClass: string
  currency: string
  day: Day
  before: number
  after: number
  /** GPU hours on demand since, and what they would have cost more. */
  gpuHours: number
  difference: string
}

/** What one GPU hour cost on our own bills in the window. */
export type OwnPrice = {
  provider: string
  region: string | null
  gpuClass: string
  instanceType: string | null
  pricing: string
  currency: string
  gpuHours: number
  pricePerGpuHour: number
}

export type Market = {
  /** USD for one unit of a currency, for the newest month that has a rate; USD is 1. */
  usdPer: Readonly<Record<string, number>>
  own: readonly OwnPrice[]
  catalogue: readonly CatalogPrice[]
  /** List prices of model APIs: what was imported, before the list that is shipped. */
  apiPrices: readonly ApiPrice[]
}

/** Spend of the window by currency. */
export type Total = { currency: string; cost: string; gpuCost: string; unownedGpuCost: string; apiCost: string }

/** Everything that rules may look at. Plain JSON; lists are sorted by key. */
export type Facts = {
  /** The first day without data. */
  asOf: Day
  /** The 30 days before `asOf`: what "a month" means in every saving. */
  window: Period
  /** The 14 days before `asOf`, within which telemetry is judged, and the 28 for hours of the week. */
  telemetry: Period
  /** Days of the window that have any charge of the provider. */
  daysBilled: Readonly<Record<string, number>>
  items: Readonly<Record<string, Item>>
  machines: readonly Machine[]
  commitments: readonly Commitment[]
  baseLoads: readonly BaseLoad[]
  services: readonly Service[]
  apiModels: readonly ApiModel[]
  runs: readonly Run[]
  stores: readonly Store[]
  transfers: readonly Transfer[]
  inventory: readonly Inventory[]
  checkpoints: readonly Checkpoint[]
  unowned: readonly Unowned[]
  priceMoves: readonly PriceMove[]
  totals: readonly Total[]
  market: Market
}
