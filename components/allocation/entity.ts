import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { ABSENT, IDLE, valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'
import { withoutClause } from '@/lib/core/filter-edit.ts'

/** What has a page of its own. */
export const entityKinds = ['team', 'project', 'model'] as const
export type EntityKind = (typeof entityKinds)[number]

/** One team, project or model; null is what has none: Unallocated. */
export type Entity = { kind: EntityKind; name: string | null }

export const entityPaths: Record<EntityKind, string> = { team: '/teams', project: '/projects', model: '/models' }

/** Whether values of a dimension have pages of their own. */
export function isEntityKind(key: DimensionKey): key is EntityKind {
  return (entityKinds as readonly DimensionKey[]).includes(key)
}

/** The name in an address: `~` is Unallocated. Null where it cannot be one. */
export function entityOf(kind: EntityKind, segment: string): Entity | null {
  let name: string
  try {
    name = decodeURIComponent(segment)
  } catch {
    return null
  }
  if (name === '' || name === IDLE || name.includes('\0')) return null
  return { kind, name: name === ABSENT ? null : name }
}

/** What a page of the entity asks: the filter of its address, on this value alone. */
export function entityFilter(filter: SpendFilter, { kind, name }: Entity): SpendFilter {
  const rest = filter.clauses.filter((clause) => clause.dimension !== kind)
  return { ...filter, clauses: [...rest, { dimension: kind, negated: false, values: [name] }] }
}

/**
 * The page of a team, project or model in the same period, basis and currency, with the other clauses of the filter. Idle time is charged to
 * its owner there, unless the view shares it out.
 */
export function entityHref({ kind, name }: Entity, filter: SpendFilter): string {
  let others = filter
  for (const clause of filter.clauses) if (clause.dimension === kind) others = withoutClause(others, clause)
  const query = toSearchParams(others)
  query.delete('group')
  if (filter.idle === 'separate') query.delete('idle')
  return `${entityPaths[kind]}/${encodeURIComponent(name ?? ABSENT)}?${query}`
}

/** The name of an entity as people read it. */
export const entityLabel = ({ kind, name }: Entity) => valueLabel(kind, name)
