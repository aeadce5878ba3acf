'use client'

import { useImportAction } from '@/components/query/use-import.ts'
import { RatesPreviewTable } from '@/components/rates/rates-preview.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import { ActionError } from './action-error.tsx'
import styles from './imports.module.css'

/** What a rate card would do to the bills, before anything is changed. */
export function ConfirmRates(props: { importId: number; preview: RatesPreview; mayChange: boolean }) {
  const action = useImportAction(props.importId)
  return (
    <Section
      title={`Price ${formatCount(props.preview.charges)} ${props.preview.charges === 1 ? 'charge' : 'charges'} anew?`}
      note="nothing has changed yet; undo brings the earlier prices back"
    >
      <RatesPreviewTable preview={props.preview} />
      {props.mayChange ? (
        <>
          <div className={`acts-row ${styles.lead}`}>
            <Button disabled={action.isPending} onClick={() => action.mutate({ action: 'cancel' })}>
              Cancel the import
            </Button>
            <Button look="solid" disabled={action.isPending} onClick={() => action.mutate({ action: 'confirm' })}>
              Publish the rates
            </Button>
          </div>
          <ActionError error={action.error} />
        </>
      ) : (
        <p className="note">An admin can confirm or cancel this.</p>
      )}
    </Section>
  )
}
