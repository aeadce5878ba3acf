// An edit of one rule that touches 10,000 meters with 5M charges behind them, and what a page's question takes meanwhile:
// `npm run bench rule-edit [MACHINES] [ROUNDS]`. A quarter of the machines has usage, and a split rule shares out storage.
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { refresh } from '@/lib/attribution/refresh.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { metrics } from '@/lib/spend/index.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { buildWorld, wholePeriod } from './big-world.ts'

const [machines = 10_000, rounds = 7] = process.argv.slice(2).map(Number)
const home = temporaryHome('rule edit')
process.env.GPU_LEDGER_HOME = home.path
const database = await prepareDatabase()
process.env.DATABASE_URL = database.url
const scope = { userId: null, actor: 'bench', role: 'admin' as const, teams: null }
const question = parseFilter(new URLSearchParams(`${wholePeriod}&group=team&grain=month`), { asOf: '2026-11-01' })

try {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const charges = await buildWorld(client, { machines, daysEach: 21, others: 500, usageOn: machines / 4 }).finally(() =>
    client.end(),
  )
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
        await metrics.series(scope, question)
        answers.push(performance.now() - began)
        await sleep(20)
      }
    })()
    const began = performance.now()
    const changed = await edit(`owner-${round}`, round)
    const rows = await metrics.breakdown(scope, { ...question, group: 'team' })
    took.push(performance.now() - began)
    isDone = true
    await asking
    if (changed !== machines) throw new Error(`${changed} meters changed, not ${machines}`)
    if (!rows.some(({ key }) => key === `owner-${round}`)) throw new Error('the edit is not visible')
    if ((await total()) !== before) throw new Error('the total changed')
  }
  print(`an edit, saved to visible: ${spread(took)} s`)
  print(`a page's question meanwhile: ${spread(answers)} s, ${answers.length} answers`)
} finally {
  await disconnect()
  await database.stop()
  home.remove()
}

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
  const rows = await metrics.totals(scope, { ...question, compare: false })
  return JSON.stringify(rows.map(({ currency, cost, gpuHours, charges }) => [currency, cost, gpuHours, charges]))
}

function spread(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / 1000).toFixed(3)
  return `median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
