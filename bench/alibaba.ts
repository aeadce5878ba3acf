// The Alibaba GPU trace over a bill made for its nodes: hours used, held idle and not held as the product has them, against DuckDB SQL over the
// files themselves: `npm run bench alibaba`. Needs ../shared/data/usage.
import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { Client } from 'pg'
import { parseFilter } from '@/lib/core/filter.ts'
import { addDays } from '@/lib/core/period.ts'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { metrics } from '@/lib/spend/index.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { focusColumns, focusRow } from '@/tests/import/focus-file.ts'
import { importPaths } from '@/tests/import/import-files.ts'

const NODES = '../shared/data/usage/alibaba-gpu-v2023-nodes.csv'
const PODS = '../shared/data/usage/alibaba-gpu-v2023-pods.csv.gz'
const ORIGIN = '2023-01-01'
if (!existsSync(NODES)) {
  process.stdout.write('alibaba: ../shared/data/usage is not there; nothing was measured\n')
  process.exit(0)
}

const everyone = { userId: null, actor: 'bench', role: 'admin' as const, teams: null }
const home = temporaryHome('alibaba')
process.env.GPU_LEDGER_HOME = home.path
const database = await prepareDatabase()
process.env.DATABASE_URL = database.url
const duck = await (await DuckDBInstance.create(':memory:')).connect()
try {
  await duck.run(`CREATE TABLE nodes AS SELECT sn, gpu FROM read_csv('${NODES}') WHERE gpu > 0`)
  await duck.run(
    `CREATE TABLE pods AS SELECT scheduled_time AS s, deletion_time AS e, num_gpu * gpu_milli AS milli FROM read_csv('${PODS}') WHERE scheduled_time IS NOT NULL AND num_gpu * gpu_milli > 0`,
  )
  const [span] = await rows(
    'SELECT count(*)::INT AS pods, ceil(max(e) / 86400)::INT AS days, (SELECT count(*)::INT FROM nodes) AS nodes, (SELECT sum(gpu)::INT FROM nodes) AS gpus FROM pods',
  )
  const days = Number(span?.days)
  const bill = await writeBill(days)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(
    `INSERT INTO host_rule (ordinal, side, kind, pattern, target, created_by) VALUES (1, 'bill', 'glob', 'openb-node-*', 'alibaba-gpu-2023', 'bench')`,
  )
  await client.end()
  const billed = await timed(() => importPaths(database.url, [bill], { yes: true }))
  const used = await timed(() => importPaths(database.url, [NODES, PODS], { answers: { origin: ORIGIN } }))
  for (const { value } of [billed, used])
    if (value.report.status !== 'published') throw new Error(JSON.stringify(value.report))
  print(
    `${span?.nodes} nodes with ${span?.gpus} GPUs, ${span?.pods} pods holding GPUs, ${days} days; bill of ${billed.value.report.rowsRead} rows imported in ${billed.seconds.toFixed(1)} s, trace in ${used.seconds.toFixed(1)} s`,
  )
  const period = `from=${ORIGIN}&to=${addDays(ORIGIN, days)}&group=usage-state`
  const shown = await timed(() =>
    metrics.series(everyone, parseFilter(new URLSearchParams(`${period}&grain=day`), { asOf: '2024-01-01' })),
  )
  const own = new Map(shown.value.map((row) => [`${row.bucket} ${row.key}`, Number(row.gpuHours)]))
  const theirs = await timed(independent)
  let most = 0
  const totals: Record<string, [number, number]> = {}
  for (const row of theirs.value) {
    for (const state of ['used', 'not-held', 'not-measured']) {
      const [ours, want] = [own.get(`${row.day} ${state}`) ?? 0, Number(row[state])]
      most = Math.max(most, Math.abs(ours - want))
      const total = totals[state] ?? [0, 0]
      totals[state] = [total[0] + ours, total[1] + want]
    }
  }
  for (const [state, [ours, want]] of Object.entries(totals))
    print(`${state.padEnd(10)} ${ours.toFixed(6)} h, independently ${want.toFixed(6)} h`)
  const others = [...own]
    .filter(([key]) => !/ (used|not-held|not-measured)$/.test(key))
    .reduce((sum, [, value]) => sum + value, 0)
  print(`held idle   ${others} h: the trace has no utilisation`)
  print(
    `largest difference on a day: ${most.toExponential(2)} h over ${theirs.value.length} days; answered in ${(shown.seconds * 1000).toFixed(0)} ms, by DuckDB over the files in ${(theirs.seconds * 1000).toFixed(0)} ms`,
  )
  print(`peak memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`)
  process.exitCode = most > 1e-6 || others > 0 ? 1 : 0
} finally {
  await disconnect()
  await database.stop()
  home.remove()
}

