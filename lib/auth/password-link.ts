import { audited } from '@/lib/auth/audit.ts'
import { hashPassword } from '@/lib/auth/password.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { equalInConstantTime, sign } from '@/lib/auth/secret.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

const purpose = 'password link'
const validMs = 72 * 3_600_000

/** A link for setting a password, and when it ends. The code stands behind the #, which no server or log ever sees. */
export type PasswordLink = { path: string; expiresAt: string }

/**
 * The link with which this person sets a password. It signs the version of the person's credentials, which setting a
 * password raises: so it works once, and every newer link or password ends it. Nothing is stored.
 */
export function passwordLink(user: Pick<User, 'id' | 'tokenVersion'>, now = new Date()): PasswordLink {
  const expires = now.getTime() + validMs
  const text = `${user.id}.${user.tokenVersion}.${expires}`
  return { path: `/setup/password#${text}.${sign(purpose, text)}`, expiresAt: new Date(expires).toISOString() }
}

/** A new link for a person, by an admin. Ends the person's sessions and earlier links. Throws AppError not_found. */
export async function renewPasswordLink(scope: Scope, id: string): Promise<PasswordLink> {
  const user = await db().user.findUnique({ where: { id } })
  if (!user) throw new AppError('not_found', 'There is no such person.')
  const renewed = await audited(scope, 'person.password-link', `person:${user.email}`, {}, (tx) =>
    tx.user.update({ where: { id }, data: { tokenVersion: { increment: 1 } } }),
  )
  return passwordLink(renewed)
}

/**
 * Sets the password of the person whom the code of a link names, and returns the e-mail address to sign in with. Throws
 * AppError forbidden for a code that is wrong, used or too old, and bad_request for a password that is too short.
 */
export async function setPasswordByLink(code: string, password: string, now = new Date()): Promise<string> {
  const user = await personOfCode(code, now)
  const passwordHash = await hashPassword(password)
  const { id, email, tokenVersion } = user
  await audited({ userId: id, actor: email }, 'person.password', `person:${email}`, { by: 'link' }, async (tx) => {
    const changed = await tx.user.updateMany({
      where: { id, tokenVersion, disabledAt: null },
      data: { passwordHash, tokenVersion: { increment: 1 } },
    })
    if (changed.count === 0) throw ended()
  })
  return email
}

async function personOfCode(code: string, now: Date): Promise<User> {
  const [id = '', version = '', expires = '', signature = ''] = code.trim().split('.')
  const genuine = equalInConstantTime(signature, sign(purpose, `${id}.${version}.${expires}`))
  if (!genuine || Number(expires) < now.getTime()) throw ended()
  const user = await db().user.findUnique({ where: { id } })
  if (!user || user.disabledAt || user.tokenVersion !== Number(version)) throw ended()
  return user
}

function ended(): AppError {
  return new AppError('forbidden', 'This link is not right, was used, or is too old. Ask an admin for a new one.')
}
