'use client'

import Link from 'next/link'
import { useState } from 'react'
import { useImportAction } from '@/components/query/use-import.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { ImportDetail, UndoSlice } from '@/lib/import/history.ts'
import { ActionError } from './action-error.tsx'
import styles from './imports.module.css'
import { SlicesTable } from './slices-table.tsx'

/** The button that takes a published import back, and the dialog that shows what comes back before it does. */
export function UndoImport({ detail }: { detail: ImportDetail }) {
  const [open, setOpen] = useState(false)
  const toast = useToast()
  const action = useImportAction(detail.id)
  const close = () => setOpen(false)
  // Not in mutate's own callbacks: they go with this component, which the answer takes away.
  const undo = async () => {
    const undone = await action.mutateAsync({ action: 'undo' }).catch(() => null)
    if (undone) toast({ text: `Import ${detail.id} is undone`, tone: 'pos' })
  }
  const later = [...new Set(detail.undo.map((slice) => slice.liveImportId))].filter((id) => id !== detail.id)
  return (
    <>
      <Button look="danger" icon="undo" aria-label="Undo this import" onClick={() => setOpen(true)}>
        Undo this import
      </Button>
      <Dialog
        wide
        open={open}
        title="Undo this import?"
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Keep it</Button>
            {later.length === 0 && (
              <Button look="solid" disabled={action.isPending} onClick={undo}>
                Undo the import
              </Button>
            )}
          </>
        }
      >
        {later.length === 0 ? (
          <>
            <p>{explanation(detail.undo)}</p>
            {detail.undo.length > 0 && <SlicesTable compact label="What comes back" slices={detail.undo.map(change)} />}
          </>
        ) : (
          <ReplacedLater later={later} />
        )}
        <ActionError error={action.error} />
      </Dialog>
    </>
  )
}

function explanation(slices: UndoSlice[]): string {
  if (slices.length === 0)
    return 'What it replaced counts again, else nothing does. The files and the receipt are kept.'
  const back = slices.filter((slice) => slice.back).length
  if (back === 0) return 'Nothing was there before: these slices become empty. The files and the receipt are kept.'
  if (back === slices.length)
    return 'The versions that it replaced become current again. The files and the receipt are kept.'
  return `${back} of ${slices.length} slices get their earlier version back, the others become empty. The files and the receipt are kept.`
}

/** Undo goes back one step at a time, so what came later goes first. */
function ReplacedLater({ later }: { later: (number | null)[] }) {
  const imports = later.filter((id) => id !== null)
  if (imports.length === 0)
    return <p>Nothing of this import is in the figures any more, so there is nothing to undo.</p>
  return (
    <p>
      Slices of it were replaced later. Undo what replaced them first:{' '}
      {imports.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link className={`link ${styles.inline}`} href={`/imports/${id}`}>
            import {id}
          </Link>
        </span>
      ))}
      .
    </p>
  )
}

function change(slice: UndoSlice) {
  const { provider, billingAccountId, billingPeriod, now, back } = slice
  return {
    key: `${provider} ${billingAccountId} ${billingPeriod}`,
    ...{ provider, billingAccountId, billingPeriod },
    before: now,
    after: back,
  }
}
