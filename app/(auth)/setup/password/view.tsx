'use client'

import { AuthPanel } from '@/components/settings/auth-panel.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { NewPassword } from '@/components/settings/new-password.tsx'
import { send } from '@/components/settings/send.ts'
import { signIn } from '@/components/settings/sign-in-request.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'

/** The code stands in the address behind the #, where only this page reads it. */
export function SetPasswordView({ minPasswordLength }: { minPasswordLength: number }) {
  const { busy, error, run } = useAction()
  const submit = (form: FormData) =>
    run(async () => {
      const code = window.location.hash.slice(1)
      const password = String(form.get('password'))
      const { email } = await send<{ email: string }>('POST', '/api/people/password', { code, password })
      await signIn('credentials', { email, password })
      window.location.assign('/overview')
    })
  return (
    <AuthPanel title="Set your password">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          submit(new FormData(event.currentTarget))
        }}
      >
        <p className="ink2">This link works once. Afterwards you sign in with your e-mail address and this password.</p>
        <FormError>{error}</FormError>
        <NewPassword minLength={minPasswordLength} />
        <div className="row">
          <Button type="submit" look="solid" disabled={busy}>
            {busy ? 'Saving' : 'Set password and sign in'}
          </Button>
        </div>
      </form>
    </AuthPanel>
  )
}
