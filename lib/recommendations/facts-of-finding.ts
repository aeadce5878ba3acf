import type { Facts } from './facts/facts.ts'
import type { FactKeys, FactList } from './finding.ts'

const lists: readonly FactList[] = [
  'machines',
  'commitments',
  'baseLoads',
  'services',
  'apiModels',
  'runs',
  'stores',
  'transfers',
  'inventory',
  'checkpoints',
  'unowned',
  'priceMoves',
]

/** The facts with only these entries and the items they name; what is left gives the same finding again, and is small enough to keep. */
export function factsOf(facts: Facts, uses: FactKeys, items: readonly string[]): Facts {
  const kept = Object.fromEntries(
    lists.map((list) => {
      const keys = new Set(uses[list] ?? [])
      return [list, (facts[list] as readonly { key: string }[]).filter(({ key }) => keys.has(key))]
    }),
  )
  const named = new Set([...items, ...itemsIn(kept)])
  return {
    ...facts,
    ...kept,
    items: Object.fromEntries([...named].sort().flatMap((key) => (facts.items[key] ? [[key, facts.items[key]]] : []))),
  } as Facts
}

/** Every item that entries of the facts name. */
function itemsIn(kept: Record<string, unknown>): string[] {
  const entries = Object.values(kept).flat() as {
    key: string
    item?: string
    items?: string[]
    parts?: { item: string }[]
  }[]
  return entries.flatMap(({ key, item, items = [], parts = [] }) => [
    key,
    ...(item ? [item] : []),
    ...items,
    ...parts.map((part) => part.item),
  ])
}
