import { randomBytes } from 'node:crypto'
import { audited } from '@/lib/auth/audit.ts'
import { demoDomain, isDemo } from '@/lib/auth/demo.ts'
import { hashPassword } from '@/lib/auth/password.ts'
import { sha256 } from '@/lib/auth/secret.ts'
import { comparableEmail } from '@/lib/auth/sign-in.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'

const settingKey = 'setup-token'

/** The admins who are not disabled and have a way to sign in here and now. */
export function adminsWhoCanSignIn(): Prisma.UserWhereInput {
  const demo = isDemo() ? [{ email: { endsWith: demoDomain } }] : []
  return {
    role: 'admin',
    disabledAt: null,
    OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }, ...demo],
  }
}

/** True while no admin could sign in: the server is new, or was a demo before. */
export async function needsFirstAdmin(): Promise<boolean> {
  return (await db().user.count({ where: adminsWhoCanSignIn() })) === 0
}

/**
 * A new one-time token for creating the first admin, or null when there is one already. Only its hash is stored, and it
 * takes the place of an earlier token: whoever reads the newest log line has the one that works.
 */
export async function createSetupToken(): Promise<string | null> {
  if (!(await needsFirstAdmin())) return null
  const token = randomBytes(24).toString('base64url')
  const value = { hash: sha256(token) }
  await db().setting.upsert({ where: { key: settingKey }, create: { key: settingKey, value }, update: { value } })
  return token
}

/**
 * Creates the first admin and uses up the token, both or neither. Throws AppError forbidden for a token that is wrong
 * or used, and bad_request for a password that is too short.
 */
export async function createFirstAdmin(given: {
  token: string
  email: string
  name: string
  password: string
}): Promise<void> {
  const email = comparableEmail(given.email)
  const token = { key: settingKey, value: { path: ['hash'], equals: sha256(given.token.trim()) } }
  // Before the costly hash: anybody may call this.
  if ((await db().setting.count({ where: token })) === 0) throw wrongToken()
  const passwordHash = await hashPassword(given.password)
  await audited({ userId: null, actor: email }, 'person.create', `person:${email}`, { role: 'admin' }, async (tx) => {
    const used = await tx.setting.deleteMany({ where: token })
    if (used.count === 0) throw wrongToken()
    const data = { name: given.name.trim(), role: 'admin', passwordHash } as const
    await tx.user.upsert({
      where: { email },
      create: { email, ...data },
      update: { ...data, disabledAt: null, teams: [], tokenVersion: { increment: 1 } },
    })
  })
}

function wrongToken(): AppError {
  return new AppError('forbidden', 'This token is not right, or it was used. The newest one is in the server’s log.')
}
