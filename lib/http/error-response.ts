import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/core/errors.ts'
import { log } from '@/lib/http/log.ts'

export type ErrorBody = { error: { code: string; message: string; details?: Record<string, unknown> } }

/**
 * The response that tells an error: an AppError in its own words; anything else as "internal" with an id under which
 * the log has the whole error. `details.retryAfterSeconds` also becomes the Retry-After header.
 */
export function errorResponse(error: unknown, request: Request): Response {
  const known = error instanceof AppError ? error : unexpected(error, request)
  const { code, message, details, status } = known
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (typeof details?.retryAfterSeconds === 'number') headers.set('Retry-After', String(details.retryAfterSeconds))
  const body: ErrorBody = { error: { code, message, ...(details && { details }) } }
  return Response.json(body, { status, headers })
}

function unexpected(error: unknown, request: Request): AppError {
  const id = randomUUID()
  log.error({ err: error, id, method: request.method, path: new URL(request.url).pathname }, 'request failed')
  return new AppError('internal', `Something went wrong on the server. The log has it under ${id}.`, { id })
}
