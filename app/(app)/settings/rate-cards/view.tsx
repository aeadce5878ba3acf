'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { EndRateDialog } from '@/components/rates/end-rate-dialog.tsx'
import { RateDialog } from '@/components/rates/rate-dialog.tsx'
import { RatesTable } from '@/components/rates/rates-table.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import { formatCount } from '@/lib/core/format.ts'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import type { RateRow } from '@/lib/rates/live-rates.ts'
import type { RateDraft } from '@/lib/rates/rate.ts'

type Open = { what: 'edit'; rate: RateRow | null } | { what: 'end'; rate: RateRow }

/** The rates that count; adding, changing and ending one shows the difference first. */
export function RateCardsView(props: { rates: RateRow[]; classes: readonly string[]; mayChange: boolean }) {
  const [open, setOpen] = useState<Open | null>(null)
  const action = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const save = (id: number | null, draft: RateDraft | null) =>
    action.run(async () => {
      const { preview } = await send<{ preview: RatesPreview }>('PUT', '/api/rates', { id, draft })
      setOpen(null)
      toast({ text: `Saved: ${formatCount(preview.charges)} charges priced anew`, tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  return (
    <>
      <Section
        title="Rate cards"
        note="prices for charges whose bill states quantities alone; what they give is rated, not billed"
        actions={
          props.mayChange && (
            <Button icon="plus" onClick={() => setOpen({ what: 'edit', rate: null })}>
              Add a rate
            </Button>
          )
        }
      >
        {props.rates.length === 0 ? (
          <EmptyState title="No rates yet">
            Charges without a cost read &ldquo;No price&rdquo; until a rate covers them. Add one here, or upload a rate
            card as CSV under Imports.
          </EmptyState>
        ) : (
          <RatesTable
            rates={props.rates}
            mayChange={props.mayChange}
            busy={action.busy}
            onChange={(rate) => setOpen({ what: 'edit', rate })}
            onEnd={(rate) => setOpen({ what: 'end', rate })}
          />
        )}
      </Section>
      {open?.what === 'edit' && (
        <RateDialog
          rate={open.rate}
          classes={props.classes}
          busy={action.busy}
          error={action.error}
          onClose={() => setOpen(null)}
          onSave={(draft) => save(open.rate?.id ?? null, draft)}
        />
      )}
      {open?.what === 'end' && (
        <EndRateDialog
          rate={open.rate}
          busy={action.busy}
          error={action.error}
          onClose={() => setOpen(null)}
          onEnd={() => save(open.rate.id, null)}
        />
      )}
    </>
  )
}
