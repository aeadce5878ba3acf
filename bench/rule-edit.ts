// An edit of one rule that touches 10,000 meters with 5M charges behind them, and what a page's question takes meanwhile:
// `npm run bench rule-edit [MACHINES] [ROUNDS]`. A quarter of the machines has usage, and a split rule shares out storage.
import { setTimeout as sleep } from 'node:timers/promises'
import { refresh } from '@/lib/attribution/refresh.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { db } from '@/lib/db/client.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { metrics } from '@/lib/spend/index.ts'
import { wholePeriod } from './big-world.ts'
import { benchScope, inBigWorld } from './in-big-world.ts'
import { spread } from './spread.ts'

const [machines = 10_000, rounds = 7] = process.argv.slice(2).map(Number)
const question = parseFilter(new URLSearchParams(`${wholePeriod}&group=team&grain=month`), { asOf: '2026-11-01' })

await inBigWorld('rule edit', { machines, daysEach: 21, others: 500, usageOn: machines / 4 }, async (charges) => {
  print(
    `${charges.toLocaleString('en-US')} charges, ${machines.toLocaleString('en-US')} GPU meters, ${new Date().toISOString().slice(0, 10)}`,
  )
  await edit('platform', 0)
  const before = await total()
  const took: number[] = []
  const answers: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    let isDone = false
    const asking = (async () => {
      while (!isDone) {
        const began = performance.now()
        await metrics.series(benchScope, question)
        answers.push(performance.now() - began)
        await sleep(20)
      }
    })()
    const began = performance.now()
    const changed = await edit(`owner-${round}`, round)
    const rows = await metrics.breakdown(benchScope, { ...question, group: 'team' })
    took.push(performance.now() - began)
    isDone = true
    await asking
    if (changed !== machines) throw new Error(`${changed} meters changed, not ${machines}`)
    if (!rows.some(({ key }) => key === `owner-${round}`)) throw new Error('the edit is not visible')
    if ((await total()) !== before) throw new Error('the total changed')
  }
  print(`an edit, saved to visible: ${spread(took)}`)
  print(`a page's question meanwhile: ${spread(answers)}, ${answers.length} answers`)
})

/** Saves the rules with another team for every machine and works everything out; returns how many meters changed. */
async function edit(team: string, n: number): Promise<number> {
  const rules: AllocationRule[] = [
    {
      id: 'nodes',
      name: 'GPU nodes',
      enabled: true,
      when: [{ field: 'resource-name', op: 'glob', values: ['gpu-node-*'] }],
      set: { team },
    },
    {
      id: 'data',
      name: 'Shared data',
      enabled: true,
      when: [{ field: 'service', op: 'glob', values: ['*storage*'] }],
      split: { by: 'gpu-hours', to: [{ team }, { team: 'team-1' }] },
    },
  ]
  return db().$transaction(
    async (tx) => {
      await tx.ruleVersion.create({ data: { rules, createdBy: 'bench', note: String(n) } })
      return (await refresh(prismaRunner(tx), { rules: true })).meters
    },
    { timeout: 120_000 },
  )
}

async function total(): Promise<string> {
  const rows = await metrics.totals(benchScope, { ...question, compare: false })
  return JSON.stringify(rows.map(({ currency, cost, gpuHours, charges }) => [currency, cost, gpuHours, charges]))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
