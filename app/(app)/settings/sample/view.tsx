'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button, ButtonLink } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'

export function SampleView({ hasSample }: { hasSample: boolean }) {
  const [asked, setAsked] = useState(false)
  const { busy, error, run } = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const remove = () =>
    run(async () => {
      await send('DELETE', '/api/imports/sample')
      setAsked(false)
      toast({ text: 'Sample data removed', tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  return (
    <Grid>
      <Section title="Sample data">
        {hasSample ? (
          <EmptyState
            title="The bills of a made-up company are loaded"
            actions={
              <Button look="danger" icon="trash" aria-label="Remove sample data" onClick={() => setAsked(true)}>
                Remove sample data
              </Button>
            }
          >
            They are marked on every page. Removing them leaves your own bills, people and settings as they are.
          </EmptyState>
        ) : (
          <EmptyState
            title="No sample data"
            actions={
              <ButtonLink look="solid" href="/imports">
                Upload bills
              </ButtonLink>
            }
          >
            Every figure comes from bills that somebody uploaded here.
          </EmptyState>
        )}
      </Section>
      {asked && (
        <Dialog
          open
          title="Remove the sample data?"
          onClose={() => setAsked(false)}
          footer={
            <>
              <Button onClick={() => setAsked(false)}>Keep it</Button>
              <Button look="solid" disabled={busy} onClick={remove}>
                {busy ? 'Removing' : 'Remove'}
              </Button>
            </>
          }
        >
          <p className="ink2">Its imports and all their charges go. Your own bills stay.</p>
          <FormError>{error}</FormError>
        </Dialog>
      )}
    </Grid>
  )
}
