import { breakdown } from '@/lib/spend/breakdown.ts'
import { charges } from '@/lib/spend/charges.ts'
import { costSources } from '@/lib/spend/cost-sources.ts'
import { coverage } from '@/lib/spend/coverage.ts'
import { freshness } from '@/lib/spend/freshness.ts'
import { gpuClasses } from '@/lib/spend/gpu-classes.ts'
import { gpuMatrix } from '@/lib/spend/gpu-matrix.ts'
import { gpuRate } from '@/lib/spend/gpu-rate.ts'
import { heatMap } from '@/lib/spend/heat-map.ts'
import { hostUsage } from '@/lib/spend/host-usage.ts'
import { meters } from '@/lib/spend/meters.ts'
import type { Metric } from '@/lib/spend/metric.ts'
import { movers } from '@/lib/spend/movers.ts'
import { series } from '@/lib/spend/series.ts'
import { tokenCost } from '@/lib/spend/token-cost.ts'
import { totals } from '@/lib/spend/totals.ts'
import { unitCost } from '@/lib/spend/unit-cost.ts'
import { unmatchedHosts } from '@/lib/spend/unmatched-hosts.ts'
import { usageSplit } from '@/lib/spend/usage-split.ts'
import { utilisation } from '@/lib/spend/utilisation.ts'
import { values } from '@/lib/spend/values.ts'
import { workloadDays } from '@/lib/spend/workload-days.ts'
import { workloads } from '@/lib/spend/workloads.ts'

/** The registry of metrics: a new one is one file and one line, and a row in docs/metrics.md. The name is the URL's. */
export const metrics = {
  series,
  breakdown,
  totals,
  'gpu-classes': gpuClasses,
  'gpu-matrix': gpuMatrix,
  'gpu-rate': gpuRate,
  meters,
  charges,
  values,
  freshness,
  movers,
  coverage,
  'usage-split': usageSplit,
  'cost-sources': costSources,
  utilisation,
  'unit-cost': unitCost,
  'token-cost': tokenCost,
  workloads,
  'workload-days': workloadDays,
  'heat-map': heatMap,
  'host-usage': hostUsage,
  'unmatched-hosts': unmatchedHosts,
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metrics

/** What a metric answers, e.g. `MetricResult<'series'>` = SeriesRow[]. */
export type MetricResult<N extends MetricName> = Awaited<ReturnType<(typeof metrics)[N]>>

/** Whether text names a metric. */
export function isMetricName(text: string): text is MetricName {
  return Object.hasOwn(metrics, text)
}
