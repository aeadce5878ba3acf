import type { DehydratedState } from '@tanstack/react-query'
import { dehydrate } from '@tanstack/react-query'
import type { PageData } from '@/components/filters/filter-context.tsx'
import { makeQueryClient } from '@/components/query/client.ts'
import type { SpendParams } from '@/components/query/spend-key.ts'
import { spendKey } from '@/components/query/spend-key.ts'
import { paletteFilter } from '@/components/spend/queries.ts'
import { may } from '@/lib/auth/permissions.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import type { FilterDefaults, SpendFilter } from '@/lib/core/filter.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { mainCurrency } from '@/lib/core/main-currency.ts'
import type { Day } from '@/lib/core/period.ts'
import type { MetricName } from '@/lib/spend/index.ts'
import { metrics } from '@/lib/spend/index.ts'
import { listReportingCurrencies } from '@/lib/spend/reporting-currencies.ts'
import { readFreshness } from './read-freshness.ts'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** What a spend page needs to begin with: its data range and its filter; null before the first import. */
export async function readPage(
  scope: Scope,
  searchParams: SearchParams,
  defaults: Omit<FilterDefaults, 'asOf'>,
): Promise<{ data: PageData; filter: SpendFilter } | null> {
  const { firstDay, asOf, currencies } = await readFreshness(scope)
  if (firstDay === null || asOf === null) return null
  const data = {
    defaults: { ...defaults, asOf },
    firstDay,
    asOf,
    currencies,
    homeCurrency: await homeCurrency(scope, firstDay, asOf),
    mayImport: may(scope.role, 'imports:write'),
    reportingCurrencies: await listReportingCurrencies(),
  }
  return { data, filter: parseFilter(toParams(await searchParams), data.defaults) }
}

async function homeCurrency(scope: Scope, firstDay: Day, asOf: Day): Promise<string> {
  const rows = await metrics.totals(scope, paletteFilter('team', { firstDay, asOf }))
  return mainCurrency(rows, null) ?? 'USD'
}

function toParams(record: Awaited<SearchParams>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(record)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, one)
    }
  }
  return params
}

export type Ask = readonly [metric: MetricName, filter: SpendFilter, params?: SpendParams]

/**
 * Asks metrics in this process, under the keys that the browser will look for, so that the numbers are in the HTML. What fails here is
 * left out: the panel asks again and shows the error.
 */
export async function prefetch(scope: Scope, asks: readonly Ask[]): Promise<DehydratedState> {
  const client = makeQueryClient()
  await Promise.all(
    asks.map(([metric, filter, params]) =>
      client.prefetchQuery({
        queryKey: spendKey(metric, filter, params),
        queryFn: (): Promise<unknown> => metrics[metric](scope, filter, params),
        retry: false,
      }),
    ),
  )
  return dehydrate(client)
}
