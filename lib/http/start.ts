import { watchConnections } from '@/lib/auth/client-address.ts'
import { isDemo } from '@/lib/auth/demo.ts'
import { createSetupToken } from '@/lib/auth/first-run.ts'
import { db } from '@/lib/db/client.ts'
import { log } from '@/lib/http/log.ts'

/**
 * What the server does once before its first request. A database that does not answer is logged and not fatal: the
 * health route tells it, and the app works as soon as the database does.
 */
export async function startServer(): Promise<void> {
  watchConnections()
  try {
    await db().$queryRaw`SELECT 1`
    if (!isDemo()) announce(await createSetupToken())
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
  }
}

/** Prints the token for the first admin, once and in plain text, for the person who reads the log. */
function announce(token: string | null): void {
  if (!token) return
  const page = `${process.env.NEXTAUTH_URL?.replace(/\/$/, '') ?? ''}/setup`
  process.stdout.write(`\nThis server has no admin yet. Open ${page} and enter this one-time token:\n\n  ${token}\n\n`)
}
