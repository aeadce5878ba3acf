import type { SpendFilter } from '@/lib/core/filter.ts'
import { toSearchParams } from '@/lib/core/filter.ts'

/** The page of a workload, with the filter of the view that it was found in. */
export function workloadHref(workload: string, kind: string | null, filter: SpendFilter): string {
  const query = toSearchParams(filter)
  query.delete('group')
  if (kind !== null) query.set('kind', kind)
  return `/workloads/${encodeURIComponent(workload)}?${query}`
}

/** `1 Sep 09:30–18:00` within a day, else the days alone: `1 Sep – 3 Oct`. Instants are ISO, UTC. */
export function shortSpan(from: string, to: string): string {
  const [day] = shortInstant(from).split(/ (?=\d\d:)/)
  const [last] = shortInstant(to).split(/ (?=\d\d:)/)
  return day === last ? `${shortInstant(from)}–${to.slice(11, 16)}` : `${day} – ${last}`
}

/** `1 Sep 09:30`: an ISO instant, UTC, short. */
export function shortInstant(iso: string): string {
  const at = new Date(iso)
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return `${day} ${iso.slice(11, 16)}`
}
