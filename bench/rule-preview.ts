// How long the live preview of a draft of the rules takes: `npm run bench rule-preview [MACHINES] [DAYS] [RULES]`, on the
// world of bench/big-world.ts, whose machines live DAYS each over 13 months: about a quarter of them in the three months that count.
import { Client } from 'pg'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import { readPreview } from '@/lib/attribution/rule-preview.ts'
import { readSuggestion } from '@/lib/attribution/suggest-rule.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { buildWorld } from './big-world.ts'

const [machines = 43_000, daysEach = 5, count = 20] = process.argv.slice(2).map(Number)
const rounds = 7
const home = temporaryHome('rule preview')
process.env.GPU_LEDGER_HOME = home.path
const database = await prepareDatabase()

try {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const charges = await buildWorld(client, { machines, daysEach, others: 500, usageOn: 0 }).finally(() => client.end())
  print(`${charges.toLocaleString('en-US')} charges, ${machines.toLocaleString('en-US')} GPU meters`)
  const took: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now()
    const seen = await readPreview(draft(`owner-${round}`))
    took.push(performance.now() - began)
    if (round === 1) print(`${seen.before.meters} meters, ${seen.changed.meters} named otherwise`)
  }
  print(`a preview: ${seconds(took)} s`)
  const empty = performance.now()
  await readPreview([])
  print(`without rules: ${seconds([performance.now() - empty])} s`)
  const meter = await db().meter.findFirstOrThrow({ where: { team: null } })
  const began = performance.now()
  const { others } = await readSuggestion(meter.id, 'team')
  print(`a suggestion, ${others} others: ${seconds([performance.now() - began])} s`)
} finally {
  await disconnect()
  await database.stop()
  home.remove()
}

function draft(team: string): AllocationRule[] {
  const rule = { name: 'Nodes', enabled: true } as const
  const nodes = Array.from({ length: count }, (_, n) => ({
    ...rule,
    id: `nodes-${n}`,
    when: [{ field: 'resource-name' as const, op: 'regex' as const, values: [`^gpu-node-(${n})\\d+$`] }],
    set: { team: `${team}-$1` },
  }))
  return [...nodes, { ...rule, id: 'rest', when: [], set: { team } }]
}

function seconds(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return `median ${((sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000).toFixed(3)}, most ${((sorted.at(-1) ?? 0) / 1000).toFixed(3)}`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
