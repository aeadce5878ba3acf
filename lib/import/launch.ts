import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { db } from '@/lib/db/client.ts'
import { homePath } from '@/lib/db/home.ts'

/**
 * Starts the importer for an import as a process of its own and returns at once: neither the request nor the server waits for it,
 * and neither ends with it. What it prints goes to `logs/import-<id>.log` under the home folder.
 */
export function launchImport(id: number): void {
  const logs = homePath('logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const log = openSync(join(logs, `import-${id}.log`), 'a', 0o600)
  const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', 'import.ts'), '--run', String(id)], {
    cwd: process.cwd(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.once('error', (error) => void reportDead(id, `it could not be started (${error.message})`))
  child.once('exit', (code, signal) => {
    if (code !== 0) void reportDead(id, signal ? `it was ended by ${signal}` : `it ended with exit code ${code}`)
  })
  child.unref()
}

/** An importer writes its own end. Only one that died before it could leaves an import unfinished; nothing of it is visible. */
async function reportDead(id: number, how: string): Promise<void> {
  await db()
    .import.updateMany({
      where: { id, state: { in: ['received', 'running'] } },
      data: {
        state: 'failed',
        finishedAt: new Date(),
        error: {
          code: 'importer_ended',
          message: `The importer did not finish: ${how}. Nothing of this import is in the figures.`,
          whatToDo: `Upload the file again. If it happens twice, logs/import-${id}.log on the server says why.`,
        },
      },
    })
    .catch(() => {})
}