/** Hours used and not held by day: pods cut at midnight, held beyond what was billed cut off. */
function independent() {
  return rows(`
    WITH day AS (SELECT range AS d FROM range(0, (SELECT ceil(max(e) / 86400)::BIGINT FROM pods))),
    held AS (SELECT d, sum(milli * greatest(0, least(e, (d + 1) * 86400) - greatest(s, d * 86400))) / 3600000.0 AS hours
      FROM day JOIN pods ON s < (d + 1) * 86400 AND e > d * 86400 GROUP BY d),
    billed AS (SELECT sum(gpu) * 24.0 AS hours FROM nodes),
    covered AS (SELECT d, (least((SELECT max(e) FROM pods), (d + 1) * 86400) - greatest((SELECT min(s) FROM pods), d * 86400)) / 86400.0 AS part FROM day)
    SELECT strftime(DATE '${ORIGIN}' + CAST(d AS INTEGER), '%Y-%m-%d') AS day, least(coalesce(h.hours, 0), b.hours) AS used,
      greatest(0, b.hours * c.part - least(coalesce(h.hours, 0), b.hours)) AS "not-held",
      b.hours - greatest(b.hours * c.part, least(coalesce(h.hours, 0), b.hours)) AS "not-measured"
    FROM day JOIN covered c USING (d) LEFT JOIN held h USING (d) CROSS JOIN billed b ORDER BY d`)
}

/** A FOCUS bill with one charge a node and day. */
async function writeBill(days: number): Promise<string> {
  const path = join(home.path, 'nodes.csv')
  const out = createWriteStream(path)
  const nodes = await rows('SELECT sn, gpu FROM nodes ORDER BY sn')
  out.write(`${[...focusColumns, 'SkuPriceDetails'].join(',')}\n`)
  for (const node of nodes) {
    for (let day = 0; day < days; day += 1) {
      const from = addDays(ORIGIN, day)
      const cost = String(Number(node.gpu) * 24)
      const row = focusRow({
        BillingAccountId: 'alibaba',
        BillingPeriodStart: `${from.slice(0, 7)}-01T00:00:00Z`,
        ChargeDescription: 'V100 node',
        ChargePeriodStart: `${from}T00:00:00Z`,
        ChargePeriodEnd: `${addDays(from, 1)}T00:00:00Z`,
        ConsumedQuantity: '24',
        BilledCost: cost,
        EffectiveCost: cost,
        ListCost: cost,
        ContractedCost: cost,
        ProviderName: 'Nebius',
        ResourceId: String(node.sn),
        Tags: '{}',
      })
      const details = JSON.stringify({ GpuCount: Number(node.gpu), InstanceType: `gpu_${node.gpu}x_v100` })
      const cells = [...focusColumns.map((name) => row[name] ?? ''), details]
      if (!out.write(`${cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\n`))
        await new Promise<void>((resolve) => out.once('drain', () => resolve()))
    }
  }
  out.end()
  await finished(out)
  return path
}

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await duck.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[]
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now()
  const value = await run()
  return { value, seconds: (performance.now() - began) / 1000 }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
