import { audited } from '@/lib/auth/audit.ts'
import { refused } from '@/lib/auth/refusal.ts'
import type { Role } from '@/lib/auth/scope.ts'
import { comparableEmail } from '@/lib/auth/sign-in.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'
import { Role as roles } from '@/lib/db/generated/enums.ts'

export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the sign-in button calls the provider. */
  name: string
  allowedDomain: string | null
  defaultRole: Role
}

/** The claims of an ID token that are looked at. */
export type OidcClaims = { iss?: unknown; sub?: unknown; email?: unknown; email_verified?: unknown; name?: unknown }

/** The OpenID provider that the OIDC_* variables describe, or null when they name none. Throws for a wrong role. */
export function oidcSettings(env: NodeJS.ProcessEnv = process.env): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (!issuer || !clientId || !clientSecret) return null
  const role = env.OIDC_DEFAULT_ROLE || 'engineer'
  const defaultRole = Object.values(roles).find((known) => known === role)
  if (!defaultRole) throw new Error(`OIDC_DEFAULT_ROLE is "${role}": it has to be admin, finance or engineer.`)
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: env.OIDC_NAME || 'single sign-on',
    allowedDomain: env.OIDC_ALLOWED_DOMAIN?.trim().toLowerCase().replace(/^@/, '') || null,
    defaultRole,
  }
}

/** The person whom an OpenID provider calls `sub`, or null. People are linked by issuer and subject, never by address. */
export async function personOfSubject(claims: OidcClaims): Promise<User | null> {
  if (typeof claims.iss !== 'string' || typeof claims.sub !== 'string') return null
  return db().user.findUnique({
    where: { oidcIssuer_oidcSubject: { oidcIssuer: claims.iss, oidcSubject: claims.sub } },
  })
}

/**
 * The person of an OpenID sign-in, made on the first one if the provider vouches for an address of the allowed domain.
 * Throws AppError forbidden with the reason for anybody else.
 */
export async function admitByOidc(claims: OidcClaims, settings: OidcSettings): Promise<User> {
  const known = await personOfSubject(claims)
  if (known?.disabledAt) throw refused('disabled')
  return known ?? createFromOidc(claims, settings)
}

async function createFromOidc(claims: OidcClaims, settings: OidcSettings): Promise<User> {
  const { iss, sub, name } = claims
  const email = typeof claims.email === 'string' ? comparableEmail(claims.email) : ''
  const domain = email.slice(email.lastIndexOf('@') + 1)
  const verified = claims.email_verified === true && email.includes('@')
  if (typeof iss !== 'string' || typeof sub !== 'string' || !verified || domain !== settings.allowedDomain) {
    throw refused('not-admitted')
  }
  if (await db().user.findUnique({ where: { email } })) throw refused('has-password')
  const role = settings.defaultRole
  const data = { email, name: typeof name === 'string' && name ? name : email, role, oidcIssuer: iss, oidcSubject: sub }
  return audited({ userId: null, actor: email }, 'person.create', `person:${email}`, { role, by: 'oidc' }, (tx) =>
    tx.user.create({ data }),
  )
}
