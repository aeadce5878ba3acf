// Kills the importer with -9 at random moments of replacing a published bill, while the app serves: `tsx bench/kill-importer.ts [KILLS]`, 200
// unless told. After each: what is visible is the old bill or the new one to the last digit, and the next import works.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { add } from '@/lib/core/money.ts'
import { ensureDatabase, stopDatabase } from '@/lib/db/embedded.ts'
import { watchApp } from './app-watch.ts'
import { ACCOUNT, openWorld, report } from './kill-world.ts'

const ROWS = 10_000
/** How often the importer may be done before its kill; then a moment of the same stretch of the run is drawn again. */
const TRIES = 50
const kills = Number(process.argv[2] ?? 200)
const world = await openWorld('kill importer', ROWS)
process.env.DATABASE_URL = (await ensureDatabase()).url
const bills = world.billed.map(({ rows, billed }) => `${rows} ${add(billed, '0')}`)
const query = new URLSearchParams({
  from: '2026-09-01',
  to: '2026-10-01',
  basis: 'billed',
  compare: '0',
  'is.account': ACCOUNT,
})
const app = await watchApp(`/api/spend/totals?${query}`, (answer) => {
  const [only, ...others] = answer as { cost: string; charges: number }[]
  return only !== undefined && others.length === 0 && bills.includes(`${only.charges} ${add(only.cost, '0')}`)
})
await world.measure()
let ownEnd = 0
for (let n = 0; n < kills; n += 1) {
  for (let tries = 1; !(await killed(((n * 7919) % kills) / kills)); tries += 1) {
    if (tries === TRIES) throw new Error('the importer is always done before its kill')
  }
}
const { spend, health } = await app.stop()
const orphans = await world.finish()
world.counts.rounds -= 1
world.counts.fresh -= 1
report('kill-importer', world.counts, { ownEnd, orphans, wholeRunMs: Math.round(world.wholeRun) })
for (const [what, { asked, failed, wrong, p95Ms, slowestMs }] of Object.entries({ spend, health })) {
  process.stdout.write(
    `${what}: ${asked} answers, ${failed} failed, ${wrong} wrong, p95 ${p95Ms} ms, slowest ${slowestMs} ms\n`,
  )
  if (failed + wrong > 0) process.exitCode = 1
}
await stopDatabase()

/** Starts the importer and kills it in the stretch of its run that begins at `share`; false when it was done before. */
async function killed(share: number): Promise<boolean> {
  const importer = world.start()
  const ended = once(importer, 'exit')
  await Promise.race([sleep((share + Math.random() / kills) * world.wholeRun), ended])
  if (importer.exitCode === null) importer.kill('SIGKILL')
  await ended
  // It may also end by itself just before the signal reaches it.
  const isKill = importer.signalCode === 'SIGKILL'
  await world.check(isKill)
  // The machine is not equally busy all the time: the run is taken for shorter when it ends before a kill, for longer when a late kill hits.
  if (!isKill) world.wholeRun *= 0.96
  else if (share > 0.9) world.wholeRun *= 1.04
  if (!isKill) ownEnd += 1
  return isKill
}
