'use client'

import { Button } from '@/components/ui/button.tsx'
import type { Role } from '@/lib/auth/scope.ts'
import { signIn } from './sign-in-request.ts'

const comesTo: Record<Role, string> = {
  finance: 'reads the month: spend by team, change against last month',
  engineer: 'sees GPU hours and cost of every project',
  admin: 'uploads bills, keeps people and tag keys',
}

/** One button per role of the demo; the server refuses them anywhere but on the machine that runs the demo. */
export function DemoSignIn(props: {
  roles: readonly Role[]
  busy: boolean
  run: (work: () => Promise<void>) => Promise<void>
  onSignedIn: () => void
}) {
  const enter = (role: Role) =>
    props.run(async () => {
      await signIn('demo', { role })
      props.onSignedIn()
    })
  return (
    <>
      <p className="ink2">This is a demo with sample data. Choose whom to be; you can change at any time.</p>
      <ul className="list">
        {props.roles.map((role) => (
          <li key={role} style={{ gridTemplateColumns: '6rem minmax(0, 1fr)', alignItems: 'center' }}>
            <Button look="solid" disabled={props.busy} onClick={() => enter(role)}>
              {role[0]?.toUpperCase()}
              {role.slice(1)}
            </Button>
            <small>{comesTo[role]}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
