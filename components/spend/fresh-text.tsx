'use client'

import { usePageData } from '@/components/filters/filter-context.tsx'
import { formatDay } from '@/lib/core/format-date.ts'
import { addDays } from '@/lib/core/period.ts'

/** How far the data goes. */
export function FreshText() {
  const { asOf } = usePageData()
  return <>Data through {formatDay(addDays(asOf, -1))}, UTC</>
}
