// All rules over 13 months, 5M charges and 10,000 GPU meters, what a page's question takes meanwhile, and the first view of the page:
// `npm run bench recommend [MACHINES] [ROUNDS]`; with --recent every machine lives in the last three weeks, which is more work than rules ever get.
import { setTimeout as sleep } from 'node:timers/promises'
import { parseFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { refreshFindings } from '@/lib/recommendations/refresh-findings.ts'
import { metrics } from '@/lib/spend/index.ts'
import { buildApp, isBuilt } from '@/scripts/app-build.ts'
import { firstFreePort, startApp } from '@/scripts/app-server.ts'
import { signedIn } from './app-watch.ts'
import { wholePeriod } from './big-world.ts'
import { benchScope, inBigWorld } from './in-big-world.ts'
import { spread } from './spread.ts'

const VIEWS = 100
const words = process.argv.slice(2)
const recent = words.includes('--recent')
const [machines = 10_000, rounds = 5] = words.filter((word) => !word.startsWith('--')).map(Number)
const question = parseFilter(new URLSearchParams(`${wholePeriod}&group=team&grain=month`), { asOf: '2026-11-01' })

await inBigWorld(
  'recommend',
  { machines, daysEach: 21, others: 500, usageOn: machines / 4, recent },
  async (charges) => {
    print(
      `${charges.toLocaleString('en-US')} charges, ${machines.toLocaleString('en-US')} GPU meters${recent ? ', all in the last 21 days' : ''}`,
    )
    const took: number[] = []
    const answers: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await db().$executeRaw`UPDATE recommendation_run SET made_from = ''`
      let isDone = false
      const asking = (async () => {
        while (!isDone) {
          answers.push(await timed(() => metrics.series(benchScope, question)))
          await sleep(20)
        }
      })()
      took.push(
        await timed(async () => {
          if (!(await refreshFindings())) throw new Error('nothing was worked out')
        }),
      )
      isDone = true
      await asking
    }
    const findings = await db().finding.count({ where: { state: 'open' } })
    print(`all rules, ${findings} findings: ${spread(took)}`)
    print(`a page's question meanwhile: ${spread(answers)}, ${answers.length} answers`)
    await firstViews()
  },
)

/** The HTML of /recommendations from the built app, asked for one after the other. */
async function firstViews(): Promise<void> {
  if (!isBuilt()) await buildApp()
  const cookie = await signedIn()
  const app = await startApp('127.0.0.1', await firstFreePort('127.0.0.1', 3141))
  try {
    const ask = () =>
      timed(async () => {
        const page = await fetch(`${app.url}/recommendations`, { headers: { cookie } })
        const text = await page.text()
        if (page.status !== 200 || !text.includes('Expected saving a month'))
          throw new Error(`${page.status} ${text.slice(0, 200)}`)
      })
    const first = await ask()
    const views: number[] = []
    for (let view = 0; view < VIEWS; view += 1) views.push(await ask())
    print(
      `first view of /recommendations: ${spread(views)}, ${VIEWS} views; the first after the start ${first.toFixed(0)} ms`,
    )
  } finally {
    await app.stop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
