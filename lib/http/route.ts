import type { ZodType } from 'zod'
import type { Permission } from '@/lib/auth/permissions.ts'
import { may } from '@/lib/auth/permissions.ts'
import { personOfRequest, scopeOf } from '@/lib/auth/person.ts'
import type { Scope } from '@/lib/auth/scope.ts'
import { AppError } from '@/lib/core/errors.ts'
import { errorResponse } from '@/lib/http/error-response.ts'
import { assertSameOrigin } from '@/lib/http/origin.ts'
import { parseBody, parseParams, parseQuery } from '@/lib/http/parse.ts'

type Access = Permission | 'public'
/** A public route answers people who are not signed in too, so its scope may be null. */
type ScopeFor<A extends Access> = A extends 'public' ? Scope | null : Scope

type Call<A extends Access, Query, Body, Params> = {
  scope: ScopeFor<A>
  query: Query
  body: Body
  params: Params
  request: Request
}

type Options<A extends Access, Query, Body, Params> = {
  permission: A
  query?: ZodType<Query>
  body?: ZodType<Body>
  params?: ZodType<Params>
  /** Answers with a Response, or with plain JSON; undefined becomes 204. */
  run: (call: Call<A, Query, Body, Params>) => Promise<unknown>
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Every handler of app/api: who asks and may they -> does a change come from our own page -> are query, body and path
 * as declared -> run -> the answer, or the error as JSON. A handler without `body` may read request.body itself.
 */
export function route<A extends Access, Query = undefined, Body = undefined, Params = undefined>(
  options: Options<A, Query, Body, Params>,
): Handler {
  return async (request, context) => {
    try {
      const scope = await authorise(request, options.permission)
      if (!readingMethods.includes(request.method)) assertSameOrigin(request)
      const result = await options.run({
        scope,
        query: (options.query ? parseQuery(request, options.query) : undefined) as Query,
        body: (options.body ? await parseBody(request, options.body) : undefined) as Body,
        params: (options.params ? parseParams(await context.params, options.params) : undefined) as Params,
        request,
      })
      return answer(result)
    } catch (error) {
      return errorResponse(error, request)
    }
  }
}

async function authorise<A extends Access>(request: Request, access: A): Promise<ScopeFor<A>> {
  const person = await personOfRequest(request)
  const scope = person && scopeOf(person)
  if (access !== 'public') {
    if (!scope) throw new AppError('unauthenticated', 'Sign in first.')
    if (!may(scope.role, access as Permission)) {
      throw new AppError('forbidden', `The role ${scope.role} may not do this.`, { permission: access })
    }
  }
  return scope as ScopeFor<A>
}

function answer(result: unknown): Response {
  if (result instanceof Response) return result
  const headers = { 'Cache-Control': 'no-store' }
  return result === undefined ? new Response(null, { status: 204, headers }) : Response.json(result, { headers })
}
