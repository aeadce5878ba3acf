'use client'

import { AuthPanel } from '@/components/settings/auth-panel.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { NewPassword } from '@/components/settings/new-password.tsx'
import { send } from '@/components/settings/send.ts'
import { signIn } from '@/components/settings/sign-in-request.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'

export function SetupView({ minPasswordLength }: { minPasswordLength: number }) {
  const { busy, error, run } = useAction()
  const submit = (form: FormData) =>
    run(async () => {
      const { token, name, email, password } = Object.fromEntries(form) as Record<string, string>
      await send('POST', '/api/setup', { token, name, email, password })
      await signIn('credentials', { email: email ?? '', password: password ?? '' })
      window.location.assign('/overview')
    })
  return (
    <AuthPanel title="Create the first admin">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        <p className="ink2">This server has no admin yet. Whoever can read its log may create one.</p>
        <FormError>{error}</FormError>
        <TextField
          label="One-time token"
          name="token"
          className="mono"
          autoComplete="off"
          spellCheck={false}
          hint="Printed in the server’s log when it started; a restart prints a new one"
          required
        />
        <TextField label="Your name" name="name" autoComplete="name" required />
        <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
        <NewPassword minLength={minPasswordLength} />
        <div className="row">
          <Button type="submit" look="solid" disabled={busy}>
            {busy ? 'Creating' : 'Create admin and sign in'}
          </Button>
        </div>
      </form>
    </AuthPanel>
  )
}
