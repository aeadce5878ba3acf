import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'

/** The page of a workload, with the filter of the view that it was found in. */
export function workloadHref(workload: string, kind: string | null, filter: SpendFilter): string {
  const query = toSearchParams(filter)
  query.delete('group')
  if (kind !== null) query.set('kind', kind)
  return `/workloads/${encodeURIComponent(workload)}?${query}`
}

/** `1 Sep 09:30`: an ISO instant, UTC, short. */
export function shortInstant(iso: string): string {
  const at = new Date(iso)
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return `${day} ${iso.slice(11, 16)}`
}
