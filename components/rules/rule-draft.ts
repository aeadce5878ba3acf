import type { AllocationRule } from '@/lib/attribution/rule.ts'
import type { RuleField, RuleOp, SplitBasis } from '@/lib/core/rule-words.ts'
import { ruleDimensions, ruleOps } from '@/lib/core/rule-words.ts'

export type ConditionDraft = { field: string; op: RuleOp /** One value a line. */; values: string }
export type ReceiverDraft = { team: string; project: string; model: string; percent: string }

/** A rule as the form has it: all texts, and both kinds of effect, so that a switch between them loses nothing. */
export type RuleDraft = {
  id: string
  name: string
  enabled: boolean
  validFrom: string
  validTo: string
  when: ConditionDraft[]
  effect: 'set' | 'split'
  set: Record<(typeof ruleDimensions)[number], string>
  by: SplitBasis
  to: ReceiverDraft[]
}

export const emptyReceiver: ReceiverDraft = { team: '', project: '', model: '', percent: '' }
export const emptyCondition: ConditionDraft = { field: 'resource-name', op: 'glob', values: '' }

/** A form for a rule that is not there yet. */
export function emptyDraft(): RuleDraft {
  return {
    id: '',
    name: '',
    enabled: true,
    validFrom: '',
    validTo: '',
    when: [emptyCondition],
    effect: 'set',
    set: { team: '', project: '', model: '', environment: '' },
    by: 'even',
    to: [emptyReceiver, emptyReceiver],
  }
}

/** The form of a rule. */
export function draftOf(rule: AllocationRule): RuleDraft {
  const text = (value: string | undefined) => value ?? ''
  const empty = emptyDraft()
  return {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    validFrom: text(rule.validFrom),
    validTo: text(rule.validTo),
    when: rule.when.map(({ field, op, values }) => ({ field, op, values: values.join('\n') })),
    effect: rule.split ? 'split' : 'set',
    set: {
      team: text(rule.set?.team),
      project: text(rule.set?.project),
      model: text(rule.set?.model),
      environment: text(rule.set?.environment),
    },
    by: rule.split?.by ?? empty.by,
    to:
      rule.split?.to.map(({ team, project, model, percent }) => ({
        team: text(team),
        project: text(project),
        model: text(model),
        percent: text(percent),
      })) ?? empty.to,
  }
}

/** The rule that a form says, unchecked: the server says what is wrong with it. `ids` are taken already. */
export function ruleOf(draft: RuleDraft, ids: readonly string[]): AllocationRule {
  const { name, enabled, validFrom, validTo, effect, by } = draft
  const filled = (value: string) => (value.trim() === '' ? undefined : value.trim())
  const rule: AllocationRule = {
    id: draft.id || freeId(name, ids),
    name: name.trim(),
    enabled,
    when: draft.when.map(({ field, op, values }) => ({
      field: field as RuleField,
      op,
      values: takesValues(op) ? values.split('\n').flatMap((value) => filled(value) ?? []) : [],
    })),
  }
  if (filled(validFrom)) rule.validFrom = validFrom
  if (filled(validTo)) rule.validTo = validTo
  if (effect === 'set') {
    const set: NonNullable<AllocationRule['set']> = {}
    for (const key of ruleDimensions) {
      const value = filled(draft.set[key])
      if (value) set[key] = value
    }
    rule.set = set
    return rule
  }
  rule.split = {
    by,
    to: draft.to.map((receiver) => {
      const one: NonNullable<AllocationRule['split']>['to'][number] = {}
      for (const key of ['team', 'project', 'model'] as const) {
        const value = filled(receiver[key])
        if (value) one[key] = value
      }
      const percent = filled(receiver.percent)
      if (by === 'percent' && percent) one.percent = percent
      return one
    }),
  }
  return rule
}

/** Whether a comparison needs values. */
export function takesValues(op: RuleOp): boolean {
  return ruleOps.find(({ key }) => key === op)?.takes === 'values'
}

/** An id made from a name that no other rule has. */
export function freeId(name: string, ids: readonly string[]): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const base = words.slice(0, 56).replace(/-+$/, '') || 'rule'
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`
    if (!ids.includes(id)) return id
  }
}
