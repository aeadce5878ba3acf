import type { RuleDimension } from '@/lib/core/rule-words.ts'
import { ruleDimensions, splitDimensions } from '@/lib/core/rule-words.ts'
import type { AllocationRule } from './rule.ts'
import type { Condition, RuleFields } from './rule-conditions.ts'
import { compileCondition, fieldsOf } from './rule-conditions.ts'
import type { EffectText } from './rule-effect.ts'
import { fillEffect, parseEffect } from './rule-effect.ts'
import type { RuleMeter } from './rule-labels.ts'

type CompiledRule = {
  id: string
  fromMonth: string | null
  /** Exclusive. */
  toMonth: string | null
  /** The cheap ones first; the order does not matter to the answer. */
  conditions: readonly Condition[]
  set: readonly { dimension: RuleDimension; text: EffectText }[]
  /** The dimensions that a split takes: those that any of its receivers names. */
  takes: readonly RuleDimension[]
}

/** A rule list ready to be applied to many meters. */
export type CompiledRules = {
  rules: readonly CompiledRule[]
  fields: RuleFields
  /** Whether any rule holds only in some months. */
  hasMonths: boolean
}

/**
 * What rules say about a meter. A dimension that is not in `attributedBy` is not decided, so the tag keys are next; one that is there
 * without a value was taken by a split, so its parts have the receivers' values and nothing else does.
 */
export type RuleResult = {
  team?: string
  project?: string
  model?: string
  environment?: string
  splitRule?: string
  attributedBy: Partial<Record<RuleDimension, string>>
}

/** What rules say from one month to another, exclusive; null: from or for ever. */
export type RuleTerm = { fromMonth: string | null; toMonth: string | null; result: RuleResult }

/** Makes a checked rule list ready. Rules that are switched off are left out. */
export function compileRules(rules: readonly AllocationRule[]): CompiledRules {
  const fields = fieldsOf(rules)
  const compiled = rules.flatMap((rule) => {
    if (!rule.enabled) return []
    const conditions = rule.when.map((condition) => compileCondition(condition, fields))
    const receivers = rule.split?.to ?? []
    return {
      id: rule.id,
      fromMonth: rule.validFrom ?? null,
      toMonth: rule.validTo ? monthAfter(rule.validTo) : null,
      conditions: conditions.sort((a, b) => a.price - b.price),
      set: ruleDimensions.flatMap((dimension) => {
        const text = rule.set?.[dimension]
        const effect = text === undefined ? '' : parseEffect(text)
        return typeof effect === 'string' ? [] : [{ dimension, text: effect }]
      }),
      takes: splitDimensions.filter((dimension) => receivers.some((receiver) => receiver[dimension] !== undefined)),
    }
  })
  return {
    rules: compiled,
    fields,
    hasMonths: compiled.some((rule) => rule.fromMonth !== null || rule.toMonth !== null),
  }
}

/**
 * What the rules say about a meter in a month (`2026-09`); null: in no month in particular, where only rules without months count. The first
 * rule that gives a dimension a value decides it. A split applies where every dimension that its receivers name is still open.
 */
export function applyRules(meter: RuleMeter, compiled: CompiledRules, month: string | null): RuleResult {
  return resolve(matching(meter, compiled), month)
}

/** The months in which the rules say different things about a meter: every month is in exactly one term, and neighbours differ. */
export function termsOf(meter: RuleMeter, compiled: CompiledRules): RuleTerm[] {
  const matches = matching(meter, compiled)
  const marks = new Set<string>()
  for (const { rule } of matches) {
    if (rule.fromMonth) marks.add(rule.fromMonth)
    if (rule.toMonth) marks.add(rule.toMonth)
  }
  const starts = [null, ...[...marks].sort()]
  const terms: RuleTerm[] = []
  for (const [n, fromMonth] of starts.entries()) {
    // Before the first mark only the rules without a first month count, which is what the month before it sees.
    const result = resolve(matches, fromMonth ?? (starts[1] ? monthBefore(starts[1]) : null))
    const toMonth = starts[n + 1] ?? null
    const last = terms.at(-1)
    if (last && sameResult(last.result, result)) last.toMonth = toMonth
    else terms.push({ fromMonth, toMonth, result })
  }
  return terms
}

type Match = { rule: CompiledRule; values: readonly (string | null)[] }

/** The rules whose conditions hold, in order, and what each would set; ends where rules of all months have decided everything. */
function matching(meter: RuleMeter, { rules, fields }: CompiledRules): Match[] {
  if (rules.length === 0) return []
  const labels = fields.read(meter)
  const matches: Match[] = []
  const decided = new Set<RuleDimension>()
  for (const rule of rules) {
    if (!rule.conditions.every(({ holds }) => holds(labels))) continue
    const values = rule.set.map(({ text }) =>
      fillEffect(
        text,
        (field) => labels.text(field),
        () => rule.conditions.find(({ groups }) => groups)?.groups?.(labels) ?? [],
      ),
    )
    matches.push({ rule, values })
    if (rule.fromMonth || rule.toMonth) continue
    for (const [n, { dimension }] of rule.set.entries()) if (values[n] !== null) decided.add(dimension)
    if (decided.size === ruleDimensions.length) break
  }
  return matches
}

function resolve(matches: readonly Match[], month: string | null): RuleResult {
  const result: RuleResult = { attributedBy: {} }
  for (const { rule, values } of matches) {
    if (!holdsIn(rule, month)) continue
    for (const [n, { dimension }] of rule.set.entries()) {
      const value = values[n]
      if (value === null || value === undefined || result.attributedBy[dimension]) continue
      result[dimension] = value
      result.attributedBy[dimension] = `rule:${rule.id}`
    }
    if (rule.takes.length === 0 || result.splitRule) continue
    if (rule.takes.some((dimension) => result.attributedBy[dimension])) continue
    result.splitRule = rule.id
    for (const dimension of rule.takes) result.attributedBy[dimension] = `rule:${rule.id}`
  }
  return result
}

function holdsIn({ fromMonth, toMonth }: CompiledRule, month: string | null): boolean {
  if (month === null) return fromMonth === null && toMonth === null
  return (fromMonth === null || month >= fromMonth) && (toMonth === null || month < toMonth)
}

/** Whether two results say the same of the same dimensions, by the same rules. */
export function sameResult(a: RuleResult, b: RuleResult): boolean {
  return (
    a.splitRule === b.splitRule &&
    ruleDimensions.every((name) => a[name] === b[name] && a.attributedBy[name] === b.attributedBy[name])
  )
}

const monthAfter = (month: string) => shifted(month, 1)
const monthBefore = (month: string) => shifted(month, -1)

function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}
