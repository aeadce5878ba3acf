import { describe, expect, test } from 'vitest'
import type { BaseLoad, Facts, Machine, Telemetry } from '@/lib/recommendations/facts/facts.ts'
import {
  busy,
  found,
  makeAttempt,
  makeCommitment,
  makeFacts,
  makeItem,
  makeMachine,
  makeRun,
} from '@/tests/recommendations/make-facts.ts'

const withTelemetry = (telemetry: Partial<Telemetry> | null, over: Partial<Machine> = {}) =>
  makeFacts({
    machines: [makeMachine('node', { telemetry: telemetry === null ? null : { ...busy, ...telemetry }, ...over })],
  })
const counts = (rule: string, cases: readonly (readonly [string, Facts, number])[]) =>
  test.each(cases)(`${rule}: %s`, (_, facts, expected) => expect(found(rule, facts)).toHaveLength(expected))

const idle = { meanBusy: 0.01, memoryGibP95: 1, encoderP95: 0.01 }

describe('R1 idle GPU', () => {
  counts('idle-gpu', [
    ['1% active, on the threshold, is idle', withTelemetry(idle), 1],
    ['above 1% is not', withTelemetry({ ...idle, meanBusy: 0.0101 }), 0],
    ['memory of 5%, a loaded model, is not', withTelemetry({ ...idle, memoryGibP95: (0.0501 * 80) / 1.073741824 }), 0],
    ['memory just below 5% is', withTelemetry({ ...idle, memoryGibP95: (0.0499 * 80) / 1.073741824 }), 1],
    ['an encoder above 1% is not', withTelemetry({ ...idle, encoderP95: 0.02 }), 0],
    ['94% measured is not known', withTelemetry({ ...idle, coverage: 0.94 }), 0],
    ['a tenth not held, on the threshold, is found', withTelemetry({}, { notHeldHours: 576 }), 1],
    ['less is not', withTelemetry({}, { notHeldHours: 575 }), 0],
  ])
  test('grade A with memory, B without; without telemetry it says what is missing and claims nothing', () => {
    expect(found('idle-gpu', withTelemetry(idle))[0]).toMatchObject({
      grade: 'A',
      saving: { low: '9000', expected: '10000', high: '10000' },
    })
    expect(found('idle-gpu', withTelemetry({ ...idle, memoryGibP95: null }))[0]).toMatchObject({
      grade: 'B',
      saving: { low: '7000', expected: '10000', high: '10000' },
    })
    expect(found('idle-gpu', withTelemetry(null))).toEqual([])
  })
  test('guard 2: what a commitment pays for is freed, not saved', () => {
    const facts = makeFacts({
      machines: [makeMachine('node', { telemetry: { ...busy, ...idle } })],
      items: { node: makeItem('node', { committed: '10000' }) },
    })
    expect(found('idle-gpu', facts)[0]).toMatchObject({ saving: { expected: '0' }, frees: '10000' })
  })
  test.each([['keep-warm'], ['dr'], ['latency-critical']])(
    'guard 6: the tag %s leaves it out, unless it is false',
    (tag) => {
      const tagged = (value: string) =>
        makeFacts({
          machines: [makeMachine('node', { telemetry: { ...busy, ...idle } })],
          items: { node: makeItem('node', { tags: { [tag]: value } }) },
        })
      expect(found('idle-gpu', tagged('yes'))).toEqual([])
      expect(found('idle-gpu', tagged('false'))).toHaveLength(1)
    },
  )
  test('guard 6: younger than 48 hours is left alone', () => {
    const young = (firstDay: string) =>
      makeFacts({
        machines: [makeMachine('node', { telemetry: { ...busy, ...idle } })],
        items: { node: makeItem('node', { firstDay }) },
      })
    expect(
      [found('idle-gpu', young('2026-11-20')), found('idle-gpu', young('2026-11-19'))].map((all) => all.length),
    ).toEqual([0, 1])
  })
  test('guard 1: bills with 13 of 14 days give one grade less', () => {
    expect(found('idle-gpu', { ...withTelemetry(idle), daysBilled: { aws: 13 } })[0]?.grade).toBe('B')
  })
  test('guard 4: below the floor it is not shown', () => {
    const cheap = (cost: string) =>
      makeFacts({
        machines: [makeMachine('node', { telemetry: { ...busy, ...idle } })],
        items: { node: makeItem('node', { cost }) },
      })
    expect([found('idle-gpu', cheap('49.99')), found('idle-gpu', cheap('50'))].map((all) => all.length)).toEqual([0, 1])
    expect(
      found('idle-gpu', {
        ...cheap('99'),
        totals: [{ currency: 'USD', cost: '100000', gpuCost: '0', unownedGpuCost: '0', apiCost: '0' }],
      }),
    ).toEqual([])
  })
})

