import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '@/lib/recommendations/evaluate.ts'
import { rules } from '@/lib/recommendations/index.ts'
import { randomFacts } from '@/tests/recommendations/random-facts.ts'
import { micro } from './amounts.ts'
import type { Facts } from './facts/facts.ts'
import { factsOf } from './facts-of-finding.ts'
import { rangeOf } from './range.ts'

const WORLDS = 500
const none = { organisation: {}, findings: {} }
const open = { organisation: { 'all.floor-amount': 0, 'all.floor-share': 0 }, findings: {} }
const seen = { findings: 0, stacked: 0, replaced: 0, withMoney: 0 }

/** What every item's cash is, by currency. */
function cashOf(facts: Facts, keys: Iterable<string>, currency: string): bigint {
  return [...new Set(keys)].reduce((sum, key) => {
    const item = facts.items[key]
    return item?.currency === currency ? sum + micro(item.cost) - micro(item.committed) : sum
  }, 0n)
}

describe(`over ${WORLDS} random worlds`, () => {
  test('the total never exceeds what its subjects cost, and on no item more is counted than it cost', () => {
    fc.assert(
      fc.property(randomFacts, (facts) => {
        const { findings, totals } = evaluate(facts, rules, open)
        for (const { currency, counted } of totals) {
          const mine = findings.filter((finding) => finding.currency === currency)
          const cash = cashOf(
            facts,
            mine.flatMap(({ claims }) => claims.map(({ item }) => item)),
            currency,
          )
          expect(micro(counted.high) <= cash).toBe(true)
          expect(micro(counted.expected)).toBe(mine.reduce((sum, finding) => sum + micro(finding.counted.expected), 0n))
        }
        for (const finding of findings) {
          const own = cashOf(
            facts,
            finding.claims.map(({ item }) => item),
            finding.currency,
          )
          expect(micro(finding.saving.high) <= own).toBe(true)
          expect(micro(finding.counted.expected) <= micro(finding.saving.expected)).toBe(true)
          expect(
            micro(finding.saving.low) <= micro(finding.saving.expected) &&
              micro(finding.saving.expected) <= micro(finding.saving.high),
          ).toBe(true)
          if (finding.grade === 'D') expect([finding.saving.high, finding.frees]).toEqual(['0', '0'])
          if (micro(finding.counted.expected) < micro(finding.saving.expected)) seen.stacked++
          if (finding.replacedBy.length > 0) seen.replaced++
          if (micro(finding.saving.expected) > 0n) seen.withMoney++
        }
        // A dollar that two findings share is counted once: together they never pass the item.
        for (const key of Object.keys(facts.items)) {
          const alone = findings.filter(({ claims }) => claims.length === 1 && claims[0]?.item === key)
          const item = facts.items[key]
          const sum = alone.reduce((total, finding) => total + micro(finding.counted.high), 0n)
          expect(item !== undefined && sum <= micro(item.cost) - micro(item.committed)).toBe(true)
        }
        seen.findings += findings.length
      }),
      { numRuns: WORLDS, seed: 1 },
    )
    expect(seen.findings).toBeGreaterThan(WORLDS)
    expect(seen.stacked).toBeGreaterThan(WORLDS / 10)
    expect(seen.replaced).toBeGreaterThan(10)
    expect(seen.withMoney).toBeGreaterThan(WORLDS / 2)
  }, 120_000)

  test('the order of rules and lists changes nothing, and the same inputs give the same findings', () => {
    fc.assert(
      fc.property(randomFacts, fc.integer(), (facts, seed) => {
        const once = evaluate(facts, rules, none)
        const turned = [...rules].sort(
          (a, b) => ((a.id.length * 7919 + seed) % 13) - ((b.id.length * 7919 + seed) % 13),
        )
        expect(evaluate(facts, turned, none)).toEqual(once)
        expect(evaluate(structuredClone(facts), [...rules].reverse(), none)).toEqual(once)
      }),
      { numRuns: WORLDS, seed: 2 },
    )
  }, 120_000)

  test('a dismissed finding never returns, and an opted-out resource is in none', () => {
    fc.assert(
      fc.property(randomFacts, fc.nat(), (facts, pick) => {
        const { findings } = evaluate(facts, rules, none)
        const gone = findings[pick % Math.max(1, findings.length)]
        if (!gone) return
        expect(evaluate(facts, rules, none, new Set([gone.key])).findings.map(({ key }) => key)).not.toContain(gone.key)
        const [claim] = gone.claims
        const item = claim && facts.items[claim.item]
        if (!item) return
        const tagged = { ...facts, items: { ...facts.items, [item.key]: { ...item, tags: { 'keep-warm': 'true' } } } }
        for (const finding of evaluate(tagged, rules, none).findings)
          expect(finding.claims.map((one) => one.item)).not.toContain(item.key)
      }),
      { numRuns: WORLDS, seed: 3 },
    )
  }, 120_000)

  test('a finding is the same again from the facts that are kept with it', () => {
    fc.assert(
      fc.property(randomFacts, (facts) => {
        for (const finding of evaluate(facts, rules, open).findings) {
          const kept = factsOf(
            facts,
            finding.uses,
            finding.claims.map(({ item }) => item),
          )
          const again = evaluate(
            kept,
            rules.filter(({ id }) => id === finding.rule),
            open,
          ).findings.find(({ key }) => key === finding.key)
          expect(again).toMatchObject({
            saving: finding.saving,
            sentence: finding.sentence,
            calculation: finding.calculation,
          })
        }
      }),
      { numRuns: WORLDS, seed: 4 },
    )
  }, 120_000)
})

test.each([
  ['A', 0.5, { low: 0.45, expected: 0.5, high: 0.55 }],
  ['A', 1, { low: 0.9, expected: 1, high: 1 }],
  ['B', 0.5, { low: 0.35, expected: 0.5, high: 0.55 }],
  ['C', 0.4, { low: 0.2, expected: 0.3, high: 0.4 }],
  ['D', 0.4, { low: 0, expected: 0, high: 0 }],
] as const)('grade %s of a share of %f', (grade, share, expected) => {
  const { low, expected: middle, high } = rangeOf(grade, { share })
  expect([low, middle, high].map((value) => value.toFixed(9))).toEqual(
    [expected.low, expected.expected, expected.high].map((value) => value.toFixed(9)),
  )
})

test('a benchmark is never planned with beyond itself, nor below half', () => {
  expect(rangeOf('C', { share: 0.4, expected: 0.9 }).expected).toBe(0.4)
  expect(rangeOf('C', { share: 0.4, expected: 0 }).expected).toBe(0.2)
})
