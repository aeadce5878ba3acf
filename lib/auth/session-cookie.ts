import { decode } from 'next-auth/jwt'
import { authSecret } from '@/lib/auth/secret.ts'

/** A session ends this long after sign-in, used or not. */
export const sessionSeconds = 7 * 24 * 3600

/** True when people reach this server by HTTPS, as NEXTAUTH_URL says: its cookies are then marked Secure. */
export function secureCookies(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith('https://') ?? false
}

/** The session cookie's name: our own, because the cookies of two servers on localhost share one jar. */
export function sessionCookieName(): string {
  return `${secureCookies() ? '__Secure-' : ''}gpu-ledger.session`
}

/** What a session says about itself: the person, and the version of the person's credentials at sign-in. */
export type SessionToken = { userId: string; tokenVersion: number }

/** The content of a session cookie, or null when it is missing, foreign, altered or expired. */
export async function readSessionCookie(value: string | undefined): Promise<SessionToken | null> {
  if (!value) return null
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null)
  if (!token?.sub || typeof token.tokenVersion !== 'number') return null
  return { userId: token.sub, tokenVersion: token.tokenVersion }
}

/** The value of one cookie of a request, or undefined. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const pair of headers.get('cookie')?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
