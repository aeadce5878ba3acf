import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { connection } from '@/lib/auth/client-address.ts'
import { nextPath } from '@/lib/auth/next-path.ts'
import type { Permission } from '@/lib/auth/permissions.ts'
import { may } from '@/lib/auth/permissions.ts'
import type { Person } from '@/lib/auth/person.ts'
import { personOfCookie, scopeOf } from '@/lib/auth/person.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'

/** Who is looking at this page, or null. Asked once per page however often it is called. */
export const getPerson = cache(async (): Promise<Person | null> => {
  const jar = await cookies()
  return personOfCookie(jar.get(sessionCookieName())?.value)
})

/** The scope of who is looking at this page, or null when nobody is signed in. */
export async function getScope(): Promise<Scope | null> {
  const person = await getPerson()
  return person && scopeOf(person)
}

/** Who is looking at this page. Who is not signed in goes to the sign-in page, and from there back to this page. */
export async function requirePerson(): Promise<Person> {
  const person = await getPerson()
  if (person) return person
  const { path } = connection(await headers())
  redirect(`/sign-in?next=${encodeURIComponent(nextPath(path))}`)
}

/**
 * The scope for a page that needs a permission. Who is not signed in goes to the sign-in page, who has another role to
 * a page that says so. Never returns without the permission.
 */
export async function requireScope(permission: Permission): Promise<Scope> {
  const scope = scopeOf(await requirePerson())
  if (!may(scope.role, permission)) redirect('/sign-in/not-allowed')
  return scope
}
