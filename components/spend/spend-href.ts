import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'

/** The Spend page with this filter. */
export function spendHref(filter: SpendFilter): string {
  return `/spend?${toSearchParams(filter)}`
}
