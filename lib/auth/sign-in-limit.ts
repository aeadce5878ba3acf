import { networkOf } from '@/lib/auth/client-address.ts'
import { limited } from '@/lib/auth/refusal.ts'
import { sha256 } from '@/lib/auth/secret.ts'
import { db } from '@/lib/db/client.ts'
import type { Prisma } from '@/lib/db/generated/client.ts'

const windowMs = 15 * 60_000
const keptMs = 24 * 3_600_000
export const failuresPerAddress = 30
export const failuresPerAccount = 10

/** Room for one attempt. `release` gives it back after a success; after a failure it stays and counts. */
export type Attempt = { release: () => Promise<void> }

/**
 * Takes room for one sign-in attempt from this address for this account. It is taken before the password is looked at,
 * so that attempts at the same moment cannot pass the limit together. Throws AppError rate_limited with
 * `retryAfterSeconds` when the address or the account has had its failures of the last 15 minutes.
 */
export async function takeAttempt(address: string | null, account: string, now: Date): Promise<Attempt> {
  const limits = [
    { key: `address:${networkOf(address)}`, limit: failuresPerAddress },
    { key: `account:${sha256(account)}`, limit: failuresPerAccount },
  ]
  await db().signInFailure.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
  const taken = await db().$transaction(async (tx) => {
    let retryAfterSeconds = 0
    for (const { key, limit } of limits) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
      retryAfterSeconds = Math.max(retryAfterSeconds, await secondsToWait(tx, key, limit, now))
    }
    if (retryAfterSeconds > 0) throw limited(retryAfterSeconds)
    return tx.signInFailure.createManyAndReturn({
      data: limits.map(({ key }) => ({ key, at: now })),
      select: { id: true },
    })
  })
  return {
    release: async () => {
      await db().signInFailure.deleteMany({ where: { id: { in: taken.map(({ id }) => id) } } })
    },
  }
}

/** 0 while there are fewer failures than the limit in the window; else the time until the oldest that counts leaves it. */
async function secondsToWait(client: Prisma.TransactionClient, key: string, limit: number, now: Date): Promise<number> {
  const since = new Date(now.getTime() - windowMs)
  const blocking = await client.signInFailure.findFirst({
    where: { key, at: { gt: since } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: limit - 1,
    select: { at: true },
  })
  return blocking ? Math.max(1, Math.ceil((blocking.at.getTime() - since.getTime()) / 1000)) : 0
}
