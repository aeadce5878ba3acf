'use client'

import { ChangePassword } from '@/components/settings/change-password.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { signOut } from '@/components/settings/sign-in-request.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { DescriptionList } from '@/components/ui/description-list.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import type { Person } from '@/lib/auth/person.ts'

export function AccountView(props: { person: Omit<Person, 'id'>; hasPassword: boolean; minPasswordLength: number }) {
  const { name, email, role, teams } = props.person
  const { busy, error, run } = useAction()
  const leave = () =>
    run(async () => {
      await signOut()
      window.location.assign('/sign-in')
    })
  return (
    <Grid>
      <Section title="Signed in as" span={6}>
        <DescriptionList
          items={[
            { key: 'name', name: 'Name', value: name },
            { key: 'email', name: 'E-mail', value: email },
            { key: 'role', name: 'Role', value: role },
            { key: 'teams', name: 'Teams', value: teams === null ? 'every team' : teams.join(', ') },
          ]}
        />
        <p className="note">An admin can change these.</p>
        <FormError>{error}</FormError>
        <div className="acts-row" style={{ marginTop: 'var(--s-3)' }}>
          <Button disabled={busy} onClick={leave}>
            Sign out
          </Button>
        </div>
      </Section>
      <Section title="Password" span={6}>
        {props.hasPassword ? (
          <ChangePassword email={email} minLength={props.minPasswordLength} />
        ) : (
          <p className="ink2">You sign in without a password here, so there is none to change.</p>
        )}
      </Section>
    </Grid>
  )
}
