'use client'

import { useState } from 'react'
import { ApiError } from '@/components/query/fetch-json.ts'

export type Action = {
  busy: boolean
  /** What went wrong the last time, in the server's words; undefined after a success. */
  error: string | undefined
  run: (work: () => Promise<void>) => Promise<void>
}

/** Runs one thing at a time and keeps whether it runs and what went wrong. `run` does not reject. */
export function useAction(initialError?: string): Action {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState(initialError)
  const run = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      setError(
        cause instanceof ApiError ? cause.message : 'The browser could not do this. Reload the page and try again.',
      )
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, run }
}
