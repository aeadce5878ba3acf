import fc from 'fast-check'
import type { Facts, Item, Machine, OwnPrice } from '@/lib/recommendations/facts/facts.ts'
import {
  busy,
  makeApi,
  makeAttempt,
  makeCommitment,
  makeFacts,
  makeItem,
  makeMachine,
  makeRun,
  makeService,
} from './make-facts.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const money = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => (cents / 100).toFixed(2))
const types = [
  ['p4de.24xlarge', 'A100-80GB', 8],
  ['p5.48xlarge', 'H100-SXM-80GB', 8],
  ['g5.2xlarge', 'A10G', 1],
  ['g4dn.xlarge', 'T4', 1],
] as const

type Node = { item: Item; machine: Machine }

const node = (index: number): fc.Arbitrary<Node> =>
  fc
    .record({
      type: fc.constantFrom(...types),
      cost: money,
      committed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: share }),
      currency: fc.constantFrom('USD', 'USD', 'EUR'),
      project: fc.constantFrom('ocr', 'search', null),
      environment: fc.constantFrom('prod', 'dev', null),
      team: fc.constantFrom('vision', null),
      region: fc.constantFrom('us-east-1', 'eu-west-1'),
      spot: fc.boolean(),
      measured: fc.boolean(),
      meanBusy: fc.oneof(fc.constant(0.005), share),
      memory: fc.option(share),
      tensor: fc.option(share),
      active: fc.integer({ min: 0, max: 168 }),
      notHeld: fc.oneof(fc.constant(0), share),
    })
    .map((v) => {
      const key = `node-${index}`
      const [instanceType, gpuClass, gpus] = v.type
      const hours = gpus * 720
      const cents = BigInt(v.cost.replace('.', ''))
      const committed = (Number((cents * BigInt(Math.round(v.committed * 100))) / 100n) / 100).toFixed(2)
      const cash = (Number(v.cost) - Number(committed)).toFixed(2)
      return {
        item: makeItem(key, {
          cost: v.cost,
          committed,
          currency: v.currency,
          project: v.project,
          environment: v.environment,
          team: v.team,
          region: v.region,
          name: key,
        }),
        machine: makeMachine(key, {
          instanceType,
          gpuClass,
          gpus,
          gpuHours: hours,
          onDemandHours: v.spot ? 0 : hours,
          onDemandCost: v.spot ? '0' : cash,
          spotHours: v.spot ? hours : 0,
          spotCost: v.spot ? cash : '0',
          committedHours: Number(committed) > 0 ? 1 : 0,
          pricePerGpuHour: Number(v.cost) / hours,
          hoursByDay: Array(30).fill(gpus * 24),
          notHeldHours: v.notHeld * hours,
          telemetry: v.measured
            ? {
                ...busy,
                meanBusy: v.meanBusy,
                p95Busy: Math.min(1, v.meanBusy * 1.5),
                activeHoursOfWeek: v.active,
                memoryGibP95: v.memory === null ? null : v.memory * 20,
                memoryGibP99: v.memory === null ? null : v.memory * 22,
                tensorP95: v.tensor,
                dramP95: v.tensor === null ? null : 1 - v.tensor,
              }
            : null,
        }),
      }
    })

