import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { awsColumns } from '@/lib/sample/aws/columns.ts'
import { awsRows } from '@/lib/sample/aws/rows.ts'
import { sampleDays, sampleMonths } from '@/lib/sample/calendar.ts'
import { defaultSeed } from '@/lib/sample/context.ts'
import { writeCsv } from '@/lib/sample/csv-file.ts'
import { focusColumns } from '@/lib/sample/nebius/columns.ts'
import { nebiusRows } from '@/lib/sample/nebius/rows.ts'
import { createNoise } from '@/lib/sample/noise.ts'
import { plantedFacts } from '@/lib/sample/planted.ts'
import { exact, exactProduct, readBack, Sums } from '@/lib/sample/read-back.ts'
import type { EvidenceId } from '@/lib/sample/usage/evidence.ts'
import { usageEvidence } from '@/lib/sample/usage/evidence.ts'
import { writeSampleUsage } from '@/lib/sample/usage/write-usage.ts'

const until = '2026-11-20'
const found = usageEvidence(until)
const dir = mkdtempSync(join(tmpdir(), 'usage evidence '))
const billedHours = new Sums()
const heldSeconds = new Map<string, number>()
const sampledHours = new Map<string, number>()
const idleHours = new Map<string, number>()

function evidence(id: EvidenceId) {
  const one = found.find((candidate) => candidate.id === id)
  if (!one) throw new Error(`no evidence ${id}`)
  return one
}

const add = (sums: Map<string, number>, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount)

/** Adds what a host was held on each day from one instant to another. */
function hold(host: string, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const next = Math.min(to, (Math.floor(at / 86_400) + 1) * 86_400)
    add(heldSeconds, `${host} ${new Date(at * 1000).toISOString().slice(0, 10)}`, next - at)
    at = next
  }
}

/** Names behind a Slurm node list of the sample: brackets hold single numbers. */
function nodes(list: string): string[] {
  return list.split(/,(?![^[]*\])/).flatMap(
    (part) =>
      /\[(.*)\]/
        .exec(part)?.[1]
        ?.split(',')
        .map((n) => part.replace(/\[.*\]/, n)) ?? [part],
  )
}

beforeAll(async () => {
  await writeSampleUsage(dir, { until })
  const ctx = { until, scale: 0.01, noise: createNoise(defaultSeed) }
  for (const month of sampleMonths(sampleDays(until)).slice(-4)) {
    const path = join(dir, 'bill.csv.gz')
    await writeCsv(path, awsColumns, awsRows(month, ctx))
    readBack(path, (row) => {
      if (!['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage'].includes(row.line_item_line_item_type ?? '')) return
      const key = `${row.line_item_resource_id} ${row.line_item_usage_start_date?.slice(0, 10)}`
      if (row.line_item_resource_id?.startsWith('i-')) billedHours.add(key, exact(row.line_item_usage_amount ?? ''))
    })
    const nebius = join(dir, 'nebius.csv')
    await writeCsv(nebius, focusColumns, nebiusRows(month, ctx))
    readBack(nebius, ({ ResourceName, ChargePeriodStart, ConsumedQuantity, ConsumedUnit }) => {
      if (ConsumedUnit === 'Hours' && ConsumedQuantity)
        billedHours.add(`${ResourceName} ${ChargePeriodStart?.slice(0, 10)}`, exact(ConsumedQuantity))
    })
  }
  const seconds = (text: string | undefined) => Date.parse(`${text}Z`) / 1000
  readBack(join(dir, 'sacct.txt'), (row) => {
    const from = seconds(row.Start)
    if (row.End !== 'Unknown') expect(seconds(row.End) - from).toBe(Number(row.ElapsedRaw))
    for (const host of nodes(row.NodeList ?? '')) hold(host, from, from + Number(row.ElapsedRaw))
  })
  readBack(join(dir, 'dcgm-machines.csv.gz'), (row) => {
    if (row.metric === 'DCGM_FI_DEV_FB_USED') return
    const key = `${row.Hostname} ${row.timestamp?.slice(0, 10)}`
    const busy = Number(row.value) / (row.metric === 'DCGM_FI_DEV_GPU_UTIL' ? 100 : 1)
    expect(busy >= 0 && busy <= 1).toBe(true)
    if (row.gpu === '0') add(sampledHours, key, 1)
    if (busy < 0.05) add(idleHours, key, 1)
  })
}, 180_000)

afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The keys `host day` of a piece of evidence. */
function hostDays({ hosts, period }: (typeof found)[number]): string[] {
  const days = sampleDays(until).filter(({ date }) => date >= period.from && date < period.to)
  return hosts.flatMap((host) => days.map(({ date }) => `${host} ${date}`))
}

const billed = (keys: string[]) => keys.reduce((sum, key) => sum + billedHours.of(key), 0n)
const total = (sums: Map<string, number>, keys: string[]) => keys.reduce((sum, key) => sum + (sums.get(key) ?? 0), 0)

test('idle-reserved-node: every GPU hour of the bill since the project ended is sampled, and idle', () => {
  const node = evidence('idle-reserved-node')
  const keys = hostDays(node)
  expect(total(idleHours, keys)).toBe(Number(node.gpuHours))
  expect(billed(keys) * 8n).toBe(exact(node.gpuHours))
  const before = [...idleHours.keys()].filter((key) => key.startsWith(node.hosts[0] ?? '-') && !keys.includes(key))
  expect(before).toEqual([])
})

test('notebooks-at-night: idle are just the hours outside working hours', () => {
  const notebooks = evidence('notebooks-at-night')
  expect(total(idleHours, hostDays(notebooks))).toBe(Number(notebooks.gpuHours))
  expect(exactProduct(notebooks.gpuHours, '1.212')).toBe(exact(notebooks.size))
})

test('committed-between-jobs: billed less held', () => {
  const committed = evidence('committed-between-jobs')
  const keys = hostDays(committed)
  const held = exact(String(total(heldSeconds, keys) / 900)) / 4n
  expect((billed(keys) - held) * 8n).toBe(exact(committed.gpuHours))
  expect((billed(keys) - held) * exact('34.608')).toBe(exact(committed.size) * 10n ** 24n)
})

test('the sizes are those of the planted facts that they show', () => {
  const sizes = new Map<string, string>(plantedFacts(until).map(({ id, size }) => [id, size]))
  for (const id of ['idle-reserved-node', 'notebooks-at-night'] as const) expect(evidence(id).size).toBe(sizes.get(id))
})

test('no machine is held or sampled for longer than it is billed, and telemetry names no machine that the bills do not', () => {
  const from = sampleMonths(sampleDays(until)).at(-4)?.days[0]?.date ?? ''
  for (const [key, seconds] of heldSeconds) {
    if ((key.split(' ')[1] ?? '') >= from) expect(exact(String(seconds / 900)) / 4n <= billedHours.of(key)).toBe(true)
  }
  const sampled = [...sampledHours].filter(([key]) => (key.split(' ')[1] ?? '') >= from)
  expect(sampled.length).toBeGreaterThan(500)
  for (const [key, hours] of sampled) expect(exact(String(hours)) <= billedHours.of(key)).toBe(true)
})

test('docs/sample-data.md states the same machines, periods and sizes', () => {
  const doc = readFileSync(new URL('../../../docs/sample-data.md', import.meta.url), 'utf8').replace(/ +/g, ' ')
  for (const { id, state, period, gpuHours, size, currency } of found) {
    const cells = [`\`${id}\``, state, period.from, period.to, gpuHours, `${size} ${currency}`]
    expect(doc).toContain(`| ${cells.join(' | ')} |`)
  }
})
