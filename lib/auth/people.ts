import { audited } from '@/lib/auth/audit.ts'
import { isDemoPerson } from '@/lib/auth/demo.ts'
import { adminsWhoCanSignIn } from '@/lib/auth/first-run.ts'
import type { PasswordLink } from '@/lib/auth/password-link.ts'
import { passwordLink } from '@/lib/auth/password-link.ts'
import type { Role, Scope } from '@/lib/auth/scope.ts'
import { comparableEmail } from '@/lib/auth/sign-in.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import { Prisma } from '@/lib/db/generated/client.ts'

/** A row of the list of people. `teams` empty is every team; times are ISO 8601. */
export type PersonRow = {
  id: string
  email: string
  name: string
  role: Role
  teams: string[]
  /** How the person signs in; "invited" has not set a password yet. */
  signIn: 'password' | 'oidc' | 'demo' | 'invited'
  disabled: boolean
  lastSignInAt: string | null
}

/** What an admin may change about a person. */
export type PersonChange = { role?: Role | undefined; teams?: string[] | undefined; disabled?: boolean | undefined }

/** Everybody, by name. */
export async function listPeople(): Promise<PersonRow[]> {
  const users = await db().user.findMany({ orderBy: [{ name: 'asc' }, { email: 'asc' }] })
  return users.map((user) => ({
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    teams: user.teams,
    signIn: user.passwordHash ? 'password' : user.oidcSubject ? 'oidc' : isDemoPerson(user.email) ? 'demo' : 'invited',
    disabled: user.disabledAt !== null,
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
  }))
}

/** Adds a person without a password and returns the link to set one. Throws AppError conflict for a known address. */
export async function invitePerson(
  scope: Scope,
  given: { email: string; name: string; role: Role; teams: string[] },
): Promise<PasswordLink> {
  const email = comparableEmail(given.email)
  const { name, role } = given
  const teams = unique(given.teams)
  try {
    const user = await audited(scope, 'person.create', `person:${email}`, { role, teams }, (tx) =>
      tx.user.create({ data: { email, name: name.trim(), role, teams } }),
    )
    return passwordLink(user)
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error
    throw new AppError('conflict', `${email} is already in the list.`, { field: 'email' }, { cause: error })
  }
}

/**
 * Changes a person's role or teams, disables or enables. It ends the person's sessions; a link to set the first password
 * stays good. Throws AppError not_found, and conflict for a change that would leave no admin who can sign in.
 */
export async function changePerson(scope: Scope, id: string, change: PersonChange): Promise<void> {
  const user = await db().user.findUnique({ where: { id } })
  if (!user) throw new AppError('not_found', 'There is no such person.')
  const { role = user.role, disabled = user.disabledAt !== null } = change
  const hasSignedIn = user.lastSignInAt !== null
  const teams = change.teams ? unique(change.teams) : user.teams
  await audited(scope, 'person.change', `person:${user.email}`, auditable(change), async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('gpu-ledger admins'))`
    await tx.user.update({
      where: { id },
      data: {
        role,
        teams,
        disabledAt: disabled ? (user.disabledAt ?? new Date()) : null,
        tokenVersion: { increment: hasSignedIn ? 1 : 0 },
      },
    })
    if ((await tx.user.count({ where: adminsWhoCanSignIn() })) === 0)
      throw new AppError('conflict', 'This is the last admin: make somebody else an admin first.')
  })
}

function auditable(change: PersonChange): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(change)) as Prisma.InputJsonObject
}

function unique(teams: readonly string[]): string[] {
  return [...new Set(teams.map((team) => team.trim()).filter(Boolean))].sort()
}
