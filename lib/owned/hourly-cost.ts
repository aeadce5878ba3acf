import { AppError } from '@/lib/core/errors.ts'
import type { Day } from '@/lib/core/period.ts'
import { addMonths, monthStart } from '@/lib/core/period.ts'
import { decimalOf, SCALE } from './exact-share.ts'
import type { Component, OwnedTerms } from './owned-cluster.ts'
import { components, gpusOf, nodeDays } from './owned-cluster.ts'
import type { OwnedDraft } from './read-terms.ts'
import { readTerms } from './read-terms.ts'

/** What a GPU-hour available costs, in all and by component: decimal text in the cluster's currency, cut at 6 decimals. */
export type HourlyCost = {
  currency: string
  gpus: number
  nodes: number
  month: Day
  perGpuHour: string
  parts: Record<Component, string>
}

/** The cost per GPU-hour available in the first month that the cluster is in service from its first day to its last. Pure. */
export function hourlyCost(terms: OwnedTerms): HourlyCost {
  const first = monthStart(terms.inServiceFrom)
  const month = first === terms.inServiceFrom ? first : addMonths(first, 1)
  const gone = terms.outOfServiceFrom
  const asked = gone !== null && gone <= month ? first : month
  const days = nodeDays(terms, asked, addMonths(asked, 1))
  const gpuHours = days.reduce((sum, { group }) => sum + BigInt(group.gpusPerNode) * 24n, 0n)
  const rate = (units: bigint) => rounded(gpuHours === 0n ? 0n : units / gpuHours)
  const sums = components.map((component) => days.reduce((sum, { cost }) => sum + cost[component], 0n))
  const parts = Object.fromEntries(components.map((component, at) => [component, rate(sums[at] ?? 0n)]))
  return {
    currency: terms.currency,
    gpus: gpusOf(terms),
    nodes: terms.groups.reduce((sum, { names }) => sum + names.length, 0),
    month: asked,
    perGpuHour: rate(sums.reduce((sum, one) => sum + one, 0n)),
    parts: parts as Record<Component, string>,
  }
}

/** The cost of a cluster that is being typed: nothing is wrong with a form that is not finished. */
export function previewCost(draft: OwnedDraft): { cost: HourlyCost | null; missing: string | null } {
  try {
    return { cost: hourlyCost(readTerms(draft)), missing: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { cost: null, missing: error.message }
  }
}

function rounded(units: bigint): string {
  const step = 10n ** (SCALE - 6n)
  return decimalOf((units / step) * step)
}
