'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import type { UnknownGpu } from '@/lib/attribution/unknown-gpus.ts'
import { FormError } from './form-error.tsx'

/** A class of the catalogue as the list offers it. */
export type GpuChoice = { id: string; vendor: string }

/** Asks which class a text means and how many GPUs one unit has. */
export function ClassifyDialog(props: {
  gpu: UnknownGpu
  classes: readonly GpuChoice[]
  busy: boolean
  error: string | undefined
  onClose: () => void
  onClassify: (word: { gpuClass: string; gpuCount: string }) => void
}) {
  const form = useId()
  const vendors = [...new Set(props.classes.map(({ vendor }) => vendor))]
  return (
    <Dialog
      open
      title={`Classify ${props.gpu.evidence}`}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={props.busy}>
            {props.busy ? 'Attributing all bills anew' : 'Classify'}
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
          props.onClassify({ gpuClass: String(fields.get('gpuClass')), gpuCount: String(fields.get('gpuCount')) })
        }}
      >
        <p className="ink2">
          Holds for every charge of {props.gpu.provider} with this text, past and to come, until it is taken back.
        </p>
        <FormError>{props.error}</FormError>
        <SelectField label="GPU class" name="gpuClass" defaultValue="" required>
          <option value="" disabled>
            Choose a class
          </option>
          {vendors.map((vendor) => (
            <optgroup key={vendor} label={vendor}>
              {props.classes
                .filter((choice) => choice.vendor === vendor)
                .map(({ id }) => (
                  <option key={id}>{id}</option>
                ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          label="GPUs per unit"
          name="gpuCount"
          className="num"
          inputMode="decimal"
          pattern="\d{1,4}(\.\d{1,4})?"
          hint="How many GPUs one instance of this kind has, such as 8; 0.5 for half of one"
          required
        />
      </form>
    </Dialog>
  )
}
