import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { homePath } from '@/lib/db/home.ts'

const DAY_MS = 86_400_000
/** After midnight UTC, when a day is over. */
const PAST_MIDNIGHT_MS = 10 * 60_000

/** Starts a generation as a process of its own and returns at once; what it prints goes to `logs/owned.log` under the home folder. */
export function launchOwned(): void {
  const logs = homePath('logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const log = openSync(join(logs, 'owned.log'), 'a', 0o600)
  const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', 'owned.ts')], {
    cwd: process.cwd(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  // A generation that does not start is caught up by the next one.
  child.once('error', () => {})
  child.unref()
}

/** Generates what is missing now, and every day shortly after midnight UTC, as long as the server runs and there is a cluster. */
export function scheduleOwned(isThereOne: () => Promise<boolean>): void {
  const run = async () => {
    if (await isThereOne().catch(() => false)) launchOwned()
    const untilMidnight = DAY_MS - (Date.now() % DAY_MS)
    setTimeout(() => void run(), untilMidnight + PAST_MIDNIGHT_MS).unref()
  }
  void run()
}
