import { execFile, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureDatabase, stopDatabase } from '@/lib/db/embedded.ts'
import { readPostmaster } from '@/lib/db/embedded-server.ts'

const home = mkdtempSync(join(tmpdir(), "gpu ledger's $HOME "))
const data = join(home, 'postgres', 'data')

beforeAll(() => {
  process.env.GPU_LEDGER_HOME = home
  delete process.env.DATABASE_URL
})
afterAll(async () => {
  await stopDatabase()
  rmSync(home, { recursive: true, force: true })
})

/** ensureDatabase() in a process of its own, which ends; returns the URL it got. */
async function ensureElsewhere(): Promise<string> {
  const program = ['--import', 'tsx', 'tests/setup/ensure-database.ts']
  const { stdout } = await promisify(execFile)(process.execPath, program)
  return stdout.trim()
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function killServer(): Promise<void> {
  const server = readPostmaster(data)
  if (!server) throw new Error('no server to kill')
  process.kill(server.pid, 'SIGKILL')
  while (readPostmaster(data)) await sleep(10)
  // Its children notice and go; until then they hold the shared memory.
  await sleep(500)
}

test('processes that start at once in a new home end up with one server, which outlives them', async () => {
  const urls = await Promise.all([ensureElsewhere(), ensureElsewhere(), ensureElsewhere()])
  expect(new Set(urls).size).toBe(1)
  expect(await query(urls[0] ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('one who did not start the server does not stop it', async () => {
  const { stop } = await ensureDatabase()
  await stop()
  expect(readPostmaster(data)?.ready).toBe(true)
})

test('the server is durable, listens on this machine only, and the application is not its superuser', async () => {
  const { url } = await ensureDatabase()
  expect(
    await query(
      url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'listen_addresses',
       'TimeZone', 'jit') ORDER BY name COLLATE "C"`,
    ),
  ).toEqual([
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'fsync', setting: 'on' },
    { name: 'jit', setting: 'off' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  expect(await query(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([{ rolsuper: false }])
  const wrong = Object.assign(new URL(url), { password: 'guess' }).href
  await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed')
  expect(statSync(join(home, 'postgres', 'password')).mode & 0o777).toBe(0o600)
})

test('after a kill -9 it starts again on the same address with everything committed', async () => {
  const before = (await ensureDatabase()).url
  await query(before, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await killServer()
  const after = (await ensureDatabase()).url
  expect(after).toBe(before)
  expect(await query(after, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
})

test('a lock file whose process id now belongs to another program does not keep it from starting', async () => {
  await ensureDatabase()
  const lock = join(data, 'postmaster.pid')
  const lines = readFileSync(lock, 'utf8').split('\n')
  await stopDatabase()
  const other = spawn('sleep', ['60'])
  try {
    const { uid, gid } = statSync(data)
    writeFileSync(lock, [String(other.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 })
    if (process.getuid?.() === 0) chownSync(lock, uid, gid)
    const { url, stop } = await ensureDatabase()
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await stop()
    expect(readPostmaster(data)).toBeUndefined()
  } finally {
    other.kill()
  }
})
