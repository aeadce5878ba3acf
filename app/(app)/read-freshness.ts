import { cache } from 'react'
import type { Scope } from '@/lib/auth/scope.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import type { Freshness } from '@/lib/spend/freshness.ts'
import { metrics } from '@/lib/spend/index.ts'

const anyFilter = parseFilter(new URLSearchParams(), { asOf: '2000-01-02' })

/** What data there is. Asked once per page load however often it is called. */
export const readFreshness = cache((scope: Scope): Promise<Freshness> => metrics.freshness(scope, anyFilter))
