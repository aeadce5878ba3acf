import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { formatMonth } from '@/lib/core/format-date.ts'
import { ruleDimensions, ruleFieldLabel, ruleOps, splitBases } from '@/lib/core/rule-words.ts'

/** Which meters a rule means, in a line. */
export function conditionText({ when }: AllocationRule): string {
  if (when.length === 0) return 'every meter'
  return when
    .map(({ field, op, values }) => {
      const word = op === 'glob' ? 'like' : op === 'regex' ? 'matches' : ruleOps.find(({ key }) => key === op)?.label
      return [ruleFieldLabel(field), word, values.join(' or ')].filter(Boolean).join(' ')
    })
    .join(', and ')
}

/** What a rule says of them, in a line. */
export function effectText({ set, split }: AllocationRule): string {
  if (set) return ruleDimensions.flatMap((key) => (set[key] ? `${key} ${set[key]}` : [])).join(', ')
  if (!split) return ''
  const who = split.to.map(({ team, project, model, percent }) =>
    [team ?? project ?? model, percent && `${percent}%`].filter(Boolean).join(' '),
  )
  const by = splitBases.find(({ key }) => key === split.by)?.label.toLowerCase()
  return `split ${split.by === 'percent' ? '' : `${by} `}among ${who.join(', ')}`
}

/** In which months a rule holds; empty: always. */
export function monthsText({ validFrom, validTo }: AllocationRule): string {
  const [from, to] = [validFrom, validTo].map((month) => month && formatMonth(`${month}-01`))
  if (from && to) return `${from} to ${to}`
  if (from) return `from ${from}`
  return to ? `to ${to}` : ''
}

/** What said something of a meter: `rule:<id>`, `tag:<key>`, `meter:<rule>`; null: nothing. */
export function sourceText(source: string | null, rules: readonly AllocationRule[]): string {
  if (source === null) return 'Unallocated'
  if (source.startsWith('tag:')) return `tag ${source.slice(4)}`
  if (!source.startsWith('rule:')) return 'the bill’s own text'
  const id = source.slice(5)
  return rules.find((rule) => rule.id === id)?.name ?? `the removed rule ${id}`
}

/** A team of a preview: `~` is Unallocated, `~split:<rule>` what a rule shares out. */
export function teamText(team: string, rules: readonly AllocationRule[]): string {
  if (team === '~') return 'Unallocated'
  return team.startsWith('~split:') ? `Split by ${sourceText(`rule:${team.slice(7)}`, rules)}` : team
}
