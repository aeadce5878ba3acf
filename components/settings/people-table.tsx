'use client'

import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import type { PersonRow } from '@/lib/auth/people.ts'

const signInText = { password: 'password', oidc: 'single sign-on', demo: 'demo', invited: 'link not used yet' }

/** Everybody, and the way to change each. */
export function PeopleTable(props: {
  people: readonly PersonRow[]
  own: string | null
  onOpen: (person: PersonRow) => void
}) {
  return (
    <TableFrame label="People">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="hn">
              E-mail
            </th>
            <th scope="col">Role</th>
            <th scope="col">Teams</th>
            <th scope="col" className="hn">
              Signs in with
            </th>
            <th scope="col" className="hn">
              Last sign-in, UTC
            </th>
            <th scope="col" aria-label="Action" />
          </tr>
        </thead>
        <tbody>
          {props.people.map((person) => (
            <tr key={person.id} className={person.disabled ? 'muted' : undefined}>
              <td>
                <span className="lead">
                  {person.name}
                  {person.id === props.own && <Badge tone="line">you</Badge>}
                  {person.disabled && <Badge tone="neg">disabled</Badge>}
                </span>
              </td>
              <td className="hn">{person.email}</td>
              <td>{person.role}</td>
              <td className="wrap">{person.teams.length > 0 ? person.teams.join(', ') : 'every team'}</td>
              <td className="hn">{signInText[person.signIn]}</td>
              <td className="hn">
                {person.lastSignInAt ? person.lastSignInAt.slice(0, 16).replace('T', ' ') : 'never'}
              </td>
              <td className="n">
                <Button aria-label={`Change ${person.name}`} onClick={() => props.onOpen(person)}>
                  Change
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
