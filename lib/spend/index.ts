import { breakdown } from '@/lib/spend/breakdown.ts'
import { charges } from '@/lib/spend/charges.ts'
import { coverage } from '@/lib/spend/coverage.ts'
import { freshness } from '@/lib/spend/freshness.ts'
import { gpuClasses } from '@/lib/spend/gpu-classes.ts'
import { gpuMatrix } from '@/lib/spend/gpu-matrix.ts'
import { gpuRate } from '@/lib/spend/gpu-rate.ts'
import { meters } from '@/lib/spend/meters.ts'
import type { Metric } from '@/lib/spend/metric.ts'
import { movers } from '@/lib/spend/movers.ts'
import { series } from '@/lib/spend/series.ts'
import { totals } from '@/lib/spend/totals.ts'
import { values } from '@/lib/spend/values.ts'

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
} as const satisfies Record<string, Metric>

export type MetricName = keyof typeof metrics

/** What a metric answers, e.g. `MetricResult<'series'>` = SeriesRow[]. */
export type MetricResult<N extends MetricName> = Awaited<ReturnType<(typeof metrics)[N]>>

/** Whether text names a metric. */
export function isMetricName(text: string): text is MetricName {
  return Object.hasOwn(metrics, text)
}
