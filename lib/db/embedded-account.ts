import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Who the embedded Postgres runs as: empty for the calling user, or ids to switch to (only root can). */
export interface Account {
  uid?: number
  gid?: number
}

const SYSTEM_USER = 'postgres'

/**
 * The account for a cluster at `dataDirectory`: the caller, unless that is root, whom Postgres refuses. Then the owner
 * of an existing data directory, else the system user `postgres`, made if there is none.
 */
export function clusterAccount(dataDirectory: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(dataDirectory, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const existing = systemUser()
  if (existing) return existing
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', SYSTEM_USER])
  const created = systemUser()
  if (created) return created
  throw new Error(
    `Postgres does not run as root and the user "${SYSTEM_USER}" could not be made. Start as an ordinary user, or set DATABASE_URL.`,
  )
}

/** Whether `account` can pass through `directory`, which has to exist. */
export function canEnter(directory: string, account: Account): boolean {
  if (account.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], { ...account, stdio: 'ignore' }).status === 0
}

/**
 * Lets `account`, and nobody else who could not already, pass through `directory`; false if that is not enough because
 * a directory above it is closed.
 */
export function admit(directory: string, account: Account): boolean {
  if (canEnter(directory, account)) return true
  if (account.gid === undefined || !canEnter(dirname(directory), account)) return false
  chownSync(directory, statSync(directory).uid, account.gid)
  chmodSync(directory, statSync(directory).mode | 0o010)
  return canEnter(directory, account)
}

function systemUser(): Account | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, SYSTEM_USER], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
