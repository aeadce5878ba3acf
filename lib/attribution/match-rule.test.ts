import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleMeter } from '@/tests/attribution/rule-meter.ts'
import { applyRules, compileRules, termsOf } from './match-rule.ts'
import type { AllocationRule, RuleCondition } from './rule.ts'
import { parseRules } from './rule.ts'
import type { RuleMeter } from './rule-labels.ts'

/** Rules as somebody would write them, checked. */
function rules(...given: Partial<AllocationRule>[]): AllocationRule[] {
  const parsed = parseRules(given.map((rule, n) => ({ id: `r${n + 1}`, name: `Rule ${n + 1}`, ...rule })))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed.rules
}
const apply = (meter: Partial<RuleMeter>, month: string | null, ...given: Partial<AllocationRule>[]) =>
  applyRules(ruleMeter(meter), compileRules(rules(...given)), month)

type Case = [what: string, condition: Partial<RuleCondition>, meter: Partial<RuleMeter>, holds: boolean]
const cases: Case[] = [
  ['a name', { field: 'service', op: 'is', values: ['S3', 'Amazon EC2'] }, {}, true],
  ['a name in another case, with blanks', { field: 'service', op: 'is', values: [' amazon ec2 '] }, {}, true],
  ['another name', { field: 'service', op: 'is', values: ['EC2'] }, {}, false],
  ['a provider as it is spelled', { field: 'provider', op: 'is', values: ['Amazon Web Services, Inc.'] }, {}, true],
  ['a provider that it is not', { field: 'provider', op: 'is-not', values: ['Google Cloud'] }, {}, true],
  ['is-not of none', { field: 'region', op: 'is-not', values: ['us-east-1'] }, { regionId: null }, true],
  ['is-not of the same', { field: 'region', op: 'is-not', values: ['x', 'US-EAST-1'] }, {}, false],
  ['stated', { field: 'sub-account', op: 'exists' }, {}, true],
  ['stated, but blank', { field: 'sub-account', op: 'exists' }, { subAccountId: '  ' }, false],
  ['not stated', { field: 'gpu-class', op: 'absent' }, { gpuClass: null }, true],
  ['a glob', { field: 'resource-name', op: 'glob', values: ['LLM-*'] }, {}, true],
  ['a glob is of the whole text', { field: 'resource-name', op: 'glob', values: ['train*'] }, {}, false],
  ['a glob with ?', { field: 'resource-name', op: 'glob', values: ['llm-train-?'] }, {}, true],
  ['? is one character', { field: 'resource-name', op: 'glob', values: ['llm-train-??'] }, {}, false],
  [
    'what a regular expression means is text in a glob',
    { field: 'sku', op: 'glob', values: ['a.c[1]+'] },
    { skuId: 'a.c[1]+' },
    true,
  ],
  ['a glob of an id over lines', { field: 'resource-id', op: 'glob', values: ['a*b'] }, { resourceId: 'a\nb' }, true],
  ['a SKU by its id', { field: 'sku', op: 'is', values: ['sku1'] }, {}, true],
  ['a SKU by its description', { field: 'sku', op: 'glob', values: ['*boxusage*'] }, {}, true],
  ['a regular expression anywhere', { field: 'instance-type', op: 'regex', values: ['^g', '48x'] }, {}, true],
  ['a regular expression minds case', { field: 'instance-type', op: 'regex', values: ['^P5'] }, {}, false],
  ['unless told not to', { field: 'instance-type', op: 'regex', values: ['(?i)^P5'] }, {}, true],
  ['a tag', { field: 'tag:Cost Center', op: 'is', values: ['42'] }, { tags: { cost_center: ' 42 ' } }, true],
  ['a tag with a prefix', { field: 'tag:app', op: 'exists' }, { tags: { 'user:App': 'x' } }, true],
  ['an empty tag', { field: 'tag:app', op: 'absent' }, { tags: { app: ' ' } }, true],
  [
    'of tags that compare alike the first key',
    { field: 'tag:app', op: 'is', values: ['1'] },
    { tags: { app: '2', App: '1' } },
    true,
  ],
  ['a GPU class', { field: 'gpu-class', op: 'glob', values: ['h100*'] }, {}, true],
]
test.each(cases)('%s: %j', (_what, condition, meter, holds) => {
  const rule = { when: [condition as RuleCondition], set: { team: 'ml' } }
  expect(apply(meter, null, rule).team).toBe(holds ? 'ml' : undefined)
})

test('all conditions must hold, and a rule without any holds for every meter', () => {
  const region = { field: 'region', op: 'is', values: ['us-east-1'] } as const
  const service = { field: 'service', op: 'is', values: ['S3'] } as const
  expect(apply({}, null, { when: [region, service] as never, set: { team: 'ml' } }).team).toBeUndefined()
  expect(apply({}, null, { set: { team: 'ml' } }).team).toBe('ml')
})

