import type { Role, Scope } from '@/lib/auth/scope.ts'
import { cookieOf, readSessionCookie, sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

/** A signed-in person. `teams: null` is every team. */
export type Person = { id: string; email: string; name: string; role: Role; teams: readonly string[] | null }

/**
 * Whom a session cookie belongs to now, or null. The role and the teams are the row's, not the cookie's; a session is
 * over when the person was disabled or the credentials changed since sign-in.
 */
export async function personOfCookie(value: string | undefined): Promise<Person | null> {
  const token = await readSessionCookie(value)
  if (!token) return null
  const user = await db().user.findUnique({ where: { id: token.userId } })
  if (!user || user.disabledAt || user.tokenVersion !== token.tokenVersion) return null
  return personOf(user)
}

/** Who sends a request, by its session cookie, or null. */
export async function personOfRequest(request: Request): Promise<Person | null> {
  return personOfCookie(cookieOf(request.headers, sessionCookieName()))
}

/** The scope that a person reads and writes in. */
export function scopeOf(person: Person): Scope {
  return { userId: person.id, actor: person.email, role: person.role, teams: person.teams }
}

/** A row of people as a person. */
export function personOf(user: User): Person {
  const { id, email, name, role, teams } = user
  return { id, email, name, role, teams: teams.length > 0 ? teams : null }
}
