import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query'
import { ApiError } from './fetch-json.ts'

const SECONDS_FRESH = 60

/**
 * A query client: one per browser, one per request on the server. Bills change only by imports, which invalidate; so data stays
 * fresh for a minute and an answer of 4xx is not asked again.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: SECONDS_FRESH * 1000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && !(error instanceof ApiError && error.status < 500),
      },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  })
}
