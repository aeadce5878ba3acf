import { describe, expect, test } from 'vitest'
import { addDays } from '@/lib/core/period.ts'
import type { Checkpoint, Facts, Store, Transfer } from '@/lib/recommendations/facts/facts.ts'
import type { ModelFacts, Run, Service } from '@/lib/recommendations/facts/workloads.ts'
import {
  found,
  makeApi,
  makeAttempt,
  makeFacts,
  makeItem,
  makeMachine,
  makeRun,
  makeService,
} from '@/tests/recommendations/make-facts.ts'

const counts = (rule: string, cases: readonly (readonly [string, Facts, number])[]) =>
  test.each(cases)(`${rule}: %s`, (_, facts, expected) => expect(found(rule, facts)).toHaveLength(expected))
const serving = (
  said: Partial<ModelFacts>,
  over: Partial<Service> = {},
  machine: Parameters<typeof makeMachine>[1] = {},
) => makeFacts({ machines: [makeMachine('node', machine)], services: [makeService(['node'], said, over)] })

describe('R9 quantise', () => {
  const wide = { paramsB: 70, dtype: 'bf16', kvCacheGb: 60, gpusPerReplica: 4, minReplicas: 1 }
  counts('quantise', [
    ['a 70B model in BF16 on 8 A100 is found', serving(wide), 1],
    ['FP8 already is not', serving({ ...wide, dtype: 'fp8' }), 0],
    ['unknown precision is not', serving({ ...wide, dtype: null }), 0],
    ['unknown size is not', serving({ ...wide, paramsB: null }), 0],
    [
      'one GPU at the least replicas has nothing to give',
      serving({ ...wide, paramsB: 7, kvCacheGb: 1, gpusPerReplica: 1 }, {}, { gpus: 1, gpuHours: 720 }),
      0,
    ],
    ['a V100 has no hardware for it', serving(wide, {}, { gpuClass: 'V100-16GB' }), 0],
  ])
  test('GPUs a replica fall from 4 to 2 by memory: half of the cost at most, three quarters of that planned', () => {
    expect(found('quantise', serving(wide))[0]).toMatchObject({
      grade: 'C',
      saving: { low: '2500', expected: '3750', high: '5000' },
    })
  })
})

describe('R10 smaller model', () => {
  const simple = { shortShare: 0.2, smallerModel: 'mini', smallerPriceRatio: 0.2 }
  counts('smaller-model', [
    ['a fifth of requests short, on the threshold, is found', serving(simple), 1],
    ['19% is not', serving({ ...simple, shortShare: 0.19 }), 0],
    ['a simple task is, whatever its lengths', serving({ ...simple, shortShare: 0, task: 'classify' }), 1],
    ['half the price, on the threshold, is enough', serving({ ...simple, smallerPriceRatio: 0.5 }), 1],
    ['more than half is not', serving({ ...simple, smallerPriceRatio: 0.51 }), 0],
    ['without a candidate nothing is claimed', serving({ shortShare: 0.9 }), 0],
    ['an API model is found as well', makeFacts({ items: { api: makeItem('api') }, apiModels: [makeApi(simple)] }), 1],
  ])
  test('30% of spend, on the threshold: two models of which one is smaller', () => {
    const two = (cost: string) =>
      makeFacts({
        items: { api: makeItem('api', { cost }), other: makeItem('other', { cost: '7000' }) },
        apiModels: [makeApi(simple, { cost }), makeApi({}, { key: 'other', items: ['other'], cost: '7000' })],
      })
    expect([found('smaller-model', two('3000')), found('smaller-model', two('2990'))].map((all) => all.length)).toEqual(
      [1, 0],
    )
  })
  test('30% routed at a fifth of the price with a tenth escalated is 21% at most', () => {
    expect(found('smaller-model', serving(simple))[0]).toMatchObject({ saving: { high: '2100' } })
  })
})

describe('R11 sparsity', () => {
  const stable = { trainedInHouse: true, servingSince: '2026-08-22' }
  const dear = { cost: '10001' }
  counts('sparsity', [
    ['91 days served, above 10,000, is found', serving(stable, dear), 1],
    ['90 days, on the threshold, are not more', serving({ ...stable, servingSince: '2026-08-23' }, dear), 0],
    ['10,000 exactly is not more', serving(stable, { cost: '10000' }), 0],
    ['a bought model is not', serving({ ...stable, trainedInHouse: null }, dear), 0],
    ['before Ampere is not', serving(stable, dear, { gpuClass: 'T4' }), 0],
  ])
})

