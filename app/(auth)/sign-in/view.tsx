'use client'

import { AuthPanel } from '@/components/settings/auth-panel.tsx'
import { DemoSignIn } from '@/components/settings/demo-sign-in.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { PasswordSignIn } from '@/components/settings/password-sign-in.tsx'
import { startOidc } from '@/components/settings/sign-in-request.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import type { Role } from '@/lib/auth/scope.ts'

export function SignInView(props: {
  next: string
  organisation: string | null
  refusal: string | undefined
  demoRoles: readonly Role[]
  oidcName: string | null
}) {
  const { busy, error, run } = useAction(props.refusal)
  // A full load: what the router kept was fetched without a session.
  const arrive = () => window.location.assign(props.next)
  const toProvider = () => run(async () => window.location.assign(await startOidc(props.next)))
  const demo = props.demoRoles.length > 0
  return (
    <AuthPanel title={props.organisation ? `Sign in to ${props.organisation}` : 'Sign in'}>
      <div className="form">
        <FormError>{error}</FormError>
        {demo && <DemoSignIn roles={props.demoRoles} busy={busy} run={run} onSignedIn={arrive} />}
        {props.oidcName && (
          <Button look="solid" disabled={busy} onClick={toProvider}>
            Continue with {props.oidcName}
          </Button>
        )}
        {demo ? (
          <details>
            <summary className="ink2" style={{ cursor: 'pointer', marginBottom: 'var(--s-3)' }}>
              Sign in with a password
            </summary>
            <PasswordSignIn busy={busy} run={run} onSignedIn={arrive} />
          </details>
        ) : (
          <PasswordSignIn busy={busy} run={run} onSignedIn={arrive} second={props.oidcName !== null} />
        )}
      </div>
    </AuthPanel>
  )
}
