import { audited } from '@/lib/auth/audit.ts'
import { hashPassword, passwordMatches } from '@/lib/auth/password.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { takeAttempt } from '@/lib/auth/sign-in-limit.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'

/**
 * Changes the own password and ends all sessions of this person, the one that asks included. Throws AppError forbidden
 * when the present password is not right or there is none, and rate_limited after too many such failures.
 */
export async function changeOwnPassword(
  scope: Scope,
  given: { current: string; password: string; address: string | null },
): Promise<void> {
  const user = await db().user.findUnique({ where: { id: scope.userId ?? '' } })
  if (!user?.passwordHash)
    throw new AppError('forbidden', 'You sign in without a password, so there is none to change.')
  const attempt = await takeAttempt(given.address, user.email, new Date())
  if (!(await passwordMatches(user.passwordHash, given.current))) {
    throw new AppError('forbidden', 'Your present password is not right.', { field: 'current' })
  }
  await attempt.release()
  const passwordHash = await hashPassword(given.password)
  await audited(scope, 'person.password', `person:${user.email}`, { by: 'self' }, (tx) =>
    tx.user.update({ where: { id: user.id }, data: { passwordHash, tokenVersion: { increment: 1 } } }),
  )
}

/** True when this person signs in with a password. */
export async function hasPassword(userId: string): Promise<boolean> {
  const user = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } })
  return Boolean(user?.passwordHash)
}
