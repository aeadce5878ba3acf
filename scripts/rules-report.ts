import type { Amount, RulePreview } from '@/lib/attribution/preview-sums.ts'
import { NOBODY } from '@/lib/attribution/preview-sums.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { diffRules, sameRules } from '@/lib/attribution/rule-diff.ts'
import type { CurrentRules } from '@/lib/attribution/rule-versions.ts'
import type { RuleFileProblem } from '@/lib/attribution/rule-yaml.ts'
import { compare } from '@/lib/core/money.ts'

/** What is wrong with a rule file, one line each: the place, the reason, what stands there, and what to do. */
export function refusals(file: string, problems: readonly RuleFileProblem[]): string[] {
  const lines = problems.map(
    ({ line, column, reason, value }) => `${file}:${line}:${column}: ${reason}${value ? `, at: ${value}` : ''}`,
  )
  return [...lines, 'Refused, nothing was changed: correct these places and run it again.']
}

/** What the rules of a file would change, in lines: which rules, how many meters and charges, and the money of each team that changes. */
export function checkReport(current: CurrentRules, rules: readonly AllocationRule[], preview: RulePreview): string[] {
  if (sameRules(current.rules, rules)) return [`Nothing changes: version ${current.version} has these rules.`]
  const { added, changed, removed, moved } = diffRules(current.rules, rules)
  const named = (what: string, ids: readonly string[]) => (ids.length > 0 ? [`${what}: ${ids.join(', ')}`] : [])
  const teams = preview.teams.filter(({ before, after }) => compare(before, after) !== 0)
  const [first, last] = [preview.months[0], preview.months.at(-1)]
  return [
    ...named('added', added),
    ...named('changed', changed),
    ...named('removed', removed),
    ...(moved ? ['The order changes.'] : []),
    first ? `In ${first} to ${last}, by effective cost:` : 'There is no data yet that rules could change.',
    `changes ${amount(preview.changed)}`,
    ...teams
      .sort((a, b) => (a.team < b.team ? -1 : 1))
      .map(({ team, currency, before, after }) => `team ${teamName(team)}: ${before} -> ${after} ${currency}`),
    `in all ${amount(preview.before)} before, ${amount(preview.after)} after`,
  ]
}

function amount({ meters, charges, unpriced, costs }: Amount): string {
  const money = Object.entries(costs).map(([currency, cost]) => `${cost} ${currency}`)
  const parts = [`${meters} meters`, `${charges} charges`, ...money]
  return [...parts, ...(unpriced > 0 ? [`${unpriced} charges without a price`] : [])].join(', ')
}

function teamName(team: string): string {
  if (team === NOBODY) return '(unallocated)'
  return team.startsWith('~split:') ? `(split by ${team.slice('~split:'.length)})` : team
}
