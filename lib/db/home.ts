import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Where everything this installation keeps on disk lives: GPU_LEDGER_HOME, or `.gpu-ledger` in the working directory. */
export function home(): string {
  return resolve(/*turbopackIgnore: true*/ process.env.GPU_LEDGER_HOME || '.gpu-ledger')
}

/** The path of `names` under home(), with home() made, closed to other users, if it is missing. */
export function homePath(...names: string[]): string {
  const directory = home()
  if (!existsSync(directory)) {
    mkdirSync(directory, { recursive: true })
    chmodSync(directory, 0o700)
  }
  return join(directory, ...names)
}

/** 256 random bits as text that needs no escaping in a URL, SQL or a shell. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The secret kept in home() under `name`, readable by its owner only and made on first use. Safe to race. */
export function secret(name: string): string {
  const path = homePath(name)
  if (existsSync(path)) return readFileSync(path, 'utf8')
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, newSecret(), { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}