describe('R2 smaller GPU class', () => {
  const small = { memoryGibP99: 20, dramP95: 0.2, tensorP95: 0.2 }
  counts('right-size', [
    ['what fits a cheaper class is found', withTelemetry(small), 1],
    ['memory too large for any is not', withTelemetry({ ...small, memoryGibP99: 74 }), 0],
    ['bandwidth too high is not', withTelemetry({ ...small, dramP95: 1 }), 0],
    ['without memory it is not known', withTelemetry({ ...small, memoryGibP99: null }), 0],
    ['an idle machine is for R1', withTelemetry({ ...small, meanBusy: 0.01 }), 0],
    ['94% measured is not enough', withTelemetry({ ...small, coverage: 0.94 }), 0],
  ])
  test('grade by what is measured, and the ratio is of one list and day', () => {
    expect(found('right-size', withTelemetry(small))[0]).toMatchObject({ grade: 'A', subject: { id: 'node' } })
    expect(
      found('right-size', withTelemetry({ ...small, dramP95: null, tensorP95: null, p95Busy: 0.2 }))[0]?.grade,
    ).toBe('B')
    expect(
      found(
        'right-size',
        withTelemetry({ ...small, dramP95: null, tensorP95: null, p95Busy: 0.2, metric: 'DCGM_FI_DEV_GPU_UTIL' }),
      )[0]?.grade,
    ).toBe('C')
    expect(
      found('right-size', withTelemetry(small))[0]?.calculation.filter(({ formula }) => formula.includes('2026-07-20')),
    ).toHaveLength(2)
  })
  test('the price threshold: 85% of the current price is enough, a stricter one is not', () => {
    expect(found('right-size', withTelemetry(small), { 'right-size.price': 0.1 })).toEqual([])
  })
})

describe('R3 newer generation', () => {
  counts('newer-generation', [
    ['an A100 limited by arithmetic has a cheaper newer class', withTelemetry({ tensorP95: 0.9, dramP95: 0.2 }), 1],
    ['limited by memory no newer class is 25% cheaper', withTelemetry({ tensorP95: 0.2, dramP95: 0.9 }), 0],
    ['what limits it is not known', withTelemetry({ tensorP95: null, dramP95: null }), 0],
    [
      'an H100 is not old',
      withTelemetry({ tensorP95: 0.9 }, { gpuClass: 'H100-SXM-80GB', instanceType: 'p5.48xlarge' }),
      0,
    ],
  ])
  test('L40S at 5.14 against 11.00 a 1,000 TFLOP hours: 53%, of which 60% is planned with', () => {
    const [finding] = found('newer-generation', withTelemetry({ tensorP95: 0.9, dramP95: 0.2 }))
    const share = 1 - 5.14 / 11.0
    expect(Number(finding?.saving.high) / 10000).toBeCloseTo(share, 2)
    expect(Number(finding?.saving.expected) / 10000).toBeCloseTo(share * 0.6, 2)
    expect(Number(finding?.saving.low) / 10000).toBeCloseTo(share * 0.5, 2)
  })
})

