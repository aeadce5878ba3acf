import type { Facts, Item } from './facts/facts.ts'
import type { Draft, Grade } from './finding.ts'
import type { Parameter } from './parameter.ts'
import { gradeDown } from './range.ts'

/** Parameters of the guards that hold for every rule; they are set as those of the rule `all`. */
export const guardParameters: readonly Parameter[] = [
  {
    id: 'lookback-days',
    label: 'Days of evidence that are enough',
    unit: 'days',
    default: 14,
    min: 1,
    max: 30,
    source: 'AWS Compute Optimizer looks back 14 days',
  },
  {
    id: 'lookback-complete',
    label: 'Part of those days that must be there',
    unit: 'share',
    default: 0.95,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'floor-amount',
    label: 'Smallest monthly saving that is shown',
    unit: 'amount',
    default: 50,
    min: 0,
    max: 1_000_000,
    source: 'chosen for this product',
  },
  {
    id: 'floor-share',
    label: 'Smallest saving as a part of all spend',
    unit: 'share',
    default: 0.001,
    min: 0,
    max: 1,
    source: 'chosen for this product',
  },
  {
    id: 'minimum-age-hours',
    label: 'Age below which a resource is left alone',
    unit: 'hours',
    default: 48,
    min: 0,
    max: 720,
    source: 'chosen for this product',
  },
]

/** Tags that take a resource out of every recommendation, unless they are set to false. */
const OPT_OUTS = ['keep-warm', 'dr', 'latency-critical'] as const
const NOT_SET = ['', 'false', 'no', '0', 'off']

/** The opt-out tag of an item, or null. */
export function optOutOf(item: Item): string | null {
  const found = OPT_OUTS.find((tag) => {
    const value = item.tags[tag] ?? item.tags[tag.replaceAll('-', '_')]
    return value !== undefined && !NOT_SET.includes(value.toLowerCase())
  })
  return found ?? null
}

/** Hours from the first charge of an item to the day of the facts. */
export function ageHours(item: Item, facts: Facts): number {
  return (Date.parse(facts.asOf) - Date.parse(item.firstDay)) / 3_600_000
}

/** The draft without the items that opted out or are too young; null when nothing is left of it. */
export function withoutOptOuts(draft: Draft, facts: Facts, minimumAgeHours: number): Draft | null {
  if (draft.claims.length === 0) return draft
  const claims = draft.claims.filter(({ item }) => {
    const found = facts.items[item]
    return found !== undefined && optOutOf(found) === null && ageHours(found, facts) >= minimumAgeHours
  })
  return claims.length === 0 ? null : { ...draft, claims }
}

/** The draft's grade, one step lower where the bill of its items does not have enough of the days before. */
export function gradeOf(draft: Draft, facts: Facts, days: number, complete: number): { grade: Grade; reason: string } {
  const providers = new Set(draft.claims.map(({ item }) => facts.items[item]?.provider ?? ''))
  const billed = Math.min(...[...providers].map((provider) => facts.daysBilled[provider] ?? 0))
  if (draft.claims.length === 0 || billed >= days * complete) return { grade: draft.grade, reason: draft.gradeReason }
  return {
    grade: gradeDown(draft.grade),
    reason: `${draft.gradeReason}; one grade lower, because the bills have ${billed} of the last ${days} days`,
  }
}
