import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'

export const worklistDimensions = ['team', 'project', 'model'] as const
export type WorklistDimension = (typeof worklistDimensions)[number]

/** The dimension that an address asks for; team where it asks for none of the three. */
export function worklistDimension(given: unknown): WorklistDimension {
  return worklistDimensions.find((key) => key === given) ?? 'team'
}

/** What nothing names in this dimension, within the view. */
export function unknownFilter(filter: SpendFilter, dimension: WorklistDimension): SpendFilter {
  return { ...narrow(filter, dimension, null), compare: false, group: 'team', grain: 'total' }
}
