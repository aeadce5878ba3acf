'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { InviteDialog } from '@/components/settings/invite-dialog.tsx'
import { LinkDialog } from '@/components/settings/link-dialog.tsx'
import { PeopleTable } from '@/components/settings/people-table.tsx'
import { PersonDialog } from '@/components/settings/person-dialog.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { PasswordLink } from '@/lib/auth/password-link.ts'
import type { PersonRow } from '@/lib/auth/people.ts'

type Open =
  | { kind: 'invite' }
  | { kind: 'person'; person: PersonRow }
  | { kind: 'link'; name: string; link: PasswordLink }

export function PeopleView(props: { people: PersonRow[]; knownTeams: string[]; own: string | null }) {
  const [open, setOpen] = useState<Open | null>(null)
  const action = useAction()
  const router = useRouter()
  const toast = useToast()
  const close = () => setOpen(null)
  const showLink = (name: string, link: PasswordLink) => {
    setOpen({ kind: 'link', name, link })
    router.refresh()
  }
  const change = (id: string, body: unknown) =>
    action.run(async () => {
      await send('PATCH', `/api/people/${id}`, body)
      close()
      toast({ text: 'Saved', tone: 'pos' })
      router.refresh()
    })
  const renew = (person: PersonRow) =>
    action.run(async () => {
      showLink(person.name, (await send<{ link: PasswordLink }>('POST', `/api/people/${person.id}/link`)).link)
    })
  const invite = (body: { name: string }) =>
    action.run(async () => {
      showLink(body.name, (await send<{ link: PasswordLink }>('POST', '/api/people', body)).link)
    })
  return (
    <Grid>
      <Section
        title="People"
        note={`${props.people.length} in all`}
        actions={
          <Button icon="plus" aria-label="Invite" onClick={() => setOpen({ kind: 'invite' })}>
            Invite
          </Button>
        }
      >
        <PeopleTable people={props.people} own={props.own} onOpen={(person) => setOpen({ kind: 'person', person })} />
        <p className="note">
          Finance and engineers read everything that their teams allow; admins also upload bills and change settings.
        </p>
      </Section>
      {open?.kind === 'invite' && (
        <InviteDialog
          busy={action.busy}
          error={action.error}
          knownTeams={props.knownTeams}
          onClose={close}
          onInvite={invite}
        />
      )}
      {open?.kind === 'person' && (
        <PersonDialog
          person={open.person}
          own={open.person.id === props.own}
          busy={action.busy}
          error={action.error}
          knownTeams={props.knownTeams}
          onClose={close}
          onChange={(body) => change(open.person.id, body)}
          onNewLink={() => renew(open.person)}
        />
      )}
      {open?.kind === 'link' && <LinkDialog name={open.name} link={open.link} onClose={close} />}
    </Grid>
  )
}