describe('R4 spot', () => {
  const own = ['spot', 'on-demand'].map((pricing) => ({
    provider: 'aws',
    region: 'us-east-1',
    gpuClass: 'A100-80GB',
    instanceType: 'p4de.24xlarge',
    pricing,
    currency: 'USD',
    gpuHours: 10,
    pricePerGpuHour: pricing === 'spot' ? 1 : 2,
  }))
  const facts = (run: Parameters<typeof makeRun>[1], prices = own): Facts => {
    const base = makeFacts({ machines: [makeMachine('node')], runs: [makeRun(['node'], run)] })
    return { ...base, market: { ...base.market, own: prices } }
  }
  counts('spot', [
    ['a checkpointed run on demand is found', facts({}), 1],
    ['not restartable is not', facts({ restartable: false }), 0],
    ['checkpoints every 2 hours, on the threshold, are enough', facts({ checkpointIntervalHours: 2 }), 1],
    ['every 2.1 hours are not', facts({ checkpointIntervalHours: 2.1 }), 0],
    ['an unknown interval is not', facts({ checkpointIntervalHours: null }), 0],
    [
      '2 hours long, on the threshold, is not longer',
      facts({ attempts: [makeAttempt({ start: '2026-11-10T00:00:00Z', end: '2026-11-10T02:00:00Z' })] }),
      0,
    ],
    ['serving is not', facts({ kind: 'serving' }), 0],
    [
      'ended before the window is not',
      facts({ attempts: [makeAttempt({ start: '2026-09-01T00:00:00Z', end: '2026-09-09T00:00:00Z' })] }),
      0,
    ],
    [
      '24% cheaper is not enough',
      facts(
        {},
        own.map((price) => ({ ...price, pricePerGpuHour: price.pricing === 'spot' ? 1.52 : 2 })),
      ),
      0,
    ],
  ])
  test('the saving is 1 - ratio / (1 - overhead), and prices of two days give none', () => {
    const overhead = 0.01 / 0.5 + (0.25 + 0.25) / (730 / -Math.log(0.8))
    expect(Number(found('spot', facts({}))[0]?.saving.expected)).toBeCloseTo(10000 * (1 - 0.5 / (1 - overhead)), 1)
    expect(found('spot', facts({}, []))).toEqual([])
  })
  test('on-demand hours of a class that the project otherwise runs on spot', () => {
    const machines = [
      makeMachine('burst'),
      makeMachine('spot', { spotHours: 100, onDemandHours: 0, onDemandCost: '0', spotCost: '1000' }),
    ]
    const base = makeFacts({ machines })
    const [finding] = found('spot', { ...base, market: { ...base.market, own } })
    expect(finding).toMatchObject({
      grade: 'C',
      saving: { high: '5000', expected: '3750', low: '2500' },
      size: { amount: '10000.00' },
    })
    expect(found('spot', makeFacts({ machines: machines.slice(0, 1) }))).toEqual([])
  })
})

describe('R5 steady base', () => {
  const load = (over: Partial<BaseLoad> = {}): BaseLoad => ({
    key: 'load',
    provider: 'aws',
    accountId: '1',
    region: 'us-east-1',
    gpuClass: 'A100-80GB',
    instanceType: 'p4de.24xlarge',
    currency: 'USD',
    hourly: Array(2160).fill(8),
    days: 90,
    pricePerGpuHour: 2,
    items: ['node'],
    ...over,
  })
  const facts = (over: Partial<BaseLoad> = {}, machine: Partial<Machine> = {}, item = {}) =>
    makeFacts({
      machines: [makeMachine('node', machine)],
      items: { node: makeItem('node', item) },
      baseLoads: [load(over)],
    })
  counts('steady-base', [
    ['what always runs is found', facts(), 1],
    ['60 days of history, on the threshold, are enough', facts({ days: 60 }), 1],
    ['59 are not', facts({ days: 59 }), 0],
    [
      'what runs in 62% of the hours does not pay at 37%',
      facts({ hourly: Array.from({ length: 2160 }, (_, hour) => (hour % 100 < 62 ? 8 : 0)) }),
      0,
    ],
    ['an idle machine is not committed to', facts({}, { telemetry: { ...busy, ...idle } }), 0],
    ['what has no team is not committed to', facts({}, {}, { team: null }), 0],
  ])
  test('an assumed discount is C, one of your own commitments of that type B', () => {
    expect(found('steady-base', facts())[0]?.grade).toBe('C')
    const base = facts()
    const own = [
      {
        provider: 'aws',
        region: 'us-east-1',
        gpuClass: 'A100-80GB',
        instanceType: 'p4de.24xlarge',
        pricing: 'committed',
        currency: 'USD',
        gpuHours: 10,
        pricePerGpuHour: 1.2,
      },
    ]
    const [finding] = found('steady-base', { ...base, market: { ...base.market, own } })
    expect(finding).toMatchObject({ grade: 'B' })
    expect(Number(finding?.saving.expected)).toBeCloseTo(8 * 720 * 0.8, 0)
  })
})

