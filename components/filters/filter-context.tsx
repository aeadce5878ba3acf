'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { createContext, use, useMemo } from 'react'
import type { FilterDefaults, SpendFilter } from '@/lib/core/filter.ts'
import { parseFilter, toSearchParams } from '@/lib/core/filter.ts'
import { isCompared } from '@/lib/core/filter-edit.ts'
import type { Day } from '@/lib/core/period.ts'

/** What a page knows about its data: the defaults of its filter, and the days that there is data for. */
export type PageData = {
  defaults: FilterDefaults
  firstDay: Day
  asOf: Day
  currencies: readonly string[]
  /** The currency of most spend over all data: what a view leads with unless the address says otherwise. */
  homeCurrency: string
  /** Whether the reader may upload, and open Settings. */
  mayImport: boolean
  /** What amounts can be shown in: currencies of bills and of exchange rates. */
  reportingCurrencies: readonly string[]
}

const PageDataContext = createContext<PageData | null>(null)

export function PageDataProvider({ value, children }: { value: PageData; children: ReactNode }) {
  return <PageDataContext value={value}>{children}</PageDataContext>
}

/** The page's data range and defaults. Throws outside of PageDataProvider. */
export function usePageData(): PageData {
  const value = use(PageDataContext)
  if (!value) throw new Error('usePageData needs a PageDataProvider above it')
  return value
}

/** Parameters of this page's address that are not part of the filter, e.g. which measure a chart shows. */
const extraKeys = ['show', 'by', 'kind', 'hosts', 'dimension'] as const

export type UrlFilter = {
  filter: SpendFilter
  /** The address of this page with another filter. */
  hrefOf: (filter: SpendFilter) => string
  setFilter: (filter: SpendFilter) => void
  extra: (key: (typeof extraKeys)[number]) => string | null
  setExtra: (key: (typeof extraKeys)[number], value: string) => void
}

/**
 * The filter of this page, read from its address, which is its only place. Setting it writes the address without asking the server
 * for the page again: the panels fetch what they lack.
 */
export function useFilter(): UrlFilter {
  const params = useSearchParams()
  const path = usePathname()
  const { defaults } = usePageData()
  return useMemo(() => {
    const hrefOf = (filter: SpendFilter) => {
      const query = toSearchParams(filter)
      for (const key of extraKeys) {
        const value = params.get(key)
        if (value !== null) query.set(key, value)
      }
      return `${path}?${query}`
    }
    return {
      filter: parseFilter(params, defaults),
      hrefOf,
      setFilter: (filter) => pushUrl(hrefOf(filter)),
      extra: (key) => params.get(key),
      setExtra: (key, value) => {
        const query = new URLSearchParams(params)
        query.set(key, value)
        pushUrl(`${path}?${query}`)
      },
    }
  }, [params, path, defaults])
}

/** Whether a view of this page compares: asked for, and the data reaches back far enough. */
export function useCompared(filter: SpendFilter): boolean {
  return isCompared(filter, usePageData().firstDay)
}

/** Goes to another view of the same page; Next keeps useSearchParams in step. */
export function pushUrl(url: string): void {
  window.history.pushState(null, '', url)
}
