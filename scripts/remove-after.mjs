// `remove-after.mjs PID HOME`: waits until the process is gone, then stops the Postgres of that home and removes it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const [pid, home] = process.argv.slice(2)
while (isAlive(Number(pid))) await sleep(500)
const lock = join(home, 'postgres', 'data', 'postmaster.pid')
if (existsSync(lock)) {
  const server = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (isAlive(server)) process.kill(server, 'SIGINT')
  for (let waited = 0; waited < 100 && existsSync(lock); waited++) await sleep(100)
}
rmSync(home, { recursive: true, force: true })

function isAlive(id) {
  try {
    process.kill(id, 0)
    return true
  } catch {
    return false
  }
}
