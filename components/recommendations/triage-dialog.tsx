'use client'

import { useId } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'
import type { Triage } from '@/lib/recommendations/triage.ts'

export type TriageKind = 'plan' | 'done' | 'dismiss'

const words: Record<TriageKind, { title: string; submit: string; note: string }> = {
  plan: { title: 'Plan this', submit: 'Plan', note: 'It stays in the total until it is done.' },
  done: {
    title: 'Mark as done',
    submit: 'Mark done',
    note: 'From the day after, cost is compared with the forecast of the days before: first after 14 days of bills, in full after 30.',
  },
  dismiss: {
    title: 'Dismiss',
    submit: 'Dismiss',
    note: 'It is not found again until the day you give; without one, never.',
  },
}

/** Asks what a triage needs. */
export function TriageDialog(props: {
  kind: TriageKind
  row: FindingRow
  today: string
  busy: boolean
  error?: string | undefined
  onClose: () => void
  onDo: (change: Triage) => void
}) {
  const form = useId()
  const { kind, row } = props
  return (
    <Dialog
      open
      title={words[kind].title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={props.busy}>
            {words[kind].submit}
          </Button>
        </>
      }
    >
      <p className="ink2">{row.sentence}</p>
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const text = (name: string) => String(fields.get(name) ?? '').trim()
          if (kind === 'plan') props.onDo({ action: 'plan', owner: text('owner'), dueOn: text('dueOn') || null })
          if (kind === 'done') props.onDo({ action: 'done', doneOn: text('doneOn') })
          if (kind === 'dismiss')
            props.onDo({ action: 'dismiss', reason: text('reason'), until: text('until') || null })
        }}
      >
        {kind === 'plan' && (
          <>
            <TextField
              label="Owner"
              name="owner"
              defaultValue={row.owner ?? ''}
              required
              maxLength={200}
              hint="Who does it"
            />
            <TextField label="Due on" name="dueOn" type="date" defaultValue={row.dueOn ?? ''} />
          </>
        )}
        {kind === 'done' && (
          <TextField
            label="Done on"
            name="doneOn"
            type="date"
            defaultValue={props.today}
            required
            hint="The day the change took effect, UTC"
          />
        )}
        {kind === 'dismiss' && (
          <>
            <TextField label="Reason" name="reason" required maxLength={1000} />
            <TextField label="Until" name="until" type="date" min={props.today} hint="Empty: for good" />
          </>
        )}
        <p className="note">{words[kind].note}</p>
        <FormError>{props.error}</FormError>
      </form>
    </Dialog>
  )
}
