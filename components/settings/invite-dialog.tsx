'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { FormError } from './form-error.tsx'
import { RoleField } from './role-field.tsx'
import { TeamPicker } from './team-picker.tsx'

export type Invitation = { name: string; email: string; role: string; teams: string[] }

/** Asks who is to be invited. */
export function InviteDialog(props: {
  busy: boolean
  error: string | undefined
  knownTeams: readonly string[]
  onClose: () => void
  onInvite: (invitation: Invitation) => void
}) {
  const form = useId()
  const [teams, setTeams] = useState<string[]>([])
  return (
    <Dialog
      open
      title="Invite somebody"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={form} look="solid" disabled={props.busy}>
            Make a link
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const { name, email, role } = Object.fromEntries(new FormData(event.currentTarget))
          props.onInvite({ name: String(name), email: String(email), role: String(role), teams })
        }}
      >
        <p className="ink2">You get a link to hand over. With it they set their password, once.</p>
        <FormError>{props.error}</FormError>
        <TextField label="Name" name="name" maxLength={100} autoComplete="off" required />
        <TextField label="E-mail" name="email" type="email" maxLength={200} autoComplete="off" required />
        <RoleField initial="engineer" />
        <TeamPicker known={props.knownTeams} chosen={teams} onChange={setTeams} />
      </form>
    </Dialog>
  )
}