describe('R5 price moved and R6 commitment under-used', () => {
  const move = (difference: string) =>
    makeFacts({
      priceMoves: [
        {
          key: 'm',
          provider: 'aws',
          region: 'r',
          instanceType: 'p5.48xlarge',
          gpuClass: 'H100-SXM-80GB',
          currency: 'USD',
          day: '2026-09-01',
          before: 8.6,
          after: 6.88,
          gpuHours: 1000,
          difference,
        },
      ],
    })
  counts('price-move', [
    ['1,000 of difference, on the threshold, is a signal', move('1000'), 1],
    ['less is not', move('999.99'), 0],
  ])
  const plan = (over: Parameters<typeof makeCommitment>[0]) =>
    makeFacts({
      commitments: [makeCommitment(over)],
      items: { unused: makeItem('unused', { cost: over?.unused ?? '2000' }) },
    })
  counts('commitment-unused', [
    ['80% used is found', plan({}), 1],
    ['95% used with 200 unused, on both thresholds, is not', plan({ used: '3800', unused: '200' }), 0],
    ['95% used with more than 200 unused is', plan({ used: '3819', unused: '201' }), 1],
    ['below 95% is', plan({ used: '1800', unused: '100' }), 1],
    ['bought within 30 days is left alone', plan({ firstDay: '2026-11-01' }), 0],
  ])
  test('what on-demand use could recover is claimed; used in full again it is a signal alone', () => {
    expect(found('commitment-unused', plan({ matchable: '500' }))[0]).toMatchObject({
      grade: 'B',
      saving: { expected: '500' },
    })
    expect(found('commitment-unused', plan({ matchable: '0' }))[0]).toMatchObject({
      grade: 'D',
      saving: { expected: '0' },
    })
    expect(
      found('commitment-unused', plan({ unusedByDay: [...Array(83).fill(67), ...Array(7).fill(0)] }))[0],
    ).toMatchObject({ grade: 'D', size: { amount: '5561.00' } })
  })
})

describe('R7 off hours', () => {
  counts('off-hours', [
    ['60 active hours a week, on the threshold, are found', withTelemetry({ activeHoursOfWeek: 60 }), 1],
    ['61 are not', withTelemetry({ activeHoursOfWeek: 61 }), 0],
    ['two weeks of pattern are not enough', withTelemetry({ activeHoursOfWeek: 60, weeks: 2.9 }), 0],
    [
      'a machine that stops by itself is not',
      withTelemetry({ activeHoursOfWeek: 60 }, { hoursByDay: [...Array(29).fill(192), 100] }),
      0,
    ],
    ['an idle one is for R1', withTelemetry({ activeHoursOfWeek: 40, meanBusy: 0.01 }), 0],
    ['production without telemetry is not', withTelemetry(null), 0],
  ])
  test('hours seen and a tenth are kept; by tag alone 60 hours and grade B', () => {
    expect(Number(found('off-hours', withTelemetry({ activeHoursOfWeek: 50 }))[0]?.saving.expected)).toBeCloseTo(
      (10000 * (168 - 55)) / 168,
      1,
    )
    const tagged = makeFacts({
      machines: [makeMachine('node', { telemetry: null })],
      items: { node: makeItem('node', { environment: 'dev' }) },
    })
    expect(found('off-hours', tagged)[0]).toMatchObject({ grade: 'B' })
    expect(Number(found('off-hours', tagged)[0]?.saving.expected)).toBeCloseTo((10000 * 108) / 168, 1)
  })
})

describe('R8 shared GPUs', () => {
  const pair = (telemetry: Partial<Telemetry>) =>
    makeFacts({
      machines: ['a', 'b'].map((key) => makeMachine(key, { gpus: 1, telemetry: { ...busy, ...telemetry } })),
    })
  const light = { memoryGibP95: 30, p95Busy: 0.4, meanBusy: 0.3 }
  counts('share-gpus', [
    ['two light workloads fit one GPU', pair(light), 1],
    ['41% active at the 95th percentile is too much', pair({ ...light, p95Busy: 0.41 }), 0],
    ['46% of memory each does not fit 90%', pair({ ...light, memoryGibP95: (0.46 * 80) / 1.073741824 }), 0],
    ['36% mean activity each is above 70%', pair({ ...light, meanBusy: 0.36 }), 0],
    ['memory that is not measured is not known', pair({ ...light, memoryGibP95: null }), 0],
    [
      'one machine has nothing to share with',
      makeFacts({ machines: [makeMachine('a', { gpus: 1, telemetry: { ...busy, ...light } })] }),
      0,
    ],
  ])
})
