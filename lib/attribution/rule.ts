import { z } from 'zod'
import { add, compare } from '@/lib/core/money.ts'
import { ruleOps, splitBases } from '@/lib/core/rule-words.ts'
import { isRuleField, parseEffect } from './rule-effect.ts'
import { compilePattern } from './rule-pattern.ts'

export const MAX_RULES = 500
/** The sum of the patterns' programs of one list, which bounds the time that one label costs. */
export const MAX_PROGRAMS = 20_000

const plain = (what: string, most: number) =>
  z
    .string(`${what} must be text`)
    .trim()
    .min(1, `${what} is empty`)
    .max(most, `${what} has more than ${most} characters`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/, `${what} holds a control character`)

/** A name that spend is filed under. `~` starts the names that the ledger itself uses. */
const named = (what: string) => plain(what, 300).refine((text) => !text.startsWith('~'), `${what} cannot start with ~`)
const effectText = (what: string) =>
  named(what).superRefine((text, context) => {
    const effect = parseEffect(text)
    if (typeof effect === 'string') context.addIssue(effect)
  })

const month = z
  .string('a month must be text, as "2026-09"')
  .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'not a month, as 2026-09')

const condition = z
  .strictObject({
    field: plain('field', 300).refine(isRuleField, 'no label of a meter: write provider, account, ... or tag:KEY'),
    op: z.enum(ruleOps.map(({ key }) => key) as [(typeof ruleOps)[number]['key']], {
      error: `expected one of ${ruleOps.map(({ key }) => key).join(', ')}`,
    }),
    values: z.array(plain('a value', 1000), 'expected a list of values').max(500, 'more than 500 values').default([]),
  })
  .superRefine(({ op, values }, context) => {
    const needs = ruleOps.find(({ key }) => key === op)?.takes === 'values'
    if (needs && values.length === 0)
      context.addIssue({ code: 'custom', path: ['values'], message: `"${op}" needs at least one value` })
    if (!needs && values.length > 0)
      context.addIssue({ code: 'custom', path: ['values'], message: `"${op}" takes no values` })
    if (op !== 'glob' && op !== 'regex') return
    for (const [n, value] of values.entries()) {
      const pattern = compilePattern(op, value)
      if (typeof pattern === 'string') context.addIssue({ code: 'custom', path: ['values', n], message: pattern })
    }
  })

const set = z
  .strictObject({
    team: effectText('team').optional(),
    project: effectText('project').optional(),
    model: effectText('model').optional(),
    environment: effectText('environment').optional(),
  })
  .refine((effect) => Object.values(effect).some((text) => text !== undefined), {
    error: 'sets nothing: name a team, project, model or environment',
  })

const PERCENT = /^\d{1,3}(\.\d{1,12})?$/

const receiver = z
  .strictObject({
    team: named('team').optional(),
    project: named('project').optional(),
    model: named('model').optional(),
    percent: z
      .string('a percentage must be text, as "12.5"')
      .regex(PERCENT, 'not a percentage, as 12.5')
      .refine((text) => !/^[0.]*$/.test(text), 'a percentage must be above 0')
      .optional(),
  })
  .refine(({ team, project, model }) => team ?? project ?? model, {
    error: 'names nobody: give a team, project or model',
  })

const split = z
  .strictObject({
    by: z.enum(splitBases.map(({ key }) => key) as [(typeof splitBases)[number]['key']], {
      error: `expected one of ${splitBases.map(({ key }) => key).join(', ')}`,
    }),
    to: z
      .array(receiver, 'expected a list of receivers')
      .min(1, 'a split needs at least one receiver')
      .max(200, 'more than 200 receivers'),
  })
  .superRefine(({ by, to }, context) => {
    const seen = new Set<string>()
    for (const [n, { team, project, model, percent }] of to.entries()) {
      const who = JSON.stringify([team, project, model])
      const issue = (message: string) => context.addIssue({ code: 'custom', path: ['to', n], message })
      if (seen.has(who)) issue('this receiver is named twice')
      seen.add(who)
      if (by === 'percent' && percent === undefined) issue('needs a percent')
      if (by !== 'percent' && percent !== undefined) issue(`a split by ${by} takes no percent`)
    }
    // Also asked where an amount was refused, so only what can be added up is.
    if (by !== 'percent' || !to.every(({ percent }) => percent !== undefined && PERCENT.test(percent))) return
    const sum = to.reduce((total, { percent }) => add(total, percent ?? '0'), '0')
    if (compare(sum, '100') !== 0)
      context.addIssue({ code: 'custom', path: ['to'], message: `the percentages add up to ${sum}, not 100` })
  })

