'use client'

import type { ReactNode } from 'react'
import { ErrorState } from '@/components/ui/state.tsx'
import type { ApiError } from './fetch-json.ts'

/** The part of a query result that a panel needs. */
export type Loadable<T> = {
  data: T | undefined
  error: ApiError | null
  isPlaceholderData: boolean
  refetch: () => unknown
}

/** Two results as one: data when both have it, the first error. */
export function both<A, B>(a: Loadable<A>, b: Loadable<B>): Loadable<readonly [A, B]> {
  return {
    data: a.data !== undefined && b.data !== undefined ? [a.data, b.data] : undefined,
    error: a.error ?? b.error,
    isPlaceholderData: a.isPlaceholderData || b.isPlaceholderData,
    refetch: () => {
      if (a.error) a.refetch()
      if (b.error) b.refetch()
    },
  }
}

/**
 * Shows data, or the shape of it while it loads, or what went wrong. While newer data loads the old figures stay at 55% ink.
 */
export function QueryPanel<T>(props: {
  result: Loadable<T>
  /** What could not be read, as the subject of a sentence: "The teams". */
  what: string
  skeleton: ReactNode
  children: (data: T) => ReactNode
}) {
  const { data, error, isPlaceholderData, refetch } = props.result
  if (error) {
    return (
      <ErrorState title={`${props.what} could not be read`} code={error.code} onRetry={refetch}>
        {error.message}
      </ErrorState>
    )
  }
  if (data === undefined) return <div aria-busy="true">{props.skeleton}</div>
  return (
    <div className={isPlaceholderData ? 'stale' : undefined} aria-busy={isPlaceholderData}>
      {props.children(data)}
    </div>
  )
}
