'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ApiError } from '@/components/query/fetch-json.ts'
import { fetchJson } from '@/components/query/fetch-json.ts'
import type { RulePreview } from '@/lib/attribution/preview-sums.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'

const WAIT_MS = 350

/** What a draft of the rules would do, asked once the draft has rested; the last answer stays until then. `null` asks nothing. */
export function usePreview(rules: readonly AllocationRule[] | null) {
  const wanted = rules && JSON.stringify({ rules })
  const [asked, setAsked] = useState(wanted)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), WAIT_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  return useQuery<RulePreview, ApiError>({
    queryKey: ['rules-preview', asked],
    queryFn: ({ signal }) =>
      fetchJson<RulePreview>('/api/rules/preview', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: asked ?? '',
        signal,
      }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
