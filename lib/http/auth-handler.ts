import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/options.ts'
import { refusalOf, refused } from '@/lib/auth/refusal.ts'
import { AppError } from '@/lib/core/errors.ts'
import { errorResponse } from '@/lib/http/error-response.ts'
import { log } from '@/lib/http/log.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

const maxBodyBytes = 16_384

/**
 * next-auth's own routes. A refused sign-in leaves as the app's usual error with its status (401, 403, or 429 with
 * Retry-After) instead of next-auth's address of an error page.
 */
export async function authHandler(request: NextRequest, context: Context): Promise<Response> {
  try {
    if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) {
      throw new AppError('too_large', `The body is longer than ${maxBodyBytes} bytes.`)
    }
    const { nextauth } = await context.params
    const response: Response = await NextAuth(
      request,
      context,
      authOptions((error) => log.error({ err: error }, 'sign-in failed')),
    )
    const signsIn = request.method === 'POST' && nextauth[0] === 'callback'
    if (signsIn && response.headers.get('content-type') === 'application/json') await assertSignedIn(response)
    return response
  } catch (error) {
    return errorResponse(error, request)
  }
}

/** Throws the refusal that next-auth wrote into the address it answers with. */
async function assertSignedIn(response: Response): Promise<void> {
  const { url } = (await response.clone().json()) as { url?: string }
  const query = new URL(url ?? '', 'http://here.invalid').searchParams
  if (query.has('csrf')) throw refused('page-too-old')
  const code = query.get('error')
  if (code) throw refusalOf(code)
}