describe('R12 self-hosted or API', () => {
  const api = { apiAllowed: true, apiModel: 'openai/gpt-4.1-nano' }
  counts('api-or-self-hosted', [
    ['4 + 1 billion tokens at 0.1 and 0.4 cost 800 by API', serving(api), 1],
    ['data that may not leave is not', serving({ ...api, apiAllowed: false }), 0],
    ['what nobody said is not', serving({ ...api, apiAllowed: null }), 0],
    ['a model without a price is not', serving({ ...api, apiModel: 'nobody/nothing' }), 0],
    ['27 days of tokens are not enough', serving(api, { tokenDays: 27 }), 0],
    [
      'API at 70% of own cost with operations, on the threshold',
      serving(api, { tokensIn: 0, tokensOut: ((0.7 * 12000) / 0.4) * 1e6 }),
      1,
    ],
    ['above it is not', serving(api, { tokensIn: 0, tokensOut: ((0.7 * 12000) / 0.4) * 1e6 + 1e6 }), 0],
  ])
  test('the saving is the machines less the API bill, grade B', () => {
    expect(found('api-or-self-hosted', serving(api))[0]).toMatchObject({
      grade: 'B',
      saving: { low: '6440', expected: '9200' },
    })
  })
  const bought = (cost: string, said: Partial<ModelFacts> = {}) => {
    const facts = makeFacts({
      items: { api: makeItem('api', { cost }) },
      apiModels: [
        makeApi(
          { referenceModel: 'Llama 3.3 70B', peakTokensPerSecond: 3400, minReplicas: 1, ...said },
          { cost, tokensOut: 6e9 },
        ),
      ],
    })
    const own = [
      {
        provider: 'aws',
        region: 'r',
        gpuClass: 'H200',
        instanceType: 'p5en.48xlarge',
        pricing: 'on-demand',
        currency: 'USD',
        gpuHours: 100,
        pricePerGpuHour: 4,
      },
    ]
    return { ...facts, market: { ...facts.market, own } }
  }
  counts('api-or-self-hosted', [
    ['an API bill of 20,000 that two H200 serve is found', bought('20000'), 1],
    ['a bill below what they cost is not', bought('4000'), 0],
    ['without a published throughput it is not known', bought('20000', { referenceModel: null }), 0],
    ['a peak that leaves them below 30% used is not', bought('200000', { peakTokensPerSecond: 20000 }), 0],
  ])
})

describe('R13 batching', () => {
  const said = { referenceModel: 'Llama 3.3 70B', gpusPerReplica: 1, minReplicas: 1 }
  const at = (rate: number, over: Partial<Service> = {}, more: Partial<ModelFacts> = {}) =>
    serving({ ...said, ...more }, { tokensOut: rate * 5760 * 3600, ...over }, { gpuClass: 'H200' })
  counts('batching', [
    ['24% of the published 2,909 is found', at(2909 * 0.24), 1],
    ['25%, on the threshold, is not below', at(2909 * 0.25), 0],
    ['30% busy, on the threshold, is enough', at(290, { meanBusy: 0.3 }), 1],
    ['less busy is low traffic, not batching', at(290, { meanBusy: 0.29 }), 0],
    ['a static engine is found whatever it does', at(1000, { meanBusy: 0.1 }, { engine: 'transformers' }), 1],
    ['without a reference it is not known', at(290, {}, { referenceModel: null }), 0],
  ])
  test('never more than 80%', () => {
    expect(found('batching', at(1))[0]?.saving.high).toBe('8000')
  })
})

describe('R14 price gap', () => {
  const there = (price: number) => {
    const facts = makeFacts({
      machines: [makeMachine('node', { instanceType: 'x1' })],
      items: { node: makeItem('node', { region: 'far' }) },
    })
    const own = [
      {
        provider: 'aws',
        region: 'near',
        gpuClass: 'A100-80GB',
        instanceType: 'x1',
        pricing: 'on-demand',
        currency: 'USD',
        gpuHours: 9,
        pricePerGpuHour: price,
      },
    ]
    return { ...facts, market: { ...facts.market, own } }
  }
  const here = 10000 / 5760
  counts('price-gap', [
    ['80% of the price, on the threshold, is found', there(here * 0.8), 1],
    ['81% is not', there(here * 0.81), 0],
  ])
  test('another provider counts for what is tagged portable alone, with grade C', () => {
    const facts = (tags: Record<string, string>) =>
      makeFacts({
        machines: [makeMachine('node', { instanceType: 'x1', gpuClass: 'H100-SXM-80GB', onDemandCost: '60000' })],
        items: { node: makeItem('node', { cost: '60000', tags }) },
      })
    expect(found('price-gap', facts({}))).toEqual([])
    expect(found('price-gap', facts({ portable: 'true' }))[0]).toMatchObject({ grade: 'C' })
  })
})

