import { add } from '@/lib/core/money.ts'
import { ruleDimensions } from '@/lib/core/rule-words.ts'
import type { Ownership } from './attribute.ts'

/** Effective cost per currency, decimal text; a currency is there once any charge of it states a cost. */
export type Money = Record<string, string>

/** What meters cost: how many they are, their charges, and of these how many state no cost. */
export type Amount = { meters: number; charges: number; unpriced: number; costs: Money }

/** One meter in one month and currency. */
export type MeterMonth = { month: string; currency: string; cost: string | null; charges: number; unpriced: number }

/** What a rule says anything of; `from` is what loses it: rule:<id>, tag:<key>, meter:<rule>, or null where nothing named it. */
export type RuleTakes = Amount & { rule: string; from: (Amount & { source: string | null })[] }

/** Money of a team; `~` is Unallocated, `~split:<rule>` is what a split shares out by data of each month. */
export type TeamMoney = { team: string; currency: string; before: string; after: string }

/** What a draft would do to the months looked at. */
export type RulePreview = {
  /** First months, YYYY-MM; empty where there is no data. */
  months: string[]
  rules: RuleTakes[]
  /** What ends up with another team, project, model, environment or split than now. */
  changed: Amount
  teams: TeamMoney[]
  before: Amount
  after: Amount
}

export const NOBODY = '~'

/** Adds things up meter by meter; `meter` is called once for each meter, with all its months. */
export class PreviewSums {
  readonly #rules = new Map<string, { all: Sum; from: Map<string | null, Sum> }>()
  readonly #changed = new Sum()
  readonly #before = new Sum()
  readonly #after = new Sum()
  readonly #resplit: ReadonlySet<string>
  readonly #teams = new Map<string, { before: Map<string, string>; after: Map<string, string> }>()

  /** `resplit`: the split rules that share their cost out otherwise than now. */
  constructor(resplit: ReadonlySet<string>) {
    this.#resplit = resplit
  }

  meter(id: string, months: readonly (MeterMonth & { was: Ownership; now: Ownership })[]): void {
    for (const month of months) {
      const { was, now } = month
      this.#before.add(id, month)
      this.#after.add(id, month)
      if (moved(was, now) || this.#resplit.has(now.splitRule ?? '')) this.#changed.add(id, month)
      if (month.cost !== null) {
        this.#pay(teamOf(was), 'before', month.currency, month.cost)
        this.#pay(teamOf(now), 'after', month.currency, month.cost)
      }
      for (const [rule, from] of taken(was, now)) {
        const one = this.#rules.get(rule) ?? { all: new Sum(), from: new Map<string | null, Sum>() }
        this.#rules.set(rule, one)
        one.all.add(id, month)
        for (const source of from) {
          const sum = one.from.get(source) ?? new Sum()
          one.from.set(source, sum)
          sum.add(id, month)
        }
      }
    }
  }

  /** `rules` are the ids of the draft, in order: a rule that takes nothing is there with nothing. */
  result(months: string[], rules: readonly string[]): RulePreview {
    return {
      months,
      rules: rules.map((rule) => {
        const found = this.#rules.get(rule)
        const from = [...(found?.from ?? [])].map(([source, sum]) => ({ source, ...sum.amount() }))
        return { rule, ...(found?.all ?? new Sum()).amount(), from: from.sort((a, b) => b.charges - a.charges) }
      }),
      changed: this.#changed.amount(),
      teams: [...this.#teams].flatMap(([team, { before, after }]) =>
        [...new Set([...before.keys(), ...after.keys()])].map((currency) => ({
          team,
          currency,
          before: before.get(currency) ?? '0',
          after: after.get(currency) ?? '0',
        })),
      ),
      before: this.#before.amount(),
      after: this.#after.amount(),
    }
  }

  #pay(team: string, side: 'before' | 'after', currency: string, cost: string): void {
    const sums = this.#teams.get(team) ?? { before: new Map<string, string>(), after: new Map<string, string>() }
    this.#teams.set(team, sums)
    sums[side].set(currency, add(sums[side].get(currency) ?? '0', cost))
  }
}

class Sum {
  readonly #meters = new Set<string>()
  readonly #costs = new Map<string, string>()
  #charges = 0
  #unpriced = 0

  add(meter: string, { currency, cost, charges, unpriced }: MeterMonth): void {
    this.#meters.add(meter)
    if (cost !== null) this.#costs.set(currency, add(this.#costs.get(currency) ?? '0', cost))
    this.#charges += charges
    this.#unpriced += unpriced
  }

  amount(): Amount {
    const costs = Object.fromEntries([...this.#costs].sort(([a], [b]) => (a < b ? -1 : 1)))
    return { meters: this.#meters.size, charges: this.#charges, unpriced: this.#unpriced, costs }
  }
}

function moved(was: Ownership, now: Ownership): boolean {
  return was.splitRule !== now.splitRule || ruleDimensions.some((name) => was[name] !== now[name])
}

function teamOf({ team, splitRule }: Ownership): string {
  return splitRule === null ? (team ?? NOBODY) : `~split:${splitRule}`
}

/** The rules that say anything now, each with what said it before where that was something else. */
function taken(was: Ownership, now: Ownership): Map<string, Set<string | null>> {
  const rules = new Map<string, Set<string | null>>()
  for (const name of ruleDimensions) {
    const by = now.attributedBy[name]
    if (!by?.startsWith('rule:')) continue
    const rule = by.slice('rule:'.length)
    const from = rules.get(rule) ?? new Set()
    rules.set(rule, from)
    const before = was.attributedBy[name] ?? null
    if (before !== by) from.add(before)
  }
  return rules
}
