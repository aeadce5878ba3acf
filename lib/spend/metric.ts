import type { Scope } from '@/lib/auth/scope.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'

/** What a metric may need beside the filter, straight from the URL: each metric checks what it reads. */
export type MetricParams = Readonly<Record<string, string | undefined>>

/** A metric: plain JSON out, money as decimal text, counts as integers, days as `YYYY-MM-DD`. */
export type Metric = (scope: Scope, filter: SpendFilter, params?: MetricParams) => Promise<unknown>
