'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import type { PersonRow } from '@/lib/auth/people.ts'
import { FormError } from './form-error.tsx'
import { RoleField } from './role-field.tsx'
import { TeamPicker } from './team-picker.tsx'

/** Changes a person: role, teams, disabled, a new link for a password. */
export function PersonDialog(props: {
  person: PersonRow
  own: boolean
  busy: boolean
  error: string | undefined
  knownTeams: readonly string[]
  onClose: () => void
  onChange: (change: { role?: string; teams?: string[]; disabled?: boolean }) => void
  onNewLink: () => void
}) {
  const { person, busy } = props
  const form = useId()
  const [teams, setTeams] = useState<string[]>(person.teams)
  return (
    <Dialog
      open
      title={person.name}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={busy}>
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
          props.onChange({ role: String(new FormData(event.currentTarget).get('role')), teams })
        }}
      >
        <p className="ink2">
          {person.email}. Saving ends {props.own ? 'your' : 'their'} sessions: {props.own ? 'you' : 'they'} sign in
          again.
        </p>
        <FormError>{props.error}</FormError>
        <RoleField initial={person.role} />
        <TeamPicker known={props.knownTeams} chosen={teams} onChange={setTeams} />
        <div className="row">
          {!person.disabled && (
            <Button disabled={busy} onClick={props.onNewLink}>
              New link for a password
            </Button>
          )}
          <Button
            look={person.disabled ? 'default' : 'danger'}
            disabled={busy}
            onClick={() => props.onChange({ disabled: !person.disabled })}
          >
            {person.disabled ? 'Enable again' : 'Disable'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
