import type { RuleSuggestion } from '@/lib/attribution/suggest-rule.ts'
import { formatCount, formatMoney } from '@/lib/core/format.ts'
import type { RuleDraft } from './rule-draft.ts'
import { emptyDraft } from './rule-draft.ts'

/** A form for a rule that would catch an unknown meter and its likes; what is missing is the name to give them. */
export function suggestedDraft({ name, when }: RuleSuggestion): RuleDraft {
  return {
    ...emptyDraft(),
    name,
    when: when.map(({ field, op, values }) => ({ field, op, values: values.join('\n') })),
  }
}

/** How much such a rule would catch, in a sentence. */
export function suggestionText({ dimension, others, costs }: RuleSuggestion): string {
  const money = Object.entries(costs).map(([currency, cost]) => formatMoney(cost, currency))
  const more =
    others === 0 ? 'this meter alone' : `this meter and ${formatCount(others)} ${others === 1 ? 'other' : 'others'}`
  const worth = money.length > 0 ? `, ${money.join(' and ')} in three months` : ''
  return `These conditions catch ${more} without a ${dimension}${worth}. Say below whose they are.`
}