test('the first rule that says something of a dimension decides it; rules that are off say nothing', () => {
  const said = apply(
    {},
    null,
    { enabled: false, set: { team: 'off' } },
    { set: { team: 'a' } },
    { set: { team: 'b', project: 'p', environment: 'prod' } },
    { set: { project: 'q', model: 'm' } },
  )
  expect(said).toEqual({
    team: 'a',
    project: 'p',
    model: 'm',
    environment: 'prod',
    attributedBy: { team: 'rule:r2', project: 'rule:r3', model: 'rule:r4', environment: 'rule:r3' },
  })
})

test('texts are filled from labels, tags and groups, and a missing one leaves the dimension to later rules', () => {
  const when = [{ field: 'resource-name', op: 'regex', values: ['^x-(.*)(y)$', '^(\\w+)-(train|serve)'] }] as never
  const set = { team: '$1', project: '{tag:app}-$2', model: '$$9 {instance-type}', environment: '{tag:env}' }
  const last = { set: { environment: 'unknown' } }
  expect(apply({ tags: { App: 'chat' } }, null, { when, set }, last)).toMatchObject({
    team: 'llm',
    project: 'chat-train',
    model: '$9 p5.48xlarge',
    environment: 'unknown',
    attributedBy: { environment: 'rule:r2' },
  })
})

test('a split takes the dimensions that its receivers name, where all of them are open', () => {
  const split = { by: 'even', to: [{ team: 'a' }, { team: 'b', project: 'p' }] } as const
  const shared = { split: split as never }
  const both = { team: 'rule:r1', project: 'rule:r1' }
  expect(apply({}, null, shared, { set: { team: 'late', project: 'late', model: 'm' } })).toEqual({
    model: 'm',
    splitRule: 'r1',
    attributedBy: { ...both, model: 'rule:r2' },
  })
  const kept = apply({}, null, { set: { project: 'mine' } }, shared, { set: { team: 'late' } })
  expect(kept).toEqual({ project: 'mine', team: 'late', attributedBy: { project: 'rule:r1', team: 'rule:r3' } })
  const other = { split: { by: 'even', to: [{ model: 'x' }] } as never }
  expect(apply({}, null, shared, other).splitRule).toBe('r1')
})

test('rules with months hold from the first to the last, both included', () => {
  const dated = { validFrom: '2026-03', validTo: '2026-12', set: { team: 'spring' } }
  const when = (month: string | null) => apply({}, month, dated, { set: { team: 'always' } }).team
  expect(['2026-02', '2026-03', '2026-12', '2027-01', null].map(when)).toEqual([
    'always',
    'spring',
    'spring',
    'always',
    'always',
  ])
})

test('terms cover all months, and neighbours that say the same are one', () => {
  const compiled = compileRules(
    rules(
      { validTo: '2025-12', set: { team: 'old' } },
      { validFrom: '2026-01', validTo: '2026-03', set: { team: 'new' } },
      { validFrom: '2026-02', set: { team: 'never seen before April' } },
      { validFrom: '2026-06', set: { team: 'never seen' } },
    ),
  )
  const terms = termsOf(ruleMeter(), compiled).map(({ fromMonth, toMonth, result }) => [
    fromMonth,
    toMonth,
    result.team,
  ])
  expect(terms).toEqual([
    [null, '2026-01', 'old'],
    ['2026-01', '2026-04', 'new'],
    ['2026-04', null, 'never seen before April'],
  ])
  expect(termsOf(ruleMeter(), compileRules([]))).toEqual([
    { fromMonth: null, toMonth: null, result: { attributedBy: {} } },
  ])
})

const month = fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`)
const name = fc.constantFrom('a', 'b', 'c')
const randomRule = fc
  .record({
    enabled: fc.boolean(),
    months: fc.tuple(fc.option(month), fc.option(month)),
    when: fc.constantFrom(
      [],
      [{ field: 'region', op: 'is', values: ['us-east-1'] }],
      [{ field: 'sku', op: 'glob', values: ['zzz*'] }],
    ),
    effect: fc.oneof(
      fc.record({ team: name, project: name }, { requiredKeys: [] }).map((set) => ({ set: { ...set, model: 'm' } })),
      fc
        .constantFrom('team', 'project')
        .map((key) => ({ split: { by: 'even', to: [{ [key]: 'a' }, { [key]: 'b' }] } })),
    ),
  })
  .map(({ enabled, months: [from, to], when, effect }) => {
    const [validFrom, validTo] = from && to && from > to ? [to, from] : [from, to]
    return { enabled, when, ...effect, ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) }
  })

test('in every month the term says what applying the rules in that month says', () => {
  fc.assert(
    fc.property(fc.array(randomRule, { maxLength: 6 }), (given) => {
      const compiled = compileRules(rules(...(given as never[])))
      const terms = termsOf(ruleMeter(), compiled)
      for (let n = -1; n <= 12; n += 1) {
        const at = n < 0 ? '2025-06' : n === 12 ? '2027-01' : `2026-${String(n + 1).padStart(2, '0')}`
        const inside = terms.filter((t) => (t.fromMonth ?? '0') <= at && at < (t.toMonth ?? '9'))
        expect(inside).toHaveLength(1)
        expect(inside[0]?.result).toEqual(applyRules(ruleMeter(), compiled, at))
      }
    }),
    { numRuns: 300 },
  )
})
