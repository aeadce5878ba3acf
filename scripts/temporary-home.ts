import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home that does not outlive this process, even if that is killed. There are spaces in its path, as in real ones. */
export function temporaryHome(purpose: string): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `gpu ledger ${purpose} `))
  spawn(process.execPath, ['scripts/remove-after.mjs', String(process.pid), path], {
    detached: true,
    stdio: 'ignore',
  }).unref()
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
