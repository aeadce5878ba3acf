import { AppError } from '@/lib/core/errors.ts'

/**
 * Throws AppError forbidden unless a changing request comes from a page of this server. Browsers say where a request
 * comes from in Sec-Fetch-Site and Origin, which scripts of other sites cannot alter; one that says neither is refused.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (site ? site === 'same-origin' : isOwnOrigin(request.headers)) return
  throw new AppError('forbidden', 'This request did not come from a page of this server, so nothing was changed.')
}

function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  const publicUrl = process.env.NEXTAUTH_URL
  const own = [headers.get('host'), publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).host : null]
  return own.includes(new URL(origin).host)
}
