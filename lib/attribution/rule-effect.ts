import type { RuleField } from '@/lib/core/rule-words.ts'
import { ruleFields } from '@/lib/core/rule-words.ts'

/** A text with placeholders: literal pieces, groups of the rule's regular expression, and fields of the meter. */
export type EffectText = readonly ({ literal: string } | { group: number } | { field: RuleField })[]

const PLACEHOLDER = /\$\$|\$(\d)|\{([^{}]*)\}/g

/**
 * Reads the text that a rule sets: `$1` is a group of the rule's one regular expression, `{tag:key}` or `{resource-name}` a label of the
 * meter, `$$` a dollar sign. Returns a sentence instead where a placeholder means nothing.
 */
export function parseEffect(text: string): EffectText | string {
  const pieces: ({ literal: string } | { group: number } | { field: RuleField })[] = []
  let at = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > at) pieces.push({ literal: text.slice(at, match.index) })
    at = match.index + match[0].length
    const [whole, group, field] = match
    if (whole === '$$') pieces.push({ literal: '$' })
    else if (group !== undefined) pieces.push({ group: Number(group) })
    else if (isRuleField(field ?? '')) pieces.push({ field: field as RuleField })
    else
      return `{${field}} is no label of a meter: write {tag:KEY} or one of ${ruleFields.map(({ key }) => `{${key}}`).join(', ')}`
  }
  if (at < text.length) pieces.push({ literal: text.slice(at) })
  return pieces
}

/** Whether a text names something that conditions and placeholders can look at. */
export function isRuleField(text: string): text is RuleField {
  return ruleFields.some(({ key }) => key === text) || (text.startsWith('tag:') && text.slice(4).trim() !== '')
}

/** The text for one meter, trimmed; null where a label or group that it needs is not there, so that nothing is half-named. */
export function fillEffect(
  effect: EffectText,
  labelOf: (field: RuleField) => string | null,
  groups: () => readonly (string | null)[],
): string | null {
  let text = ''
  for (const piece of effect) {
    const part = 'literal' in piece ? piece.literal : 'group' in piece ? groups()[piece.group] : labelOf(piece.field)
    if (part === null || part === undefined || part === '') return null
    text += part
  }
  return text.trim() || null
}
