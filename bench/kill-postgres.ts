// Kills Postgres with -9 at random moments of an import of 50,000 rows and starts it again: `tsx bench/kill-postgres.ts [ROUNDS]`, 25
// unless told. After each: what is visible is the old bill or the new one to the last digit, and the next import works.
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopDatabase } from '@/lib/db/embedded.ts'
import { clusterDirectory } from '@/lib/db/embedded-cluster.ts'
import { readPostmaster } from '@/lib/db/embedded-server.ts'
import { openWorld, report } from './kill-world.ts'

const rounds = Number(process.argv[2] ?? 25)
const world = await openWorld('kill postgres')
await world.measure()
let importerFailed = 0
for (let round = 0; round < rounds; round += 1) {
  const importer = world.start()
  const ended = once(importer, 'exit')
  const share = (((round * 7919) % rounds) + Math.random()) / rounds
  await Promise.race([sleep(share * world.wholeRun), ended])
  await killPostgres()
  await ended
  if (importer.exitCode === 1) importerFailed += 1
  await world.check()
}
const orphans = await world.finish()
world.counts.rounds -= 1
world.counts.fresh -= 1
report('kill-postgres', world.counts, { importerFailed, orphans, wholeRunMs: Math.round(world.wholeRun) })
await stopDatabase()

/** Kills the server and waits for its processes: each ends when it notices, and none may hold the shared memory of the next server. */
async function killPostgres(): Promise<void> {
  const server = readPostmaster(join(clusterDirectory(), 'data'))
  if (!server) throw new Error('Postgres is not running')
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ').map(Number)
  process.kill(server.pid, 'SIGKILL')
  const isAlive = (pid: number) =>
    existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  for (let tries = 0; children.some(isAlive); tries += 1) {
    if (tries === 400) for (const pid of children.filter(isAlive)) process.kill(pid, 'SIGKILL')
    await sleep(25)
  }
}
