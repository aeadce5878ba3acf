'use client'

import { useId } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import type { ExchangeRateRow } from '@/lib/core/receipt.ts'
import type { ExchangeRateDraft } from '@/lib/currency/exchange-rate.ts'

/** One exchange rate, new or as it is stored, with where it comes from. */
export function ExchangeRateDialog(props: {
  rate: ExchangeRateRow | null
  busy: boolean
  error: string | undefined
  onClose: () => void
  onSave: (draft: ExchangeRateDraft) => void
  onRemove: (rate: ExchangeRateRow) => void
}) {
  const form = useId()
  const { rate } = props
  return (
    <Dialog
      open
      title={rate ? `${rate.from} to ${rate.to}, ${rate.month.slice(0, 7)}` : 'Add an exchange rate'}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          {rate && (
            <Button look="danger" disabled={props.busy} onClick={() => props.onRemove(rate)}>
              Remove
            </Button>
          )}
          <Button type="submit" form={form} look="solid" disabled={props.busy}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const text = (name: string) => String(fields.get(name) ?? '')
          const pair = { month: text('month'), from: text('from'), to: text('to') }
          props.onSave({ ...pair, rate: text('rate'), source: text('source'), date: text('date') })
        }}
      >
        {rate && (
          <p className="ink2">
            By {rate.createdBy}
            {rate.importId !== null && <>, import {rate.importId}</>}.
          </p>
        )}
        <FormError>{props.error}</FormError>
        <TextField
          label="Month"
          name="month"
          placeholder="2026-09"
          readOnly={rate !== null}
          defaultValue={rate?.month.slice(0, 7)}
          required
        />
        <TextField
          label="From"
          name="from"
          maxLength={3}
          readOnly={rate !== null}
          defaultValue={rate?.from}
          hint="Such as EUR"
          required
        />
        <TextField
          label="To"
          name="to"
          maxLength={3}
          readOnly={rate !== null}
          defaultValue={rate?.to}
          hint="Such as USD"
          required
        />
        <TextField
          label="Rate"
          name="rate"
          className="num"
          inputMode="decimal"
          defaultValue={rate?.rate}
          hint="What one unit of From is worth in To"
          required
        />
        <TextField label="Source" name="source" defaultValue={rate?.source} required />
        <TextField
          label="Date"
          name="date"
          type="date"
          defaultValue={rate?.observedOn}
          hint="The day that the source gives it for"
          required
        />
      </form>
    </Dialog>
  )
}
