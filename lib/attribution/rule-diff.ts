import type { AllocationRule } from './rule.ts'

/** What became of a rule list, by the rules' ids. `moved`: the rules that both have stand in another order. */
export type RuleDiff = { added: string[]; changed: string[]; removed: string[]; moved: boolean }

/** Compares two rule lists. Nothing differs: three empty lists and not moved. */
export function diffRules(before: readonly AllocationRule[], after: readonly AllocationRule[]): RuleDiff {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const now = new Map(after.map((rule) => [rule.id, rule]))
  const kept = after.filter(({ id }) => old.has(id))
  const order = (rules: readonly AllocationRule[]) => rules.map(({ id }) => id).join('\0')
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: kept.filter((rule) => canonical(rule) !== canonical(old.get(rule.id))).map(({ id }) => id),
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    moved: order(kept) !== order(before.filter(({ id }) => now.has(id))),
  }
}

/** Whether two rule lists are the same. */
export function sameRules(before: readonly AllocationRule[], after: readonly AllocationRule[]): boolean {
  const { added, changed, removed, moved } = diffRules(before, after)
  return added.length + changed.length + removed.length === 0 && !moved
}

/** The ids of the split rules that both lists have and that share their cost out otherwise. */
export function resplit(before: readonly AllocationRule[], after: readonly AllocationRule[]): Set<string> {
  const old = new Map(before.map(({ id, split }) => [id, canonical(split)]))
  return new Set(after.filter(({ id, split }) => split && old.get(id) !== canonical(split)).map(({ id }) => id))
}

/** JSON with sorted keys, because a database does not keep their order. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
