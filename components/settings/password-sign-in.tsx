'use client'

import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { signIn } from './sign-in-request.ts'

/** E-mail and password. `second` when another way to sign in is the first choice. */
export function PasswordSignIn(props: {
  busy: boolean
  second?: boolean
  run: (work: () => Promise<void>) => Promise<void>
  onSignedIn: () => void
}) {
  const submit = (form: FormData) =>
    props.run(async () => {
      await signIn('credentials', { email: String(form.get('email')), password: String(form.get('password')) })
      props.onSignedIn()
    })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <div className="row">
        <Button type="submit" look={props.second ? 'default' : 'solid'} disabled={props.busy}>
          {props.busy ? 'Signing in' : 'Sign in'}
        </Button>
      </div>
    </form>
  )
}
