// A large upload through the running production server: `node --import tsx bench/upload.ts [MB] [TIMES]` (200 MB, 3 times).
// Exits 1 unless every upload arrives whole by SHA-256 and the server's memory stays flat while it does.
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { authSecret } from '@/lib/auth/secret.ts'
import { sessionCookieName } from '@/lib/auth/session-cookie.ts'
import { db } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import type { AppServer } from '@/scripts/app-server.ts'
import { firstFreePort, startApp } from '@/scripts/app-server.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'

const FLAT_MIB = 64
const bytes = Number(process.argv[2] ?? 200) * 1_000_000
const times = Number(process.argv[3] ?? 3)

const home = temporaryHome('upload')
process.env.GPU_LEDGER_HOME = home.path
delete process.env.DATABASE_URL
const database = await prepareDatabase()
let app: AppServer | undefined
let good = true
try {
  if (!isBuilt()) await buildApp()
  app = await startApp('127.0.0.1', await firstFreePort('127.0.0.1', Number(process.env.PORT ?? 3121)))
  const cookie = await signedIn()
  await send(app.url, cookie, 1_000_000)
  const before = residentMiB(app)
  console.log(`server before: ${before.toFixed(0)} MiB resident`)
  for (let n = 1; n <= times; n++) good = (await measured(app, cookie, before, n)) && good
} finally {
  await app?.stop()
  await db().$disconnect()
  await database.stop()
  home.remove()
}
process.exit(good ? 0 : 1)

async function measured(server: AppServer, cookie: string, before: number, n: number): Promise<boolean> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMiB(server))
  }, 20)
  const started = performance.now()
  const sent = await send(server.url, cookie, bytes)
  const seconds = (performance.now() - started) / 1000
  clearInterval(timer)
  const whole = sent.answer.bytes === bytes && sent.answer.sha256 === sent.sha256
  const kept = (await hashOf(join(home.path, 'uploads', String(sent.answer.id), '1'))) === sent.sha256
  const grown = peak - before
  console.log(
    `upload ${n}: ${bytes} bytes in ${seconds.toFixed(2)} s (${(bytes / 1e6 / seconds).toFixed(0)} MB/s), ` +
      `SHA-256 ${whole ? 'equal in the answer' : 'DIFFERS in the answer'} and ${kept ? 'on disk' : 'NOT on disk'}, ` +
      `peak ${peak.toFixed(0)} MiB (${grown >= 0 ? '+' : ''}${grown.toFixed(0)}; flat is at most +${FLAT_MIB})`,
  )
  return whole && kept && grown <= FLAT_MIB
}

/** Sends random bytes as they are made, so that this process does not hold them either. */
async function send(url: string, cookie: string, size: number) {
  const post = request(`${url}/api/imports?more=1&name=upload.bin`, {
    method: 'POST',
    headers: { cookie, 'content-length': size, 'sec-fetch-site': 'same-origin' },
  })
  const answered = once(post, 'response')
  const hash = createHash('sha256')
  for (let left = size; left > 0; ) {
    const chunk = randomBytes(Math.min(left, 1 << 16))
    left -= chunk.length
    hash.update(chunk)
    if (!post.write(chunk)) await once(post, 'drain')
  }
  post.end()
  const [response] = await answered
  let text = ''
  for await (const chunk of response) text += chunk
  if (response.statusCode !== 201) throw new Error(`the server answered ${response.statusCode}: ${text}`)
  return { sha256: hash.digest('hex'), answer: JSON.parse(text) as { id: number; bytes: number; sha256: string } }
}

async function signedIn(): Promise<string> {
  const user = await db().user.create({ data: { email: 'bench@example.com', name: 'Bench', role: 'admin' } })
  const token = await encode({ token: { sub: user.id, tokenVersion: user.tokenVersion }, secret: authSecret() })
  return `${sessionCookieName()}=${token}`
}

function residentMiB({ child }: AppServer): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
