'use client'

import { useId, useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { FormError } from '@/components/settings/form-error.tsx'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import type { RatesPreview } from '@/lib/core/rates-preview.ts'
import type { Rate, RateDraft } from '@/lib/rates/rate.ts'
import { RatesPreviewTable } from './rates-preview.tsx'

const categories = ['Standard', 'Dynamic', 'Committed', 'Other']

/** A rate and, before it is saved, what it changes. `rate` is the one to change; null makes a new one. */
export function RateDialog(props: {
  rate: Rate | null
  classes: readonly string[]
  busy: boolean
  error: string | undefined
  onClose: () => void
  onSave: (draft: RateDraft) => void
}) {
  const form = useId()
  const looking = useAction()
  const [seen, setSeen] = useState<{ draft: RateDraft; preview: RatesPreview } | null>(null)
  const { rate } = props
  const look = (draft: RateDraft) =>
    looking.run(async () => {
      const edit = encodeURIComponent(JSON.stringify({ id: rate?.id ?? null, draft }))
      setSeen({ draft, preview: await fetchJson<RatesPreview>(`/api/rates/preview?edit=${edit}`) })
    })
  return (
    <Dialog
      open
      wide
      title={rate ? `Change rate ${rate.id}` : 'Add a rate'}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look={seen ? 'default' : 'solid'} disabled={looking.busy || props.busy}>
            {looking.busy ? 'Working it out' : 'Show the difference'}
          </Button>
          {seen && (
            <Button look="solid" disabled={props.busy} onClick={() => props.onSave(seen.draft)}>
              {props.busy ? 'Pricing charges anew' : 'Save and price'}
            </Button>
          )}
        </>
      }
    >
      <form
        id={form}
        className="form two"
        onChange={() => setSeen(null)}
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const text = (name: string) => String(fields.get(name) ?? '').trim() || null
          void look({
            provider: text('provider'),
            skuId: text('skuId'),
            gpuClass: text('gpuClass'),
            regionId: text('regionId'),
            pricingCategory: text('pricingCategory'),
            unit: text('unit'),
            price: text('price'),
            currency: text('currency'),
            validFrom: text('validFrom'),
            validTo: text('validTo'),
            source: text('source'),
          })
        }}
      >
        <RateFields rate={rate} classes={props.classes} />
        <FormError>{props.error ?? looking.error}</FormError>
      </form>
      {seen && <RatesPreviewTable preview={seen.preview} />}
    </Dialog>
  )
}

function RateFields({ rate, classes }: { rate: Rate | null; classes: readonly string[] }) {
  return (
    <>
      <TextField label="Provider" name="provider" defaultValue={rate?.provider} hint="As the bill names it" required />
      <TextField label="Price" name="price" className="num" inputMode="decimal" defaultValue={rate?.price} required />
      <TextField
        label="Currency"
        name="currency"
        defaultValue={rate?.currency}
        maxLength={3}
        hint="Such as USD"
        required
      />
      <TextField
        label="Unit"
        name="unit"
        defaultValue={rate?.unit ?? 'gpu-hour'}
        hint="gpu-hour, or the unit of the charges"
        required
      />
      <TextField label="Valid from" name="validFrom" type="date" defaultValue={rate?.validFrom} required />
      <TextField
        label="Valid to"
        name="validTo"
        type="date"
        defaultValue={rate?.validTo ?? ''}
        hint="The first day without it; empty: still valid"
      />
      <SelectField label="GPU class" name="gpuClass" defaultValue={rate?.gpuClass ?? ''}>
        <option value="">Every class</option>
        {classes.map((id) => (
          <option key={id}>{id}</option>
        ))}
      </SelectField>
      <TextField label="SKU" name="skuId" defaultValue={rate?.skuId ?? ''} hint="Empty: every SKU" />
      <TextField label="Region" name="regionId" defaultValue={rate?.regionId ?? ''} hint="Empty: every region" />
      <SelectField label="Pricing category" name="pricingCategory" defaultValue={rate?.pricingCategory ?? ''}>
        <option value="">Every category</option>
        {categories.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <TextField label="Source" name="source" defaultValue={rate?.source} hint="The contract or page it comes from" />
    </>
  )
}
