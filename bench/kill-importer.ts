// Kills the importer with -9 at random moments of replacing a published bill of 50,000 rows: `tsx bench/kill-importer.ts [ROUNDS]`, 200
// unless told. After each: what is visible is the old bill or the new one to the last digit, and the next import works.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { stopDatabase } from '@/lib/db/embedded.ts'
import { openWorld, report } from './kill-world.ts'

const rounds = Number(process.argv[2] ?? 200)
const world = await openWorld('kill importer')
let ownEnd = 0
for (let round = 0; round < rounds; round += 1) {
  const importer = world.start()
  const ended = once(importer, 'exit')
  // One kill in each of as many equal stretches of the whole run as there are rounds, in no order.
  const share = (((round * 7919) % rounds) + Math.random()) / rounds
  await Promise.race([sleep(share * world.wholeRun), ended])
  if (importer.exitCode === null) importer.kill('SIGKILL')
  else ownEnd += 1
  await ended
  await world.check()
}
const orphans = await world.finish()
world.counts.rounds -= 1
world.counts.fresh -= 1
report('kill-importer', world.counts, { ownEnd, orphans, wholeRunMs: Math.round(world.wholeRun) })
await stopDatabase()
