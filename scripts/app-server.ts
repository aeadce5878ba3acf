import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { endChild, startNode } from '@/scripts/child.ts'

/** The built app, answering at `url`. */
export interface AppServer {
  url: string
  child: ChildProcess
  stop: () => Promise<void>
}

const START_TIMEOUT_MS = 60_000

/** Serves the production build on `host` and `port`; returns when it answers. Throws if it ends before. */
export async function startApp(host: string, port: number, env: Record<string, string> = {}): Promise<AppServer> {
  const child = startNode(['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    if (response) return { url, child, stop: () => endChild(child) }
    await sleep(100)
  }
  await endChild(child)
  throw new Error(`The app did not start on ${url}.`)
}

/** The first port from `port` up that nothing listens on at `host`. */
export async function firstFreePort(host: string, port: number): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(candidate, host, () => probe.close(() => resolve(true)))
    })
    if (free) return candidate
  }
  throw new Error(`Ports ${port} to ${port + 99} are all in use. Set PORT.`)
}
