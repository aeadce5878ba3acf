import { audited } from '@/lib/auth/audit.ts'
import { connection } from '@/lib/auth/client-address.ts'
import { refused } from '@/lib/auth/refusal.ts'
import type { Role } from '@/lib/auth/scope.ts'
import { recordSignIn } from '@/lib/auth/sign-in.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

/** What the addresses of the demo's people end in: a domain that cannot exist. */
export const demoDomain = '@demo.invalid'
export const demoRoles: readonly Role[] = ['finance', 'engineer', 'admin']

const demoNames: Record<Role, string> = { admin: 'Demo admin', finance: 'Demo finance', engineer: 'Demo engineer' }
const loopbackAddresses = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/i
const loopbackHosts = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/** True when this server was started as a demo. */
export function isDemo(): boolean {
  return process.env.GPU_LEDGER_DEMO === '1'
}

/**
 * True when a request may sign in without a password: the server is a demo, and the request came straight from this
 * machine to a loopback name. The name is checked too, so that a page elsewhere whose name resolves to 127.0.0.1 is
 * refused.
 */
export function demoAllowed(headers: Headers): boolean {
  const { address, forwarded } = connection(headers)
  return (
    isDemo() &&
    !forwarded &&
    address !== null &&
    loopbackAddresses.test(address) &&
    loopbackHosts.test(headers.get('host') ?? '')
  )
}

/** The demo's person of this role, made on first use. Throws AppError forbidden wherever demoAllowed() is false. */
export async function signInToDemo(role: Role, headers: Headers, now = new Date()): Promise<User> {
  if (!demoAllowed(headers)) throw refused('no-demo')
  const user = (await demoUser(role)) ?? (await createDemoUser(role))
  if (user.disabledAt) throw refused('disabled')
  return recordSignIn(user, 'demo', now)
}

/** True for an address of one of the demo's people. */
export function isDemoPerson(email: string): boolean {
  return email.endsWith(demoDomain)
}

function demoEmail(role: Role): string {
  return `${role}${demoDomain}`
}

function demoUser(role: Role): Promise<User | null> {
  return db().user.findUnique({ where: { email: demoEmail(role) } })
}

async function createDemoUser(role: Role): Promise<User> {
  const email = demoEmail(role)
  return audited({ userId: null, actor: 'demo' }, 'person.create', `person:${email}`, { role }, async (tx) => {
    await tx.user.createMany({ data: [{ email, name: demoNames[role], role }], skipDuplicates: true })
    return tx.user.findUniqueOrThrow({ where: { email } })
  })
}
