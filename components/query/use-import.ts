'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import type { ImportDetail, ImportList, ImportSummary } from '@/lib/import/history.ts'

type State = ImportSummary['state']

const BUSY_MS = 700
const WAITING_MS = 3000

/** How soon to ask again about an import in this state, in milliseconds; false once nothing can change by itself. */
function pollInterval(state: State | undefined): number | false {
  if (state === 'received' || state === 'running') return BUSY_MS
  return state === 'needs_answer' || state === 'awaiting' ? WAITING_MS : false
}

/** One page of the history, asked for again while any import on it is on its way. */
export function useImports(page: number, initial: ImportList) {
  return useQuery({
    queryKey: ['imports', 'list', page],
    queryFn: ({ signal }) => fetchJson<ImportList>(`/api/imports?page=${page}`, { signal }),
    initialData: page === initial.page ? initial : undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const waits = state.data?.imports.map((row) => pollInterval(row.state)).filter((ms) => ms !== false) ?? []
      return waits.length > 0 ? Math.min(...waits) : false
    },
  })
}

/** One import, asked for again until it is in a final state. What spend shows is read anew once it is published or undone. */
export function useImport(id: number, initial: ImportDetail) {
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => fetchJson<ImportDetail>(`/api/imports/${id}`, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => pollInterval(state.data?.state),
  })
  const { state } = query.data
  useEffect(() => {
    if (state !== initial.state && (state === 'published' || state === 'reverted')) {
      void client.invalidateQueries({ queryKey: ['spend'] })
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    }
  }, [client, state, initial.state])
  return query
}

export type ImportAction =
  | { action: 'confirm' | 'cancel' | 'undo' }
  | { action: 'answer'; answers: Record<string, string> }

/** What an admin can do to an import. Resolves when the server has accepted it; how the import goes on is told by useImport. */
export function useImportAction(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (call: ImportAction) =>
      fetchJson<ImportDetail>(`/api/imports/${id}/${call.action}`, {
        method: 'POST',
        ...(call.action === 'answer' && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(call.answers),
        }),
      }),
    onSuccess: (detail) => client.setQueryData(['imports', 'one', id], detail),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
}
