'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { send } from '@/components/settings/send.ts'
import { useToast } from '@/components/ui/toast.tsx'
import type { FindingList, FindingRow, Findings } from '@/lib/recommendations/read-findings.ts'
import type { Triage } from '@/lib/recommendations/triage.ts'

export type FindingsAnswer = Findings & { refreshing: boolean }

/** How often a page asks while findings are being worked out anew. */
export const REFRESHING_MS = 1500
const listKey = (list: FindingList) => ['recommendations', 'list', list] as const

/** A list of findings, asked for again while newer ones are being worked out. */
export function useFindings(list: FindingList, initial?: FindingsAnswer) {
  return useQuery({
    queryKey: listKey(list),
    queryFn: ({ signal }) => fetchJson<FindingsAnswer>(`/api/recommendations?list=${list}`, { signal }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.refreshing ? REFRESHING_MS : false),
  })
}

const said: Record<Triage['action'], string> = {
  plan: 'Planned',
  done: 'Marked done',
  dismiss: 'Dismissed',
  reopen: 'Opened again',
  assume: 'Assumptions kept',
}

/** Triage of a finding: the list changes at once, a refusal puts it back, and a toast undoes it. */
export function useTriage() {
  const client = useQueryClient()
  const toast = useToast()
  const mutation = useMutation({
    mutationFn: ({ row, change }: { row: FindingRow; change: Triage }) =>
      send<FindingRow>('PATCH', `/api/recommendations/${row.id}`, change),
    onMutate: async ({ row, change }) => {
      await client.cancelQueries({ queryKey: ['recommendations', 'list'] })
      const before = client.getQueryData<FindingsAnswer>(listKey('to-do'))
      client.setQueryData<FindingsAnswer>(
        listKey('to-do'),
        (found) =>
          found && { ...found, rows: found.rows.flatMap((one) => (one.id === row.id ? after(one, change) : [one])) },
      )
      return { before }
    },
    onError: (error, _variables, context) => {
      if (context?.before) client.setQueryData(listKey('to-do'), context.before)
      toast({ text: error.message, tone: 'neg' })
    },
    onSuccess: (_row, { row, change }) => {
      const undo: Triage | null = change.action === 'reopen' || change.action === 'assume' ? null : undoOf(row)
      toast({
        text: `${said[change.action]}: ${row.subject.name}`,
        tone: 'pos',
        ...(undo ? { action: { label: 'Undo', run: () => mutation.mutate({ row, change: undo }) } } : {}),
      })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['recommendations'] }),
  })
  return mutation
}

/** What brings a finding back to how it was. */
function undoOf(row: FindingRow): Triage {
  if (row.state === 'planned') return { action: 'plan', owner: row.owner ?? 'nobody', dueOn: row.dueOn }
  return { action: 'reopen' }
}

/** How a row of the list looks once the change holds; what is done or dismissed leaves it. */
function after(row: FindingRow, change: Triage): FindingRow[] {
  if (change.action === 'plan') return [{ ...row, state: 'planned', owner: change.owner, dueOn: change.dueOn }]
  if (change.action === 'reopen') return [{ ...row, state: 'open', owner: null, dueOn: null }]
  return change.action === 'assume' ? [row] : []
}