describe('R15 cold storage and R16 egress', () => {
  const store = (over: Partial<Store>, cost = '1000') =>
    makeFacts({
      items: { s3: makeItem('s3', { cost }) },
      stores: [
        {
          key: 's3',
          kind: 'object',
          gbMonths: 40000,
          lastUsed: '2026-10-22',
          storageClass: 'STANDARD',
          sizeGb: 40000,
          ...over,
        },
      ],
    })
  counts('cold-storage', [
    ['30 days unread, on the threshold, is found', store({}), 1],
    ['29 days are not', store({ lastUsed: '2026-10-23' }), 0],
    ['100 a month exactly is not more', store({}, '100'), 0],
    ['what is archived already is not', store({ storageClass: 'GLACIER' }), 0],
    ['a disk is no object', store({ kind: 'block' }), 0],
    ['unread since when is not known', store({ lastUsed: null }), 0],
  ])
  test('Standard to infrequent access saves 45.7%', () => {
    expect(found('cold-storage', store({}))[0]?.saving.expected).toBe('457')
  })
  /** One a day, of 100 GB each, the newest on the day before 2026-11-21. */
  const kept = (count: number, over: Partial<Checkpoint> = {}) =>
    makeFacts({
      items: { s3: makeItem('s3') },
      stores: store({ gbMonths: 10_000 }).stores,
      checkpoints: Array.from({ length: count }, (_, index) => ({
        key: `s3|step-${String(index).padStart(3, '0')}`,
        id: `step-${String(index).padStart(3, '0')}`,
        item: 's3',
        series: 'atlas-r1',
        created: addDays('2026-11-21', index - count),
        sizeGb: 100,
        keep: null,
        ...over,
      })),
    })
  counts('checkpoint-retention', [
    ['three checkpoints are the last three', kept(3, { created: '2026-01-01' }), 0],
    ['the fourth may go', kept(4, { created: '2026-01-01' }), 1],
    ['14 days old, on the threshold, may go', kept(4, { created: '2026-11-07' }), 1],
    ['13 days old stay', kept(4, { created: '2026-11-08' }), 0],
    ['what is to be kept stays', kept(40, { keep: true }), 0],
    ['without the size of the store nothing is claimed', { ...kept(40), stores: [] }, 0],
  ])
  test('of 40 daily checkpoints 27 are old enough, and two of those are a tenth: 25 x 100 GB of 10,000', () => {
    expect(found('checkpoint-retention', kept(40))[0]).toMatchObject({ grade: 'B', saving: { expected: '2500' } })
  })
  const transfer = (kind: Transfer['kind'], cost: string) =>
    makeFacts({
      machines: [makeMachine('node')],
      items: { out: makeItem('out', { cost }) },
      transfers: [{ key: 'out', kind, gb: 1000, days: 30 }],
    })
  counts('egress', [
    ['200 between regions, on the threshold, is not more', transfer('between-regions', '200'), 0],
    ['201 is', transfer('between-regions', '201'), 1],
    ['through NAT 501 is above 5% and 200', transfer('nat', '501'), 1],
    ['to the internet 5% of GPU cost, on the threshold, is not more', transfer('internet', '500'), 0],
    ['to the internet above both limits is', transfer('internet', '501'), 1],
  ])
})

