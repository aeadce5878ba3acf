import { shippedApiPrices } from '@/lib/catalog/api-prices.ts'
import { catalogPrices } from '@/lib/catalog/prices.ts'
import { evaluate } from '@/lib/recommendations/evaluate.ts'
import type { Commitment, Facts, Item, Machine, Telemetry } from '@/lib/recommendations/facts/facts.ts'
import type { ApiModel, Attempt, ModelFacts, Run, Service } from '@/lib/recommendations/facts/workloads.ts'
import type { Finding } from '@/lib/recommendations/finding.ts'
import { ruleById } from '@/lib/recommendations/index.ts'
import type { Settings } from '@/lib/recommendations/parameter.ts'

export const asOf = '2026-11-21'

export function makeItem(key: string, over: Partial<Item> = {}): Item {
  return {
    key,
    provider: 'aws',
    accountId: '1',
    region: 'us-east-1',
    service: 'Amazon Elastic Compute Cloud',
    serviceCategory: 'Compute',
    name: key,
    team: 'vision',
    project: 'ocr',
    model: null,
    environment: 'prod',
    currency: 'USD',
    cost: '10000',
    committed: '0',
    firstDay: '2026-01-01',
    lastDay: '2026-11-20',
    days: 30,
    tags: {},
    meters: [`meter of ${key}`],
    ...over,
  }
}

export const busy: Telemetry = {
  metric: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
  coverage: 1,
  days: 14,
  meanBusy: 0.5,
  p95Busy: 0.9,
  idleShare: 0,
  activeHoursOfWeek: 168,
  weeks: 4,
  memoryGibP95: 60,
  memoryGibP99: 65,
  tensorP95: 0.6,
  tensorMean: 0.4,
  dramP95: 0.5,
  encoderP95: 0,
}

export function makeMachine(key: string, over: Partial<Machine> = {}): Machine {
  return {
    key,
    instanceType: 'p4de.24xlarge',
    gpuClass: 'A100-80GB',
    gpus: 8,
    gpuHours: 5760,
    onDemandHours: 5760,
    spotHours: 0,
    committedHours: 0,
    onDemandCost: '10000',
    spotCost: '0',
    pricePerGpuHour: 10000 / 5760,
    hoursByDay: Array(30).fill(192),
    heldIdleHours: 0,
    notHeldHours: 0,
    usedHours: 5760,
    telemetry: busy,
    ...over,
  }
}

export const nothingSaid: ModelFacts = {
  paramsB: null,
  activeParamsB: null,
  dtype: null,
  engine: null,
  batch: null,
  kvCacheGb: null,
  minReplicas: null,
  gpusPerReplica: null,
  task: null,
  trainedInHouse: null,
  apiAllowed: null,
  apiModel: null,
  referenceModel: null,
  referenceLengths: null,
  smallerModel: null,
  smallerPriceRatio: null,
  shortShare: null,
  servingSince: null,
  peakTokensPerSecond: null,
}

export function makeService(items: readonly string[], said: Partial<ModelFacts>, over: Partial<Service> = {}): Service {
  return {
    key: 'ocr|model|USD',
    project: 'ocr',
    model: 'model',
    team: 'vision',
    currency: 'USD',
    parts: items.map((item) => ({ item, fraction: 1 })),
    gpuClasses: ['A100-80GB'],
    gpuHours: 5760 * items.length,
    cost: String(10000 * items.length),
    tokensIn: 4e9,
    tokensOut: 1e9,
    requests: 1e6,
    tokenDays: 30,
    meanBusy: 0.5,
    facts: { ...nothingSaid, ...said },
    ...over,
  }
}

export function makeApi(said: Partial<ModelFacts>, over: Partial<ApiModel> = {}): ApiModel {
  return {
    key: 'aws|llama|tools|USD',
    provider: 'aws',
    model: 'llama',
    project: 'tools',
    team: 'vision',
    currency: 'USD',
    items: ['api'],
    cost: '10000',
    tokensIn: 4e9,
    tokensOut: 2e9,
    requests: null,
    facts: { ...nothingSaid, ...said },
    ...over,
  }
}

export function makeAttempt(over: Partial<Attempt> = {}): Attempt {
  return {
    start: '2026-11-01T00:00:00Z',
    end: '2026-11-11T00:00:00Z',
    state: 'completed',
    gpus: 8,
    gpuClass: 'A100-80GB',
    gpuHours: 1920,
    tokensB: 20.5,
    usefulHours: 230,
    lastCheckpoint: '2026-11-10T23:30:00Z',
    ...over,
  }
}

export function makeRun(items: readonly string[], over: Partial<Run> = {}): Run {
  return {
    key: 'r1|ocr',
    run: 'r1',
    kind: 'training',
    team: 'vision',
    project: 'ocr',
    model: 'm',
    paramsB: 7,
    precision: 'bf16',
    checkpointIntervalHours: 0.5,
    checkpointWriteHours: 0.01,
    restartHours: 0.25,
    restartable: true,
    attempts: [makeAttempt()],
    gpuClass: 'A100-80GB',
    gpus: 8,
    gpuHours: 1920,
    cost: '6000',
    billed: '6000',
    currency: 'USD',
    items,
    ...over,
  }
}

export function makeCommitment(over: Partial<Commitment> = {}): Commitment {
  return {
    key: 'unused',
    id: 'plan-1',
    provider: 'aws',
    accountId: '1',
    currency: 'USD',
    used: '8000',
    unused: '2000',
    items: ['unused'],
    usedByDay: Array(90).fill(266),
    unusedByDay: Array(90).fill(67),
    matchable: '5000',
    firstDay: '2026-01-01',
    ...over,
  }
}

/** Facts with nothing in them but what is given; every machine gets an item, and spend is large enough for no floor to matter. */
export function makeFacts(over: Partial<Facts> = {}): Facts {
  const machines = over.machines ?? []
  const items = { ...Object.fromEntries(machines.map(({ key }) => [key, makeItem(key)])), ...over.items }
  return {
    asOf,
    window: { from: '2026-10-22', to: asOf },
    telemetry: { from: '2026-11-07', to: asOf },
    daysBilled: { aws: 30, gcp: 30, azure: 30 },
    commitments: [],
    baseLoads: [],
    services: [],
    apiModels: [],
    runs: [],
    stores: [],
    transfers: [],
    inventory: [],
    checkpoints: [],
    unowned: [],
    priceMoves: [],
    totals: [{ currency: 'USD', cost: '20000', gpuCost: '20000', unownedGpuCost: '0', apiCost: '0' }],
    market: { usdPer: { USD: 1 }, own: [], catalogue: catalogPrices, apiPrices: shippedApiPrices },
    ...over,
    items,
    machines,
  }
}

/** What one rule finds, under settings of the organisation. */
export function found(rule: string, facts: Facts, organisation: Settings['organisation'] = {}): Finding[] {
  const one = ruleById(rule)
  if (!one) throw new Error(`no rule ${rule}`)
  return evaluate(facts, [one], { organisation, findings: {} }).findings
}
