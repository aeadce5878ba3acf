'use client'

import { useId } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { FormError } from '@/components/settings/form-error.tsx'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Field, TextField } from '@/components/ui/field.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import { formatCount } from '@/lib/core/format.ts'

/** Takes a price list in LiteLLM's layout and the day it is of. */
export function PriceListDialog(props: { today: string; onClose: () => void; onAdded: () => void }) {
  const form = useId()
  const action = useAction()
  const toast = useToast()
  const add = (fields: FormData) =>
    action.run(async () => {
      const file = fields.get('file') as File
      const query = new URLSearchParams({ name: file.name, on: String(fields.get('on')) })
      const { prices } = await fetchJson<{ prices: number }>(`/api/api-prices?${query}`, { method: 'POST', body: file })
      toast({ text: `${formatCount(prices)} prices imported`, tone: 'pos' })
      props.onAdded()
    })
  return (
    <Dialog
      open
      title="Import API prices"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={action.busy}>
            {action.busy ? 'Reading' : 'Import'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void add(new FormData(event.currentTarget))
        }}
      >
        <Field label="Price list" hint="JSON in the layout of LiteLLM's model_prices_and_context_window.json">
          {(wiring) => (
            <input {...wiring} type="file" name="file" accept="application/json,.json" required className="input" />
          )}
        </Field>
        <TextField label="Prices of" name="on" type="date" defaultValue={props.today} required />
        <FormError>{action.error}</FormError>
      </form>
    </Dialog>
  )
}
