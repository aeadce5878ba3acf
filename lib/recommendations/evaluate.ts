import { cents, micro } from './amounts.ts'
import type { Facts, Item } from './facts/facts.ts'
import type { Draft, Finding, Missing, Range } from './finding.ts'
import { gradeOf, guardParameters, withoutOptOuts } from './guards.ts'
import type { Settings } from './parameter.ts'
import { valuesOf } from './parameter.ts'
import type { Rule } from './rule.ts'
import type { Candidate, Ends } from './stack.ts'
import { alone, stack } from './stack.ts'

export type Evaluation = {
  findings: Finding[]
  missing: (Missing & { rule: string })[]
  /** One total for each currency, in which no dollar counts twice. */
  totals: { currency: string; counted: Range; frees: string; findings: number }[]
}

/** What may not be found: keys of dismissed findings. */
export type Hidden = ReadonlySet<string>

type Made = Candidate & { rule: Rule; gradeReason: string; currency: string }

/**
 * Runs the rules over the facts and applies the guards: opt-outs, completeness, commitments, floor and stacking. Pure: the same facts, rules in any
 * order, and settings give the same findings, the largest saving first. `hidden` findings are left out and count for nothing.
 */
export function evaluate(
  facts: Facts,
  rules: readonly Rule[],
  settings: Settings,
  hidden: Hidden = new Set(),
): Evaluation {
  const guard = valuesOf('all', guardParameters, settings)
  const made: Made[] = []
  const missing: Evaluation['missing'] = []
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const keyOf = (kind: string, id: string, currency: string) => [rule.id, kind, id, currency].join(':')
    const outcome = rule.find(facts, valuesOf(rule.id, rule.parameters, settings), keyOf)
    for (const entry of outcome.missing) missing.push({ ...entry, rule: rule.id })
    for (const drafted of outcome.drafts) {
      const draft = withoutOptOuts(drafted, facts, guard('minimum-age-hours'))
      if (draft === null) continue
      const currency = currencyOf(draft, facts)
      const key = keyOf(draft.subject.kind, draft.subject.id, currency)
      if (hidden.has(key)) continue
      const { grade, reason } = gradeOf(draft, facts, guard('lookback-days'), guard('lookback-complete'))
      made.push({ key, draft, grade, gradeReason: reason, rule, currency, ...alone(facts.items, draft, grade) })
    }
  }
  const shown = made.filter((one) => isAboveFloor(one, facts, guard('floor-amount'), guard('floor-share')))
  const stacked = stack(facts.items, shown)
  const findings = shown
    .map((one) => findingOf(one, stacked.get(one.key), facts))
    .sort((a, b) => order(micro(b.saving.expected), micro(a.saving.expected)) || (a.key < b.key ? -1 : 1))
  return { findings, missing, totals: totalsOf(findings) }
}

/** Signals without money are shown whatever their size: each rule has a threshold of its own for them. */
function isAboveFloor({ draft, saving, frees, currency }: Made, facts: Facts, amount: number, share: number): boolean {
  if (draft.claims.length === 0) return true
  const spend = Number(facts.totals.find((total) => total.currency === currency)?.cost ?? 0)
  const floor = Math.max(amount, share * spend)
  return Number(saving.expected + frees) / 1e6 >= floor
}

function currencyOf(draft: Draft, facts: Facts): string {
  return facts.items[draft.claims[0]?.item ?? '']?.currency ?? draft.size?.currency ?? ''
}

function findingOf(made: Made, stacked: ReturnType<ReturnType<typeof stack>['get']>, facts: Facts): Finding {
  const { draft, rule, saving, frees, currency } = made
  const items = draft.claims.flatMap(({ item }) => facts.items[item] ?? [])
  const cost = items.reduce((sum, item) => sum + micro(item.cost), 0n)
  const oneTime = Number(draft.oneTimeCost)
  const daily = Number(saving.expected) / 1e6 / 30
  return {
    ...draft,
    grade: made.grade,
    gradeReason: made.gradeReason,
    key: made.key,
    rule: rule.id,
    lever: rule.lever,
    claims: draft.claims.map((claim) => ({ ...claim, cost: facts.items[claim.item]?.cost ?? '0' })),
    currency,
    cost: cents(cost),
    saving: rangeText(saving),
    counted: rangeText(stacked?.counted ?? { low: 0n, expected: 0n, high: 0n }),
    frees: cents(frees),
    paybackDays: oneTime === 0 ? 0 : daily > 0 ? Math.ceil(oneTime / daily) : null,
    ...placeOf(draft, items),
    gpuClass: classOf(draft, facts),
    replaces: stacked?.replaces ?? [],
    replacedBy: stacked?.replacedBy ?? [],
  }
}

/** What the items have in common; null where they differ. */
function placeOf(draft: Draft, items: readonly Item[]) {
  const common = (read: (item: Item) => string | null) => {
    const values = new Set(items.map(read))
    return values.size === 1 ? ([...values][0] ?? null) : null
  }
  const own = (kind: Draft['subject']['kind']) => (draft.subject.kind === kind ? draft.subject.id : null)
  return {
    team: common((item) => item.team),
    project: common((item) => item.project) ?? own('project'),
    model: common((item) => item.model) ?? own('model'),
    provider: common((item) => item.provider),
    region: common((item) => item.region),
  }
}

function classOf(draft: Draft, facts: Facts): string | null {
  const keys = new Set(draft.claims.map(({ item }) => item))
  const classes = new Set(facts.machines.filter(({ key }) => keys.has(key)).map(({ gpuClass }) => gpuClass))
  return classes.size === 1 ? ([...classes][0] ?? null) : null
}

function rangeText({ low, expected, high }: Ends): Range {
  return { low: cents(low), expected: cents(expected), high: cents(high) }
}

function totalsOf(findings: readonly Finding[]): Evaluation['totals'] {
  const currencies = [...new Set(findings.map(({ currency }) => currency))].filter((currency) => currency !== '').sort()
  return currencies.map((currency) => {
    const mine = findings.filter((finding) => finding.currency === currency)
    const sum = (read: (finding: Finding) => string) => cents(mine.reduce((total, one) => total + micro(read(one)), 0n))
    return {
      currency,
      counted: {
        low: sum((one) => one.counted.low),
        expected: sum((one) => one.counted.expected),
        high: sum((one) => one.counted.high),
      },
      frees: sum((one) => one.frees),
      findings: mine.length,
    }
  })
}

function order(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
