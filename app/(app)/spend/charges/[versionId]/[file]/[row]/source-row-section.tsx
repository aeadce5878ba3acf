'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SourceRowTable } from '@/components/imports/source-row-table.tsx'
import type { ApiError } from '@/components/query/fetch-json.ts'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import type { SourceRow } from '@/lib/import/source-row.ts'

/** The row of the uploaded file, read again now, column by column. */
export function SourceRowSection(props: { importId: number; file: number; row: number; note: ReactNode }) {
  const url = `/api/imports/${props.importId}/rows/${props.file}/${props.row}`
  const result = useQuery<SourceRow, ApiError>({
    queryKey: ['source-row', url],
    queryFn: ({ signal }) => fetchJson<SourceRow>(url, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Section span={7} title="The row in the file" note={props.note}>
      <QueryPanel result={result} what="The row" skeleton={<TableSkeleton rows={16} />}>
        {(row) => <SourceRowTable row={row} />}
      </QueryPanel>
    </Section>
  )
}
