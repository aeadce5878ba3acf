'use client'

import Link from 'next/link'
import { CancelImport } from '@/components/imports/cancel-import.tsx'
import { ImportBar } from '@/components/imports/import-bar.tsx'
import { ImportBody } from '@/components/imports/import-body.tsx'
import { importName } from '@/components/imports/import-name.ts'
import { UndoImport } from '@/components/imports/undo-dialog.tsx'
import { useImport } from '@/components/query/use-import.ts'
import { Crumbs, PageHead } from '@/components/shell/page-head.tsx'
import { DownloadLink } from '@/components/ui/button.tsx'
import { ErrorState } from '@/components/ui/state.tsx'
import type { ImportDetail } from '@/lib/import/history.ts'

/** One import in whatever state it is, followed until that is final. */
export function ImportView({ initial, mayChange }: { initial: ImportDetail; mayChange: boolean }) {
  const query = useImport(initial.id, initial)
  const detail = query.data
  return (
    <>
      <PageHead
        title={importName(detail)}
        crumbs={
          <Crumbs>
            {[
              <Link key="list" href="/imports">
                Imports
              </Link>,
              <span key="this">import {detail.id}</span>,
            ]}
          </Crumbs>
        }
        actions={<Actions detail={detail} mayChange={mayChange} />}
      />
      <ImportBar detail={detail} />
      {query.isError && (
        <ErrorState title="The server does not answer" code={query.error.message} onRetry={() => void query.refetch()}>
          What is shown is the last that was known; the import itself goes on without this page.
        </ErrorState>
      )}
      <ImportBody detail={detail} mayChange={mayChange} />
    </>
  )
}

function Actions({ detail, mayChange }: { detail: ImportDetail; mayChange: boolean }) {
  const open = ['received', 'running', 'needs_answer', 'awaiting'].includes(detail.state)
  return (
    <>
      {detail.receipt && (
        <DownloadLink href={`/api/imports/${detail.id}/receipt`} aria-label="Receipt as JSON">
          Receipt as JSON
        </DownloadLink>
      )}
      {mayChange && open && <CancelImport importId={detail.id} asked={detail.cancelAsked} />}
      {mayChange && detail.state === 'published' && <UndoImport detail={detail} />}
    </>
  )
}