describe('R17 orphans and R18 unallocated', () => {
  const thing = (kind: string, over: object) =>
    makeFacts({
      items: { v: makeItem('v', { cost: '100' }) },
      inventory: [
        {
          key: 'v',
          id: 'v',
          kind,
          item: 'v',
          state: 'unattached',
          observed: '2026-11-20',
          lastAttached: null,
          lastUsed: null,
          created: null,
          source: null,
          sourceExists: null,
          keep: null,
          ...over,
        },
      ],
    })
  counts('orphans', [
    ['a volume unattached for 32 days, on the threshold', thing('volume', { lastAttached: '2026-10-20' }), 1],
    ['for 31 days is not', thing('volume', { lastAttached: '2026-10-21' }), 0],
    ['an attached one is not', thing('volume', { state: 'attached', lastAttached: '2026-01-01' }), 0],
    ['one that is to be kept is not', thing('volume', { lastAttached: '2026-01-01', keep: true }), 0],
    [
      'a snapshot of a deleted volume, 90 days old',
      thing('snapshot', { created: '2026-08-23', sourceExists: false }),
      1,
    ],
    ['89 days old is not', thing('snapshot', { created: '2026-08-24', sourceExists: false }), 0],
    ['of a volume that is there is not', thing('snapshot', { created: '2026-01-01', sourceExists: true }), 0],
    ['an address without a machine for 7 days', thing('address', { lastAttached: '2026-11-14' }), 1],
    ['for 6 days is not', thing('address', { lastAttached: '2026-11-15' }), 0],
    ['an image unused for 90 days', thing('image', { lastUsed: '2026-08-23' }), 1],
    ['for 89 days is not', thing('image', { lastUsed: '2026-08-24' }), 0],
  ])
  const unowned = (cost: string, gpuCost: string) =>
    makeFacts({
      unowned: [{ key: 'a', provider: 'aws', accountId: '9', currency: 'USD', cost, total: cost, items: [] }],
      totals: [{ currency: 'USD', cost: gpuCost, gpuCost, unownedGpuCost: cost, apiCost: '0' }],
    })
  counts('unallocated', [
    ['1,000 exactly of 20,000 is neither', unowned('1000', '20000'), 0],
    ['1,001 is', unowned('1001', '20000'), 1],
    ['10% exactly is not more', unowned('100', '1000'), 0],
    ['above 10% is', unowned('101', '1000'), 1],
  ])
  test('it claims no money', () => {
    expect(found('unallocated', unowned('5000', '20000'))[0]).toMatchObject({
      grade: 'D',
      saving: { expected: '0' },
      size: { amount: '5000' },
    })
  })
})

describe('R18 training waste', () => {
  const run = (over: Partial<Run>) => makeFacts({ machines: [makeMachine('node')], runs: [makeRun(['node'], over)] })
  const failed = (lost: number, state = 'failed') =>
    makeAttempt({
      state,
      lastCheckpoint: new Date(Date.parse('2026-11-11T00:00:00Z') - lost * 3_600_000).toISOString(),
    })
  counts('training-waste', [
    ['25 of 240 hours lost are above 10%', run({ attempts: [failed(25)] }), 1],
    ['24 hours, on the threshold, are not more', run({ attempts: [failed(24)] }), 0],
    ['stopped early on purpose is no waste', run({ attempts: [failed(100, 'stopped-early')] }), 0],
    ['goodput of 85%, on the threshold, is not below', run({ attempts: [makeAttempt({ usefulHours: 204 })] }), 0],
    ['84% is', run({ attempts: [makeAttempt({ usefulHours: 201 })] }), 1],
    ['above 512 GPUs 89% is', run({ gpus: 513, attempts: [makeAttempt({ usefulHours: 214 })] }), 1],
    ['without a cost nothing is claimed', run({ cost: null, attempts: [failed(100)] }), 0],
    [
      'ended before the window is not',
      run({
        attempts: [
          makeAttempt({
            state: 'failed',
            start: '2026-09-01T00:00:00Z',
            end: '2026-09-09T00:00:00Z',
            lastCheckpoint: null,
          }),
        ],
      }),
      0,
    ],
  ])
  test('half of the waste can be avoided, of what it cost in the window', () => {
    const [finding] = found('training-waste', run({ attempts: [failed(48)] }))
    expect(finding).toMatchObject({ grade: 'C', saving: { high: '600', expected: '600', low: '300' } })
  })
  test('MFU below 25% is a signal without money', () => {
    const tokens = (mfu: number) => (mfu * 1920 * 3600 * 312e12) / (6 * 7e9) / 1e9
    expect(found('training-waste', run({ attempts: [makeAttempt({ tokensB: tokens(0.249) })] }))[0]).toMatchObject({
      grade: 'D',
      saving: { high: '0' },
    })
    expect(found('training-waste', run({ attempts: [makeAttempt({ tokensB: tokens(0.251) })] }))).toEqual([])
  })
})
