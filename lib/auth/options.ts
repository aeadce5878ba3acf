import type { NextAuthOptions } from 'next-auth'
import type { CredentialsConfig } from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { connection } from '@/lib/auth/client-address.ts'
import { demoRoles, signInToDemo } from '@/lib/auth/demo.ts'
import type { OidcClaims, OidcSettings } from '@/lib/auth/oidc.ts'
import { admitByOidc, oidcSettings, personOfSubject } from '@/lib/auth/oidc.ts'
import { refusalCode, refused } from '@/lib/auth/refusal.ts'
import { authSecret } from '@/lib/auth/secret.ts'
import { secureCookies, sessionCookieName, sessionSeconds } from '@/lib/auth/session-cookie.ts'
import { recordSignIn, signInWithPassword } from '@/lib/auth/sign-in.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

type Report = (error: unknown) => void

/**
 * How next-auth signs people in here. It keeps nothing but a cookie; who a person is and may do is read from our rows.
 * `report` gets what failed and is no refusal: next-auth itself would show it to the browser and log nothing.
 */
export function authOptions(report: Report): NextAuthOptions {
  // Without a public URL next-auth takes the host that the request names, so that any port and name of a demo works.
  if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST = '1'
  const oidc = oidcSettings()
  const secure = secureCookies()
  const cookie = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret: authSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      callbackUrl: { name: `${secure ? '__Secure-' : ''}gpu-ledger.callback`, options: cookie },
      csrfToken: { name: `${secure ? '__Host-' : ''}gpu-ledger.csrf`, options: cookie },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    logger: { error: (code, metadata) => report(metadata instanceof Error ? metadata : { code, metadata }) },
    providers: [passwordProvider(report), demoProvider(report), ...(oidc ? [oidcProvider(oidc)] : [])],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc' || !oidc) return true
        try {
          await recordSignIn(await admitByOidc((profile ?? {}) as OidcClaims, oidc), 'oidc', new Date())
          return true
        } catch (error) {
          return `/sign-in?error=${reported(error, report)}`
        }
      },
      jwt: async ({ token, user, account, profile }) => {
        if (!account) return token
        const row =
          account?.provider === 'oidc'
            ? await personOfSubject((profile ?? {}) as OidcClaims)
            : await db().user.findUnique({ where: { id: user.id } })
        return row ? { sub: row.id, tokenVersion: row.tokenVersion } : {}
      },
    },
  }
}

function passwordProvider(report: Report): CredentialsConfig {
  return credentials('credentials', 'Password', report, async ({ email, password }, headers) => {
    if (typeof email !== 'string' || typeof password !== 'string') throw refused('wrong-password')
    const { address } = connection(headers)
    return signInWithPassword({ email, password, address })
  })
}

function demoProvider(report: Report): CredentialsConfig {
  return credentials('demo', 'Demo', report, async ({ role: wish }, headers) => {
    const role = demoRoles.find((known) => known === wish)
    if (!role) throw refused('no-demo')
    return signInToDemo(role, headers)
  })
}

/** A way to sign in with fields; a refusal leaves as the bare code that next-auth carries to the browser. */
function credentials(
  id: string,
  name: string,
  report: Report,
  signIn: (fields: Record<string, unknown>, headers: Headers) => Promise<User | null>,
): CredentialsConfig {
  return {
    id,
    name,
    type: 'credentials',
    credentials: {},
    authorize: async (fields, request) => {
      try {
        return await signIn(fields ?? {}, new Headers(request.headers))
      } catch (error) {
        throw new Error(reported(error, report), { cause: error })
      }
    },
  }
}

function reported(error: unknown, report: Report): string {
  const code = refusalCode(error)
  if (code === 'server-failed') report(error)
  return code
}

function oidcProvider(settings: OidcSettings): OAuthConfig<OidcClaims> {
  return {
    id: 'oidc',
    name: settings.name,
    type: 'oauth',
    wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (claims) => ({ id: String(claims.sub) }),
  }
}
