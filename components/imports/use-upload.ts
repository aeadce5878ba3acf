'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/components/query/fetch-json.ts'
import { sendFile } from './upload-request.ts'

/** Files on their way to the server that become one import. */
export type Transfer = {
  key: number
  name: string
  files: number
  /** Which file is being sent, from 0. */
  at: number
  sentBytes: number
  totalBytes: number
  state: 'queued' | 'sending' | 'done' | 'failed' | 'cancelled'
  error: string | null
  importId: number | null
}

/** Sends groups of files one after the other, each group as the parts of one import, and tells how far each is. */
export function useUpload(onDone: (importIds: number[]) => void) {
  const client = useQueryClient()
  const [transfers, setTransfers] = useState<Transfer[]>([])
  const controllers = useRef(new Map<number, AbortController>())
  const nextKey = useRef(0)
  const busy = transfers.some((t) => t.state === 'queued' || t.state === 'sending')
  useLeaveWarning(busy)

  const change = useCallback((key: number, part: Partial<Transfer>) => {
    setTransfers((all) => all.map((t) => (t.key === key ? { ...t, ...part } : t)))
  }, [])

  const start = async (groups: File[][]) => {
    const added = groups.map((files) => ({ files, transfer: newTransfer(nextKey.current++, files) }))
    for (const { transfer } of added) controllers.current.set(transfer.key, new AbortController())
    setTransfers((all) => [...all, ...added.map((a) => a.transfer)])
    const ids: number[] = []
    for (const { files, transfer } of added) {
      const signal = controllers.current.get(transfer.key)?.signal
      if (!signal || signal.aborted) continue
      const id = await sendGroup(files, signal, (part) => change(transfer.key, part))
      if (id !== null) ids.push(id)
      void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    }
    onDone(ids)
  }

  const cancel = (key: number) => {
    controllers.current.get(key)?.abort()
    change(key, { state: 'cancelled' })
  }
  const dismiss = (key: number) => setTransfers((all) => all.filter((t) => t.key !== key))
  return { transfers, busy, start, cancel, dismiss }
}

function newTransfer(key: number, files: File[]): Transfer {
  return {
    key,
    name: files[0]?.name ?? '',
    files: files.length,
    at: 0,
    sentBytes: 0,
    totalBytes: files.reduce((sum, file) => sum + file.size, 0),
    state: 'queued',
    error: null,
    importId: null,
  }
}

/** Sends the parts of one import; the id once all arrived, else null. What had arrived of a broken group is cancelled. */
async function sendGroup(
  files: File[],
  signal: AbortSignal,
  tell: (part: Partial<Transfer>) => void,
): Promise<number | null> {
  let id: number | null = null
  let before = 0
  try {
    for (const [at, file] of files.entries()) {
      const query = new URLSearchParams({ name: file.name, ...(at < files.length - 1 && { more: '1' }) })
      const path: string = id === null ? '/api/imports' : `/api/imports/${id}/files`
      const sentBefore = before
      tell({ state: 'sending', at, name: file.name, sentBytes: sentBefore })
      const uploaded = await sendFile(`${path}?${query}`, file, signal, (sent) =>
        tell({ sentBytes: sentBefore + sent }),
      )
      id = uploaded.id
      before += file.size
    }
    tell({ state: 'done', importId: id, sentBytes: before })
    return id
  } catch (error) {
    if (id !== null) await fetch(`/api/imports/${id}/cancel`, { method: 'POST' }).catch(() => {})
    if (!signal.aborted) tell({ state: 'failed', error: error instanceof ApiError ? error.message : String(error) })
    return null
  }
}

/** Asks before the page is left while files are on their way. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])
}
