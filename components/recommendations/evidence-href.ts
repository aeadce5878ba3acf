import type { Day } from '@/lib/core/period.ts'
import { addDays } from '@/lib/core/period.ts'
import type { EvidenceLink } from '@/lib/recommendations/finding.ts'

/** The page that a row of evidence opens, over the 30 days it was found in; null where there is none. */
export function evidenceHref(link: EvidenceLink | undefined, asOf: Day): string | null {
  if (!link) return null
  const period = `from=${addDays(asOf, -30)}&to=${asOf}`
  const id = encodeURIComponent(link.id)
  switch (link.to) {
    case 'meter':
      return `/spend/meters/${id}?${period}`
    case 'project':
      return `/projects/${id}?${period}`
    case 'model':
      return `/models/${id}?${period}`
    case 'workload':
      return `/unit-economics/runs?run=${id}`
    case 'account':
      return `/spend?${period}&is.sub-account=${id}`
    case 'import':
      return `/imports/${id}`
    case 'catalogue':
      return null
  }
}
