'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import { FormError } from './form-error.tsx'
import { NewPassword } from './new-password.tsx'
import { send } from './send.ts'
import { signIn } from './sign-in-request.ts'
import { useAction } from './use-action.ts'

/** Changes the own password. That ends every session, so this one is opened anew at once. */
export function ChangePassword({ email, minLength }: { email: string; minLength: number }) {
  const form = useRef<HTMLFormElement>(null)
  const { busy, error, run } = useAction()
  const toast = useToast()
  const submit = (fields: FormData) =>
    run(async () => {
      const { current, password } = Object.fromEntries(fields) as Record<string, string>
      await send('POST', '/api/session/password', { current, password })
      await signIn('credentials', { email, password: password ?? '' })
      form.current?.reset()
      toast({ text: 'Password changed; other devices are signed out', tone: 'pos' })
    })
  return (
    <form
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <FormError>{error}</FormError>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField label="Present password" name="current" type="password" autoComplete="current-password" required />
      <NewPassword label="New password" minLength={minLength} />
      <div className="row">
        <Button type="submit" look="solid" disabled={busy}>
          Change password
        </Button>
      </div>
    </form>
  )
}
