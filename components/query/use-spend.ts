'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SpendFilter } from '@/lib/core/filter.ts'
import type { MetricName, MetricResult } from '@/lib/spend/index.ts'
import type { ApiError } from './fetch-json.ts'
import { fetchJson } from './fetch-json.ts'
import type { SpendParams } from './spend-key.ts'
import { spendKey, spendUrl } from './spend-key.ts'

/**
 * What a metric answers for a filter. While another filter loads, the last answer stays (isPlaceholderData); an outdated request is
 * aborted. `null` asks nothing.
 */
export function useSpend<Name extends MetricName>(
  metric: Name,
  filter: SpendFilter | null,
  params?: SpendParams,
): UseQueryResult<MetricResult<Name>, ApiError> {
  return useQuery<MetricResult<Name>, ApiError>({
    queryKey: filter ? spendKey(metric, filter, params) : ['spend', metric, 'none'],
    queryFn: ({ signal }) => fetchJson<MetricResult<Name>>(spendUrl(metric, filter as SpendFilter, params), { signal }),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
  })
}
