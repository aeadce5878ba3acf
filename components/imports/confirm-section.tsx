'use client'

import { useImportAction } from '@/components/query/use-import.ts'
import { Button } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { ImportQuestion } from '@/lib/core/receipt.ts'
import type { ImportDetail } from '@/lib/import/history.ts'
import { ActionError } from './action-error.tsx'
import styles from './imports.module.css'
import { IssuesSection } from './issues-section.tsx'
import { ReceiptReconciliation } from './receipt-reconciliation.tsx'
import { sliceChange } from './receipt-slices.tsx'
import { SlicesTable } from './slices-table.tsx'

type Confirm = Extract<ImportQuestion, { kind: 'confirm' }>

/** What publishing would replace and which rows it would leave out, before anything is changed. */
export function ConfirmSection(props: { detail: ImportDetail; question: Confirm; mayChange: boolean }) {
  const { detail, question } = props
  const replaces = question.replaces.length
  return (
    <>
      <Section
        title={heading(replaces, question.issues)}
        note="nothing has changed yet; undo brings the earlier version back"
      >
        {replaces > 0 && (
          <SlicesTable
            label="Slices to replace"
            slices={question.replaces.map((slice) => ({ ...sliceChange(slice), link: null }))}
          />
        )}
        {question.issues > 0 && (
          <p className={styles.lead}>
            {formatCount(question.issues)} of {formatCount(detail.rowsRead)} rows cannot be stored. They are listed
            below with what they come to; accepting leaves exactly them out.
          </p>
        )}
        {props.mayChange ? (
          <Decision importId={detail.id} replaces={replaces} issues={question.issues} />
        ) : (
          <p className="note">An admin can confirm or cancel this.</p>
        )}
      </Section>
      {question.issues > 0 && <IssuesSection detail={detail} rowsRead={detail.rowsRead} />}
      {detail.receipt && 'reconciliation' in detail.receipt && <ReceiptReconciliation receipt={detail.receipt} />}
    </>
  )
}

function Decision({ importId, replaces, issues }: { importId: number; replaces: number; issues: number }) {
  const action = useImportAction(importId)
  return (
    <>
      <div className={`acts-row ${styles.lead}`}>
        <Button disabled={action.isPending} onClick={() => action.mutate({ action: 'cancel' })}>
          Cancel the import
        </Button>
        <Button look="solid" disabled={action.isPending} onClick={() => action.mutate({ action: 'confirm' })}>
          {agreement(replaces, issues)}
        </Button>
      </div>
      <ActionError error={action.error} />
    </>
  )
}

function heading(replaces: number, issues: number): string {
  if (replaces === 0) return issues === 1 ? 'Publish without 1 row?' : `Publish without ${formatCount(issues)} rows?`
  return replaces === 1 ? 'Replace 1 slice?' : `Replace ${formatCount(replaces)} slices?`
}

function agreement(replaces: number, issues: number): string {
  if (issues === 0) return 'Replace and publish'
  return replaces === 0 ? 'Accept the shortfall and publish' : 'Accept the shortfall, replace and publish'
}