const rule = z
  .strictObject({
    id: z
      .string('an id must be text')
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id has lower-case letters, digits and hyphens, at most 64'),
    name: plain('name', 200),
    enabled: z.boolean('enabled must be true or false').default(true),
    /** First and last month in which the rule holds, both included. */
    validFrom: month.optional(),
    validTo: month.optional(),
    /** All must hold; none: every meter. */
    when: z.array(condition, 'expected a list of conditions').max(50, 'more than 50 conditions').default([]),
    set: set.optional(),
    split: split.optional(),
  })
  .superRefine((value, context) => {
    const issue = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (value.validFrom && value.validTo && value.validFrom > value.validTo)
      issue(['validTo'], `the last month ${value.validTo} is before the first, ${value.validFrom}`)
    if (!value.set && !value.split) issue([], 'has no effect: give it set or split')
    if (value.set && value.split) issue(['split'], 'a rule sets or splits, not both')
    checkGroups(value, issue)
  })

/** `$1` means a group of the one regular expression of the rule, so there must be one, and every pattern of it must have the group. */
function checkGroups(
  { when, set: effect }: { when: z.infer<typeof condition>[]; set?: z.infer<typeof set> | undefined },
  issue: (path: string[], message: string) => void,
): void {
  const regexes = when.filter(({ op }) => op === 'regex')
  for (const [name, text] of Object.entries(effect ?? {})) {
    const pieces = text === undefined ? [] : parseEffect(text)
    if (typeof pieces === 'string') continue
    const highest = Math.max(0, ...pieces.map((piece) => ('group' in piece ? piece.group : 0)))
    if (!pieces.some((piece) => 'group' in piece)) continue
    if (regexes.length !== 1)
      issue(['set', name], `$${highest} needs exactly one regular expression among the conditions`)
    const short = regexes[0]?.values.some((value) => {
      const pattern = compilePattern('regex', value)
      return typeof pattern !== 'string' && pattern.groups < highest
    })
    if (short) issue(['set', name], `$${highest}: the regular expression has no group ${highest}`)
  }
}

/** The schema of one rule list, in the order in which rules are tried. */
export const ruleList = z
  .array(rule, 'expected a list of rules')
  .max(MAX_RULES, `more than ${MAX_RULES} rules`)
  .superRefine((rules, context) => {
    const first = new Map<string, number>()
    let programs = 0
    for (const [n, { id, when }] of rules.entries()) {
      const before = first.get(id)
      if (before !== undefined)
        context.addIssue({ code: 'custom', path: [n, 'id'], message: `rule ${before + 1} has the id ${id} as well` })
      else first.set(id, n)
      for (const { op, values } of when)
        if (op === 'glob' || op === 'regex')
          for (const value of values) {
            const pattern = compilePattern(op, value)
            if (typeof pattern !== 'string') programs += pattern.program
          }
    }
    if (programs > MAX_PROGRAMS)
      context.addIssue(`all patterns together are too large (${programs} steps; the limit is ${MAX_PROGRAMS})`)
  })

/**
 * One allocation rule: which meters, in which months, and what it says of them: a team, project, model or environment, or whom their cost is
 * split among. Of an ordered list the first rule that says something of a dimension decides it; see docs/allocation.md.
 */
export type AllocationRule = z.infer<typeof rule>
export type RuleCondition = AllocationRule['when'][number]

/** What is wrong with a rule list: where (`[3, 'when', 0, 'values', 1]`), whether with the key itself, and why. */
export type RuleProblem = { path: (string | number)[]; message: string; atKey?: true }

/** Checks a rule list that came from outside. */
export function parseRules(given: unknown): { rules: AllocationRule[] } | { problems: RuleProblem[] } {
  const parsed = ruleList.safeParse(given)
  if (parsed.success) return { rules: parsed.data }
  return {
    problems: parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
      if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is not known here`,
        atKey: true as const,
      }))
    }),
  }
}
