import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from '@/lib/db/embedded-account.ts'
import { admit, clusterAccount } from '@/lib/db/embedded-account.ts'
import { postgresBinaries } from '@/lib/db/embedded-binaries.ts'
import { home, homePath, newSecret } from '@/lib/db/home.ts'

/** The files of the embedded Postgres, and what runs it. */
export interface Cluster {
  /** Holds `data`, `password`, `port` and `postgres.log`. */
  directory: string
  data: string
  binaries: string
  account: Account
}

/** The superuser that initdb makes; the application has a role of its own. */
export const SUPERUSER = 'postgres'

const FALLBACK_FILE = 'postgres-location'

/** Where the cluster of home() is: inside it, or where locateCluster had to put it. */
export function clusterDirectory(): string {
  const note = homePath(FALLBACK_FILE)
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : homePath('postgres')
}

/** The cluster of home(), made on first use. Several processes may call this at once: one result wins. */
export function ensureCluster(): Cluster {
  const directory = locateCluster()
  const data = join(directory, 'data')
  const account = clusterAccount(data)
  const binaries = postgresBinaries(account, () => fallbackDirectory(account))
  if (!existsSync(directory)) createCluster(directory, binaries, account)
  return { directory, data, binaries, account }
}

/** Environment of Postgres programs: none of the caller's secrets, and messages in one language. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}

function locateCluster(): string {
  const directory = clusterDirectory()
  if (existsSync(directory)) return directory
  const account = clusterAccount(join(directory, 'data'))
  if (admit(dirname(directory), account)) return directory
  const fallback = join(fallbackDirectory(account), createHash('sha256').update(home()).digest('hex').slice(0, 16))
  writeFileSync(homePath(FALLBACK_FILE), `${fallback}\n`)
  return fallback
}

/** A directory outside home() that `account` can reach, for when root's home() is closed to it. */
function fallbackDirectory(account: Account): string {
  for (const parent of ['/var/lib', tmpdir()]) {
    const directory = join(parent, 'gpu-ledger')
    try {
      mkdirSync(directory, { recursive: true })
    } catch {
      continue
    }
    if (admit(directory, account)) return directory
  }
  throw new Error(`The user that runs Postgres cannot reach ${home()}. Set GPU_LEDGER_HOME to a path open to it.`)
}

function createCluster(directory: string, binaries: string, account: Account): void {
  const draft = `${directory}.${process.pid}.new`
  const data = join(draft, 'data')
  const password = join(draft, 'password')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700, recursive: true })
  mkdirSync(data)
  writeFileSync(password, newSecret(), { mode: 0o600 })
  const { uid, gid } = account
  if (uid !== undefined && gid !== undefined) {
    admit(draft, account)
    for (const path of [data, password]) chownSync(path, uid, gid)
  }
  const options = {
    pgdata: data,
    username: SUPERUSER,
    pwfile: password,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    locale: 'C',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
  }
  const run = spawnSync(
    join(binaries, 'initdb'),
    ['--no-instructions', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)],
    { ...account, cwd: '/', env: postgresEnvironment(), encoding: 'utf8' },
  )
  if (run.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Error(`initdb failed: ${run.error?.message ?? run.stderr.trim()}`)
  }
  if (uid !== undefined) chownSync(password, 0, 0)
  try {
    renameSync(draft, directory)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(directory)) throw error
  }
}
