import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from '@/lib/db/home.ts'

/** The secret that signs and encrypts sessions: NEXTAUTH_SECRET, or one made on first use and kept on disk. */
export function authSecret(): string {
  return process.env.NEXTAUTH_SECRET || secret('auth-secret')
}

/** The SHA-256 of a text, as hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The HMAC of a text under the auth secret, for one purpose only: a signature for one purpose never fits another. */
export function sign(purpose: string, text: string): string {
  const key = createHmac('sha256', authSecret()).update(purpose).digest()
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** True when both texts are equal; takes the same time wherever they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(left)), Buffer.from(sha256(right)))
}
