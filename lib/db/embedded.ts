import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import type { Cluster } from '@/lib/db/embedded-cluster.ts'
import { clusterDirectory, ensureCluster, postgresEnvironment, SUPERUSER } from '@/lib/db/embedded-cluster.ts'
import { clearStaleLock, freePort, readPostmaster, SERVER_SETTINGS, stopPostmaster } from '@/lib/db/embedded-server.ts'

/** A database to use, and how to give it back. */
export interface Database {
  url: string
  /** Stops the server if this call started it; otherwise does nothing. */
  stop: () => Promise<void>
}

const APPLICATION = 'gpu_ledger'
const PREFERRED_PORT = 54318
const START_ATTEMPTS = 4
// A killed server replays its WAL before it answers: up to max_wal_size of it.
const START_TIMEOUT_MS = 300_000
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01'])
const NOT_PROVISIONED = new Set(['28P01', '3D000'])
const ALREADY_THERE = new Set(['42710', '42P04', '23505'])

/**
 * The database at DATABASE_URL if that is set, else the embedded Postgres of home(), made and started as needed. It
 * is left running for other processes, any number of which may call this at once.
 */
export async function ensureDatabase(): Promise<Database> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  const cluster = ensureCluster()
  const deadline = Date.now() + START_TIMEOUT_MS
  let child: ChildProcess | undefined
  let attempts = 0
  while (Date.now() < deadline) {
    const server = readPostmaster(cluster.data)
    if (server?.ready) {
      const url = await openApplicationDatabase(cluster, server.port)
      const ours = child?.pid === server.pid
      if (url) return { url, stop: async () => void (ours && (await stopPostmaster(cluster.data))) }
    } else if (!server && (!child || child.exitCode !== null || child.signalCode !== null)) {
      if (attempts++ === START_ATTEMPTS) break
      child = await startServer(cluster)
    }
    await sleep(20)
  }
  const log = join(cluster.directory, 'postgres.log')
  const end = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : ''
  throw new Error(`The embedded Postgres did not start. The end of ${log}:\n${end}`)
}

/** Stops the embedded Postgres of home(), whoever started it. False if it was not running. */
export async function stopDatabase(): Promise<boolean> {
  return stopPostmaster(join(clusterDirectory(), 'data'))
}

/** Starts the server as a process that outlives this one. It may still fail, for instance to a rival start. */
async function startServer({ directory, data, binaries, account }: Cluster): Promise<ChildProcess> {
  clearStaleLock(data)
  const remembered = join(directory, 'port')
  const port = await freePort(existsSync(remembered) ? Number(readFileSync(remembered, 'utf8')) : PREFERRED_PORT)
  const log = openSync(join(directory, 'postgres.log'), 'a', 0o600)
  const settings = Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...account,
    cwd: '/',
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await once(child, 'spawn')
  child.unref()
  writeFileSync(remembered, String(port), { mode: 0o600 })
  return child
}

/** The URL of the application's database, made on first use; undefined while the server does not take connections. */
async function openApplicationDatabase(cluster: Cluster, port: number): Promise<string | undefined> {
  const password = readFileSync(join(cluster.directory, 'password'), 'utf8')
  const urlFor = (user: string, name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`
  const url = urlFor(APPLICATION, APPLICATION)
  try {
    try {
      await execute(url, [])
    } catch (error) {
      if (!NOT_PROVISIONED.has(codeOf(error))) throw error
      // The application is not a superuser: a flaw in it must not reach the server's files or programs.
      await execute(urlFor(SUPERUSER, 'postgres'), [
        `CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD '${password}' IN ROLE pg_checkpoint`,
        `CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`,
      ])
    }
    return url
  } catch (error) {
    if (NOT_YET.has(codeOf(error))) return undefined
    throw error
  }
}

/** Runs statements one by one on a connection of its own; what already exists is left as it is. */
async function execute(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) {
      await client.query(statement).catch((error: unknown) => {
        if (!ALREADY_THERE.has(codeOf(error))) throw error
      })
    }
  } finally {
    await client.end()
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DatabaseError) return error.code ?? ''
  return (error as NodeJS.ErrnoException).code ?? ''
}
