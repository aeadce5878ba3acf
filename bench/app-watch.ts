// Serves the built app to one signed-in person who asks without pause, while something else is being killed: how many answers, how fast,
// and whether each is one that may be given.
import { setTimeout as sleep } from 'node:timers/promises'
import { encode } from 'next-auth/jwt'
import { authSecret } from '@/lib/auth/secret.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { firstFreePort, startApp } from '@/scripts/app-server.ts'

const PAUSE_MS = 75
const TIMEOUT_MS = 10_000

/** What the person got: `wrong` are answers in good form with figures that nobody ever published. */
export type Answers = { asked: number; failed: number; wrong: number; p95Ms: number; slowestMs: number }

export type Watch = { stop(): Promise<{ spend: Answers; health: Answers }> }

/**
 * Starts the app on the database at DATABASE_URL and asks `path` and /api/health again and again. `isRight` says whether an answer to `path`
 * may be given.
 */
export async function watchApp(path: string, isRight: (answer: unknown) => boolean): Promise<Watch> {
  if (!isBuilt()) await buildApp()
  const app = await startApp('127.0.0.1', await firstFreePort('127.0.0.1', Number(process.env.PORT ?? 3131)))
  const headers = { cookie: await signedIn() }
  const spend = new Tally()
  const health = new Tally()
  let stopping = false
  const asking = (async () => {
    while (!stopping) {
      await Promise.all([
        spend.ask(`${app.url}${path}`, headers, isRight),
        health.ask(`${app.url}/api/health`, headers, (answer) => JSON.stringify(answer) === '{"ok":true}'),
      ])
      await sleep(PAUSE_MS)
    }
  })()
  return {
    async stop() {
      stopping = true
      await asking
      await app.stop()
      return { spend: spend.answers(), health: health.answers() }
    },
  }
}

class Tally {
  private readonly milliseconds: number[] = []
  private failed = 0
  private wrong = 0

  async ask(url: string, headers: Record<string, string>, isRight: (answer: unknown) => boolean): Promise<void> {
    const began = performance.now()
    try {
      const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) })
      const text = await response.text()
      if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 200)}`)
      if (!isRight(JSON.parse(text))) {
        this.wrong += 1
        process.stderr.write(`wrong: ${text.slice(0, 500)}\n`)
      }
    } catch (error) {
      this.failed += 1
      process.stderr.write(`failed: ${url}: ${error}\n`)
    }
    this.milliseconds.push(performance.now() - began)
  }

  answers(): Answers {
    const sorted = this.milliseconds.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
    return { asked: sorted.length, failed: this.failed, wrong: this.wrong, p95Ms: at(0.95), slowestMs: at(1) }
  }
}

/** The Cookie header of a new admin. */
export async function signedIn(): Promise<string> {
  const user = await db().user.create({ data: { email: 'watch@example.com', name: 'Watch', role: 'admin' } })
  await disconnect()
  const token = await encode({ token: { sub: user.id, tokenVersion: user.tokenVersion }, secret: authSecret() })
  return `${sessionCookieName()}=${token}`
}
