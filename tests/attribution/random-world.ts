import fc from 'fast-check'
import type { AllocationRule } from '@/lib/attribution/rule.ts'

/** A small world: meters and their days, usage of their machines, rules, rates and exchange rates. Amounts are decimal text. */
export type RandomWorld = {
  meters: RandomMeter[]
  usage: RandomUsage[]
  covers: { host: string; from: number; hours: number }[]
  rules: AllocationRule[]
  /** What the rules are edited to. */
  editedRules: AllocationRule[]
  rates: { gpuClass: string | null; price: string; currency: string; from: number; days: number | null }[]
  exchange: { from: string; to: string; rate: string }[]
}
export type RandomMeter = {
  host: string | null
  kind: 'gpu' | 'gpu-host' | 'cpu' | 'unused' | 'quantity-only'
  team: string | null
  project: string | null
  currency: string
  seconds: boolean
  days: {
    day: number
    billed: string | null
    effective: string | null
    list: string | null
    quantity: string | null
    charges: number
  }[]
}
export type RandomUsage = {
  host: string | null
  role: 'hold' | 'measure' | 'tokens'
  import: 0 | 1
  key: number
  startHour: number
  minutes: number
  gpus: number
  utilisation: string | null
  team: string | null
  project: string | null
  model: string | null
  workload: string | null
  tokens: number | null
}

/** The first day of every world; days count from it, over the end of a month. */
export const FIRST = '2026-08-28'
const DAYS = 6

const pick = <T>(...values: T[]) => fc.constantFrom(...values)
const amount = fc
  .tuple(fc.integer({ min: -50_000_000, max: 900_000_000 }), pick(0, 2, 6, 9, 15))
  .map(([units, scale]) => {
    const digits = String(Math.abs(units)).padStart(scale + 1, '0')
    const point = digits.length - scale
    return `${units < 0 ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`
  })
const host = pick('h1', 'h2', 'h3')
const team = pick('red', 'blue', 'green', null)
const project = pick('alpha', 'beta', null)

const meter: fc.Arbitrary<RandomMeter> = fc.record({
  host: fc.option(host, { freq: 5 }),
  kind: pick('gpu', 'gpu', 'gpu', 'gpu-host', 'cpu', 'unused', 'quantity-only'),
  team,
  project,
  currency: pick('USD', 'USD', 'EUR'),
  seconds: fc.boolean(),
  days: fc.uniqueArray(
    fc.record({
      day: fc.nat({ max: DAYS - 1 }),
      billed: fc.option(amount, { freq: 4 }),
      effective: fc.option(amount, { freq: 4 }),
      list: fc.option(amount, { freq: 4 }),
      quantity: fc.option(pick('24', '7.5', '86400', '3600.5', '12', '0', '-2'), { freq: 6 }),
      charges: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 5, selector: ({ day }) => day },
  ),
})

const usage: fc.Arbitrary<RandomUsage> = fc.record({
  host: fc.option(pick('h1', 'h2', 'h3', 'nobody'), { freq: 8 }),
  role: pick('hold', 'hold', 'hold', 'measure', 'tokens'),
  import: pick(0, 1),
  key: fc.nat({ max: 12 }),
  startHour: fc.nat({ max: DAYS * 24 }),
  minutes: pick(0, 1, 30, 60, 61, 500, 3000),
  gpus: pick(1, 2, 8, 3),
  utilisation: fc.option(pick('0', '0.01', '0.049999', '0.05', '0.7', '1')),
  team,
  project,
  model: pick('llama', 'bert', null),
  workload: pick('job-1', 'job-2', null),
  tokens: fc.option(fc.nat({ max: 1_000_000 })),
})

type Effect = Pick<AllocationRule, 'set' | 'split'>

const receivers = fc.uniqueArray(fc.record({ team: pick('red', 'blue', 'green', 'nobody-yet') }), {
  minLength: 1,
  maxLength: 4,
  selector: (to) => to.team,
})
const months = fc.record(
  { validFrom: pick('2026-08', '2026-09'), validTo: pick('2026-09', '2026-12') },
  { requiredKeys: [] },
)
const rule: fc.Arbitrary<AllocationRule> = fc
  .record({
    months,
    when: pick<AllocationRule['when']>(
      [],
      [{ field: 'resource-id', op: 'is', values: ['h1'] }],
      [{ field: 'resource-id', op: 'glob', values: ['h*'] }],
      [{ field: 'tag:team', op: 'absent', values: [] }],
      [{ field: 'charge-category', op: 'is', values: ['Usage'] }],
    ),
    effect: fc.oneof(
      pick<Effect>(
        { set: { team: 'blue' } },
        { set: { project: 'gamma', model: 'gpt' } },
        { set: { team: '{tag:project}' } },
      ),
      fc
        .tuple(pick('even' as const, 'direct-cost' as const, 'gpu-hours' as const, 'tokens' as const), receivers)
        .map(([by, to]): Effect => ({ split: { by, to } })),
      pick<Effect>({
        split: {
          by: 'percent',
          to: [
            { team: 'red', percent: '33.3' },
            { team: 'blue', percent: '66.7' },
          ],
        },
      }),
    ),
  })
  .map(({ months: span, when, effect }) => ({ id: 'x', name: 'x', enabled: true, ...span, when, ...effect }))

const ruleList = fc.array(rule, { maxLength: 3 }).map((rules) => rules.map((r, n) => ({ ...r, id: `r${n}` })))

export const randomWorld: fc.Arbitrary<RandomWorld> = fc.record({
  meters: fc.array(meter, { minLength: 1, maxLength: 10 }),
  usage: fc.array(usage, { maxLength: 14 }),
  covers: fc.array(fc.record({ host, from: fc.nat({ max: DAYS * 24 }), hours: pick(1, 24, 72, 144) }), {
    maxLength: 4,
  }),
  rules: ruleList,
  editedRules: ruleList,
  rates: fc.array(
    fc.record({
      gpuClass: pick(null, 'H100-SXM-80GB'),
      price: pick('2', '0.123456789', '3.33'),
      currency: pick('USD', 'EUR'),
      from: fc.nat({ max: DAYS }),
      days: fc.option(fc.integer({ min: 1, max: 4 })),
    }),
    { maxLength: 3 },
  ),
  exchange: pick([], [{ from: 'EUR', to: 'USD', rate: '1.0847' }]),
})
