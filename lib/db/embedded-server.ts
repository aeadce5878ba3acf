import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a running (or starting, or crashed) server wrote about itself. */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

/**
 * Flags of every start. One laptop-sized node without replicas: small memory, no WAL for replication, and full
 * durability (fsync and synchronous_commit stay on). Only 127.0.0.1, no Unix socket: its path would be too long for
 * some homes.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** The server of `dataDirectory` as its lock file describes it, or undefined if none is alive. */
export function readPostmaster(dataDirectory: string): Postmaster | undefined {
  const lines = readLock(dataDirectory)
  const pid = Number(lines?.[0])
  // The file is written in steps; until the port is in it the server is known to be starting only.
  if (!lines || !pid || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Removes the lock file of a server that was killed if its process id now belongs to another program, which Postgres
 * would take for a live server. It removes every other stale lock by itself.
 */
export function clearStaleLock(dataDirectory: string): void {
  const pid = Number(readLock(dataDirectory)?.[0])
  if (pid && !isPostgres(pid)) rmSync(join(dataDirectory, 'postmaster.pid'), { force: true })
}

/** Shuts the server down (connections are closed, everything committed is kept) and waits until it is gone. */
export async function stopPostmaster(dataDirectory: string): Promise<boolean> {
  const server = readPostmaster(dataDirectory)
  if (!server) return false
  process.kill(server.pid, 'SIGINT')
  while (readPostmaster(dataDirectory)?.pid === server.pid) await sleep(20)
  return true
}

/** `preferred` if nothing listens on it, else a free port that the system picks. */
export async function freePort(preferred: number): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? preferred
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

function readLock(dataDirectory: string): string[] | undefined {
  try {
    return readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}
