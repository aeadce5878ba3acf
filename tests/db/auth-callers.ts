import { encode } from 'next-auth/jwt'
import { connectionHeader } from '@/lib/auth/client-address.ts'
import type { Role } from '@/lib/auth/scope.ts'
import { authSecret } from '@/lib/auth/secret.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { db } from '@/lib/db/client.ts'
import type { User } from '@/lib/db/generated/client.ts'

export type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** A person of this role in the database. */
export function createPerson(role: Role, email = `${role}@example.org`): Promise<User> {
  return db().user.create({ data: { email, name: email, role } })
}

/** The Cookie header of a session that this person opened now. */
export async function cookieFor(user: Pick<User, 'id' | 'tokenVersion'>): Promise<string> {
  const token = await encode({ token: { sub: user.id, tokenVersion: user.tokenVersion }, secret: authSecret() })
  return `${sessionCookieName()}=${token}`
}

/** Headers of a request as the server sees it from a socket with this address. */
export function headersFrom(address: string | null, more: Record<string, string> = {}): Headers {
  return new Headers({ [connectionHeader()]: JSON.stringify({ address, forwarded: false, path: '/' }), ...more })
}

/** Calls a handler as a page of this server would; `cookie` is who asks. */
export async function call(
  handler: Handler,
  given: {
    method?: string
    cookie?: string | undefined
    body?: unknown
    params?: Record<string, string>
    query?: string
  },
): Promise<Response> {
  const { method = 'GET', cookie, body, params = {}, query = '' } = given
  const headers = headersFrom('192.0.2.7', {
    host: 'localhost',
    'sec-fetch-site': 'same-origin',
    ...(cookie && { cookie }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  })
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  return handler(new Request(`http://localhost/api${query}`, init), { params: Promise.resolve(params) })
}

/** The code of an error response. */
export async function codeOf(response: Response): Promise<string | undefined> {
  return ((await response.json()) as { error?: { code: string } }).error?.code
}
