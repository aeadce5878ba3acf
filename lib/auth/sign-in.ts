import { audited } from '@/lib/auth/audit.ts'
import { passwordMatches } from '@/lib/auth/password.ts'
import { takeAttempt } from '@/lib/auth/sign-in-limit.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

/** An e-mail address as it is stored and compared. */
export function comparableEmail(email: string): string {
  return email.trim().toLowerCase()
}

/**
 * The person with this e-mail address and password, or null; who is unknown, disabled or only invited gets the same
 * answer after the same work. Throws AppError rate_limited after too many failures.
 */
export async function signInWithPassword(
  given: { email: string; password: string; address: string | null },
  now = new Date(),
): Promise<User | null> {
  const email = comparableEmail(given.email)
  const attempt = await takeAttempt(given.address, email, now)
  const user = await db().user.findUnique({ where: { email } })
  const passwordHash = user && !user.disabledAt ? user.passwordHash : null
  const matches = await passwordMatches(passwordHash, given.password)
  if (!matches || !user) return null
  await attempt.release()
  return recordSignIn(user, 'password', now)
}

/** Notes on the person and in the audit log that a sign-in succeeded. */
export async function recordSignIn(user: User, method: 'password' | 'oidc' | 'demo', now: Date): Promise<User> {
  return audited({ userId: user.id, actor: user.email }, 'session.sign-in', `person:${user.email}`, { method }, (tx) =>
    tx.user.update({ where: { id: user.id }, data: { lastSignInAt: now } }),
  )
}
