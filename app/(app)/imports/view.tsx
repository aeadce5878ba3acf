'use client'

import { HistoryTable } from '@/components/imports/history-table.tsx'
import { SampleSection } from '@/components/imports/sample-section.tsx'
import { UploadPanel } from '@/components/imports/upload-panel.tsx'
import { useImports } from '@/components/query/use-import.ts'
import { PageHead } from '@/components/shell/page-head.tsx'
import { ButtonLink } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '@/components/ui/state.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { ImportList } from '@/lib/import/history.ts'

/** `upload` null: this person may look and not bring. */
export function ImportsView({ initial, upload }: { initial: ImportList; upload: { maxBytes: number } | null }) {
  const list = useImports(initial.page, initial)
  const data = list.data ?? initial
  return (
    <>
      <PageHead title="Imports" />
      <Grid>
        {upload && <UploadPanel maxBytes={upload.maxBytes} />}
        <Section title="History" note={data.total > 0 ? `${formatCount(data.total)} in all, newest first` : undefined}>
          {list.isError && (
            <ErrorState
              title="The history could not be read"
              code={list.error.message}
              onRetry={() => void list.refetch()}
            >
              What is shown may be out of date.
            </ErrorState>
          )}
          {list.isPending ? <TableSkeleton /> : <History list={data} mayUpload={upload !== null} />}
        </Section>
        {upload && data.samples > 0 && <SampleSection imports={data.samples} />}
      </Grid>
    </>
  )
}

function History({ list, mayUpload }: { list: ImportList; mayUpload: boolean }) {
  if (list.total === 0) {
    return (
      <EmptyState title="No imports yet">
        {mayUpload
          ? 'Drop a billing export above. Every upload stays listed here with its receipt, and can be undone.'
          : 'An admin uploads billing exports. Every upload is then listed here with its receipt.'}
      </EmptyState>
    )
  }
  const pages = Math.ceil(list.total / list.pageSize)
  return (
    <>
      <HistoryTable imports={list.imports} />
      {pages > 1 && (
        <nav className="acts-row note" aria-label="Pages of the history">
          {list.page > 1 && <ButtonLink href={`/imports?page=${list.page - 1}`}>Newer</ButtonLink>}
          <span>
            page {list.page} of {pages}
          </span>
          {list.page < pages && <ButtonLink href={`/imports?page=${list.page + 1}`}>Older</ButtonLink>}
        </nav>
      )}
    </>
  )
}
