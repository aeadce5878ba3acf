import { RE2Set } from 're2js'
import { providerSlug } from '@/lib/catalog/provider.ts'
import type { RuleField } from '@/lib/core/rule-words.ts'
import type { AllocationRule, RuleCondition } from './rule.ts'
import type { RuleMeter } from './rule-labels.ts'
import { fieldReader } from './rule-labels.ts'
import type { CompiledPattern } from './rule-pattern.ts'
import { compilePattern, groupsOf } from './rule-pattern.ts'

/** A condition ready to be asked. `groups` is there for regular expressions: those of the first pattern that matches. */
export type Condition = {
  price: number
  holds: (labels: Labels) => boolean
  groups?: (labels: Labels) => readonly (string | null)[]
}

/** The fields that a rule list looks at, each with all its patterns in one automaton, so that a text is read once for all rules. */
export type RuleFields = { slot: (field: RuleField) => Slot; read: (meter: RuleMeter) => Labels }

/** One meter while rules are asked about it: fields are read when a rule first wants them. */
export type Labels = {
  of: (slot: Slot) => Read
  text: (field: RuleField) => string | null
}

type Read = { texts: readonly string[]; lower: readonly string[] }
type Slot = { index: number; read: (meter: RuleMeter) => string[]; patterns: PatternSet }

const MOST_REMEMBERED = 20_000

/** Finds the fields that rules look at and compiles their patterns. */
export function fieldsOf(rules: readonly AllocationRule[]): RuleFields {
  const slots = new Map<RuleField, Slot>()
  const slot = (field: RuleField): Slot => {
    const known = slots.get(field)
    if (known) return known
    const made = { index: slots.size, read: fieldReader(field), patterns: patternSet() }
    slots.set(field, made)
    return made
  }
  for (const { when } of rules) for (const { field } of when) slot(field)
  return {
    slot,
    read: (meter) => {
      const read: Read[] = []
      const of = ({ index, read: texts }: Slot): Read => {
        const known = read[index]
        if (known) return known
        const found = texts(meter)
        const made = { texts: found, lower: found.map((text) => text.toLowerCase()) }
        read[index] = made
        return made
      }
      return { of, text: (field) => of(slot(field)).texts[0] ?? null }
    },
  }
}

/** Makes one condition ready; its patterns join those of its field. */
export function compileCondition({ field, op, values }: RuleCondition, fields: RuleFields): Condition {
  const slot = fields.slot(field)
  if (op === 'exists') return { price: 0, holds: (labels) => labels.of(slot).texts.length > 0 }
  if (op === 'absent') return { price: 0, holds: (labels) => labels.of(slot).texts.length === 0 }
  if (op === 'is' || op === 'is-not') {
    const wanted = new Set(values.map((value) => comparable(field, value)))
    const any = (labels: Labels) => labels.of(slot).lower.some((text) => wanted.has(text))
    return { price: 1, holds: op === 'is' ? any : (labels) => !any(labels) }
  }
  const patterns = values.map((value) => {
    const pattern = compilePattern(op, value)
    if (typeof pattern === 'string') throw new RangeError(`${JSON.stringify(value)}: ${pattern}`)
    return { pattern, number: slot.patterns.add(pattern) }
  })
  const holds = (labels: Labels) =>
    labels.of(slot).texts.some((text) => {
      const hits = slot.patterns.hits(text)
      return hits !== null && patterns.some(({ number }) => hits.has(number))
    })
  if (op === 'glob') return { price: 2, holds }
  return {
    price: 2,
    holds,
    groups: (labels) => {
      for (const text of labels.of(slot).texts) {
        const hits = slot.patterns.hits(text)
        const hit = hits === null ? undefined : patterns.find(({ number }) => hits.has(number))
        if (hit) return groupsOf(hit.pattern, text)
      }
      return []
    },
  }
}

/** Upper and lower case compare alike; a provider may be written as in its bills. */
function comparable(field: RuleField, value: string): string {
  return field === 'provider' ? providerSlug(value) : value.trim().toLowerCase()
}

type PatternSet = {
  add: (pattern: CompiledPattern) => number
  /** The numbers of the patterns that match a text; null: none. */
  hits: (text: string) => ReadonlySet<number> | null
}

/** Patterns that are matched together in one pass over a text. Answers are remembered, because many meters share their labels. */
function patternSet(): PatternSet {
  const set = new RE2Set()
  const numbers = new Map<string, number>()
  const remembered = new Map<string, ReadonlySet<number> | null>()
  let ready = false
  return {
    add: ({ source }) => {
      const known = numbers.get(source)
      if (known !== undefined) return known
      const number = set.add(source)
      numbers.set(source, number)
      return number
    },
    hits: (text) => {
      const known = remembered.get(text)
      if (known !== undefined) return known
      if (!ready) set.compile()
      ready = true
      const found = set.match(text)
      const hits = found.length > 0 ? new Set(found) : null
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      remembered.set(text, hits)
      return hits
    },
  }
}
