'use client'

import { useQuery } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { FormError } from '@/components/settings/form-error.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import type { RateRow } from '@/lib/rates/live-rates.ts'
import { RatesPreviewTable } from './rates-preview.tsx'

/** Shows what ending a rate does before it is done. */
export function EndRateDialog(props: {
  rate: RateRow
  busy: boolean
  error: string | undefined
  onClose: () => void
  onEnd: () => void
}) {
  const edit = encodeURIComponent(JSON.stringify({ id: props.rate.id, draft: null }))
  const preview = useQuery({
    queryKey: ['rate-preview', edit],
    queryFn: () => fetchJson<RatesPreview>(`/api/rates/preview?edit=${edit}`),
    gcTime: 0,
  })
  return (
    <Dialog
      open
      wide
      title={`End rate ${props.rate.id}`}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look="danger" disabled={props.busy || !preview.data} onClick={props.onEnd}>
            {props.busy ? 'Pricing charges anew' : 'End the rate'}
          </Button>
        </>
      }
    >
      <p className="ink2">It prices nothing any more, on any day. To let it run out instead, change its last day.</p>
      <FormError>{props.error ?? preview.error?.message}</FormError>
      {preview.data && <RatesPreviewTable preview={preview.data} />}
    </Dialog>
  )
}
