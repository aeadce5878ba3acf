import { encode } from 'next-auth/jwt'
import type { Role } from '@/lib/auth/scope.ts'
import { authSecret } from '@/lib/auth/secret.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { db } from '@/lib/db/client.ts'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

export type Call = {
  params?: Record<string, string | number>
  path?: string
  /** Sent as it is, by POST; `json` is sent as JSON. */
  body?: BodyInit
  json?: unknown
  headers?: Record<string, string>
}

export type Caller = (handler: Handler, call?: Call) => Promise<Response>

/** Calls route handlers as nobody. */
export const nobody: Caller = (handler, call) => send(handler, {}, call)

/** Makes a person and calls route handlers in that person's name, as a page of this server would. */
export async function person(role: Role, teams: string[] = []): Promise<Caller> {
  const email = `${role}${teams.map((team) => `-${team}`).join('')}@example.com`
  const user = await db().user.create({ data: { email, name: email, role, teams } })
  const token = await encode({ token: { sub: user.id, tokenVersion: 0 }, secret: authSecret() })
  return (handler, call) => send(handler, { cookie: `${sessionCookieName()}=${token}` }, call)
}

function send(handler: Handler, own: Record<string, string>, call: Call = {}): Promise<Response> {
  const body = call.json === undefined ? call.body : JSON.stringify(call.json)
  const request = new Request(`http://localhost${call.path ?? '/'}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(call.json !== undefined && { 'content-type': 'application/json' }),
      ...own,
      ...call.headers,
    },
    ...(body !== undefined && { body, duplex: 'half' }),
  })
  const params = Object.entries(call.params ?? {}).map(([key, value]) => [key, String(value)])
  return handler(request, { params: Promise.resolve(Object.fromEntries(params)) })
}