/** Facts with every list in use: machines in several states, commitments, base loads, services, APIs, runs, stores, transfers, inventories. */
export const randomFacts: fc.Arbitrary<Facts> = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc
    .record({
      nodes: fc.tuple(...Array.from({ length: count }, (_, index) => node(index))),
      unused: money,
      matchable: money,
      hourly: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 24, maxLength: 24 }),
      dtype: fc.constantFrom('bf16', 'fp8', null),
      params: fc.constantFrom(7, 70, null),
      tokens: fc.integer({ min: 0, max: 10_000 }),
      busyShare: share,
      ratio: share,
      other: fc.tuple(money, money, money, money),
      useful: share,
      unread: fc.boolean(),
    })
    .map((v) => {
      const items = Object.fromEntries(v.nodes.map(({ item }) => [item.key, item]))
      const machines = v.nodes.map(({ machine }) => machine)
      const usd = v.nodes.filter(({ item }) => item.currency === 'USD')
      const keys = usd.map(({ item }) => item.key)
      const [api = '0', bucket = '0', transfer = '0', volume = '0'] = v.other
      const own = usd.flatMap(({ item, machine }): OwnPrice[] =>
        Number(item.cost) > 0
          ? ['spot', 'on-demand', 'committed'].map((pricing, index) => ({
              provider: 'aws',
              region: item.region,
              gpuClass: machine.gpuClass,
              instanceType: machine.instanceType,
              pricing,
              currency: 'USD',
              gpuHours: 10,
              pricePerGpuHour: 1 + index * v.ratio,
            }))
          : [],
      )
      const first = usd[0]
      const base = makeFacts({
        items: {
          ...items,
          unused: makeItem('unused', { cost: v.unused, project: null }),
          api: makeItem('api', { cost: api, project: 'tools' }),
          bucket: makeItem('bucket', { cost: bucket }),
          transfer: makeItem('transfer', { cost: transfer }),
          volume: makeItem('volume', { cost: volume }),
        },
        machines,
        commitments: [makeCommitment({ unused: v.unused, matchable: v.matchable })],
        baseLoads: first
          ? [
              {
                key: 'load',
                provider: 'aws',
                accountId: '1',
                region: first.item.region,
                gpuClass: first.machine.gpuClass,
                instanceType: first.machine.instanceType,
                currency: 'USD',
                hourly: Array.from({ length: 2160 }, (_, hour) => v.hourly[hour % 24] ?? 0),
                days: 90,
                pricePerGpuHour: 2,
                items: [first.item.key],
              },
            ]
          : [],
        services: keys.length
          ? [
              makeService(
                keys,
                {
                  paramsB: v.params,
                  dtype: v.dtype,
                  gpusPerReplica: 2,
                  kvCacheGb: 10,
                  referenceModel: 'Llama 3.3 70B',
                  apiAllowed: true,
                  apiModel: 'openai/gpt-4.1-nano',
                  smallerModel: 'mini',
                  smallerPriceRatio: v.ratio,
                  shortShare: v.useful,
                  trainedInHouse: true,
                  servingSince: '2026-01-01',
                },
                { tokensOut: v.tokens * 1e6, meanBusy: v.busyShare },
              ),
            ]
          : [],
        apiModels: [
          makeApi(
            { shortShare: v.useful, smallerModel: 'mini', smallerPriceRatio: v.ratio, referenceModel: 'Llama 3.1 8B' },
            { cost: api },
          ),
        ],
        runs: keys.length
          ? [
              makeRun(keys, {
                attempts: [
                  makeAttempt({
                    usefulHours: 240 * v.useful,
                    state: v.unread ? 'failed' : 'completed',
                    lastCheckpoint: null,
                  }),
                ],
                gpuClass: first?.machine.gpuClass ?? null,
              }),
            ]
          : [],
        stores: [
          {
            key: 'bucket',
            kind: 'object',
            gbMonths: 10,
            lastUsed: v.unread ? '2026-01-01' : null,
            storageClass: null,
            sizeGb: null,
          },
        ],
        transfers: [{ key: 'transfer', kind: 'nat', gb: 10, days: 30 }],
        checkpoints: Array.from({ length: v.unread ? 12 : 2 }, (_, index) => ({
          key: `bucket|${index}`,
          id: `step-${index}`,
          item: 'bucket',
          series: 'run',
          created: '2026-08-01',
          sizeGb: 2,
          keep: null,
        })),
        inventory: [
          {
            key: 'volume',
            id: 'vol',
            kind: 'volume',
            item: 'volume',
            state: v.unread ? 'unattached' : 'attached',
            observed: '2026-11-20',
            lastAttached: '2026-01-01',
            lastUsed: null,
            created: null,
            source: null,
            sourceExists: null,
            keep: null,
          },
        ],
      })
      return { ...base, market: { ...base.market, own, usdPer: { USD: 1, EUR: 1.1 } } }
    }),
)
