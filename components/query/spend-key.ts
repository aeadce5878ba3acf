import type { SpendFilter } from '@/lib/core/filter.ts'
import { filterKey } from '@/lib/core/filter.ts'

export type SpendParams = Readonly<Record<string, string>>

/** The cache key of a metric: the same on the server, which fills it, and in the browser, which reads it. */
export function spendKey(metric: string, filter: SpendFilter, params: SpendParams = {}) {
  return ['spend', metric, filterKey(filter), params] as const
}

/** Where a metric answers. The period goes along as days, so that the answer does not depend on when it is asked. */
export function spendUrl(metric: string, filter: SpendFilter, params: SpendParams = {}): string {
  const query = new URLSearchParams(filterKey(filter))
  for (const [name, value] of Object.entries(params)) query.set(name, value)
  return `/api/spend/${metric}?${query}`
}
