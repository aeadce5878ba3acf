// Dashboard questions over at least 5M charges in 13 months, against DuckDB over its own table of the same charges, in one run:
// `npm run bench queries [CHARGES] [HOME] [--usage]`. HOME keeps the loaded database between runs; --usage adds usage of machines and a split. Prints p50 and p95 of 200 runs each.
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { parseFilter } from '@/lib/core/filter.ts'
import { idleModes } from '@/lib/core/idle-mode.ts'
import { addMonths } from '@/lib/core/period.ts'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { beginFromFiles } from '@/lib/import/begin.ts'
import { execute } from '@/lib/import/execute.ts'
import { metrics } from '@/lib/spend/index.ts'
import { addUsage } from './add-usage.ts'
import { makeFocus } from './make-focus.ts'

const charges = Number(process.argv.find((a) => /^\d+$/.test(a)) ?? 5_200_000)
const home = process.argv.slice(2).find((a) => a.startsWith('/')) ?? join(tmpdir(), 'gpu-ledger-bench-queries')
const keep = existsSync(join(home, 'charges.csv'))
const months = Array.from({ length: 13 }, (_, i) => addMonths('2025-10-01', i))
const scope = { userId: null, actor: 'bench', role: 'admin' as const, teams: null }
const RUNS = 200

const overviewSql = [
  "SELECT currency, sum(effective), sum(gpu_hours) FROM charges WHERE day >= '2026-09-01' GROUP BY ALL",
  "SELECT day, team, currency, sum(effective), sum(gpu_hours) FROM charges WHERE day >= '2026-10-01' GROUP BY ALL",
  "SELECT team, currency, day >= '2026-10-01', sum(effective), sum(gpu_hours) FROM charges WHERE day >= '2026-09-01' GROUP BY ALL",
  "SELECT project, team, currency, day >= '2026-10-01', sum(effective) FROM charges WHERE day >= '2026-09-01' GROUP BY ALL",
  "SELECT gpu_class, currency, day >= '2026-10-01', sum(effective), sum(gpu_hours) FROM charges WHERE day >= '2026-09-01' GROUP BY ALL",
  "SELECT date_trunc('month', day), currency, sum(effective) FROM charges GROUP BY ALL",
]

await mkdir(home, { recursive: true })
process.env.GPU_LEDGER_HOME = home
const database = await prepareDatabase()
const duck = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '6GB' })
const connection = await duck.connect()
try {
  if (!keep) await load()
  await connection.run(`CREATE TABLE charges AS SELECT * FROM read_csv('${join(home, 'charges.csv')}', header = false, columns = {
    'day': 'DATE', 'team': 'VARCHAR', 'project': 'VARCHAR', 'gpu_class': 'VARCHAR', 'currency': 'VARCHAR', 'effective': 'DECIMAL(18,10)', 'gpu_hours': 'DECIMAL(18,6)'})`)
  const [counted] = (await connection.runAndReadAll('SELECT count(*)::INTEGER AS n FROM charges')).getRowObjectsJson()
  if (process.argv.includes('--usage')) await withUsage()
  print(`${Number(counted?.n).toLocaleString('en-US')} charges over 13 months; ${RUNS} runs each, p50 / p95 in ms`)
  const all = 'from=2025-10-01&to=2026-11-01'
  await compare(
    'spend by team by day',
    () => metrics.series(scope, parse(`${all}&group=team&grain=day`)),
    'SELECT day, team, currency, sum(effective), sum(gpu_hours) FROM charges GROUP BY ALL',
  )
  await compare(
    'spend by GPU class by month',
    () => metrics.series(scope, parse(`${all}&group=gpu-class&grain=month`)),
    "SELECT date_trunc('month', day), gpu_class, currency, sum(effective), sum(gpu_hours) FROM charges GROUP BY ALL",
  )
  for (const idle of idleModes) {
    await compare(
      `the same, idle ${idle}`,
      () => metrics.series(scope, parse(`${all}&group=team&grain=day&idle=${idle}`)),
      'SELECT day, team, currency, sum(effective), sum(gpu_hours) FROM charges GROUP BY ALL',
    )
  }
  await compare(
    'GPU hours by state by month',
    () => metrics.series(scope, parse(`${all}&group=usage-state&grain=month`)),
    "SELECT date_trunc('month', day), gpu_class IS NULL, currency, sum(effective), sum(gpu_hours) FROM charges GROUP BY ALL",
  )
  const month = 'from=2026-10-01&to=2026-11-01'
  await compare('overview', () => overview(month), overviewSql)
  await compare(
    'team by day, one project',
    () => metrics.series(scope, parse(`${all}&group=team&grain=day&is.project=project-3`)),
    "SELECT day, team, currency, sum(effective), sum(gpu_hours) FROM charges WHERE project = 'project-3' GROUP BY ALL",
  )
} finally {
  connection.closeSync()
  await disconnect()
  await database.stop()
}

/** What the Overview page asks for on a cold load. */
async function overview(month: string): Promise<void> {
  await Promise.all([
    metrics.totals(scope, parse(month)),
    metrics.series(scope, parse(`${month}&group=team&grain=day`)),
    metrics.breakdown(scope, parse(`${month}&group=team`)),
    metrics.movers(scope, parse(`${month}&group=project`)),
    metrics['gpu-classes'](scope, parse(month)),
    metrics.series(scope, parse('from=2025-10-01&to=2026-11-01&group=team&grain=month')),
  ])
}

/** Adds usage and a split, once for a database that is kept. */
async function withUsage(): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const there = await client.query('SELECT 1 FROM usage_record LIMIT 1')
  if (there.rows.length === 0) {
    const began = performance.now()
    const { records, shares, splitMeters } = await addUsage(client)
    print(
      `usage added in ${((performance.now() - began) / 1000).toFixed(1)} s: ${records} records, ${shares} shares of machines and days, ${splitMeters} meters split`,
    )
  }
  await client.end()
}

function parse(text: string) {
  return parseFilter(new URLSearchParams(text), { asOf: '2026-11-01' })
}

async function compare(name: string, own: () => Promise<unknown>, sql: string | string[]): Promise<void> {
  const statements = Array.isArray(sql) ? sql : [sql]
  const ours = await times(own, RUNS)
  const theirs = await times(async () => {
    for (const statement of statements) await connection.runAndReadAll(statement)
  }, 40)
  const ratio = ours.p95 / theirs.p95
  print(
    `${name.padEnd(28)} ${ours.p50.toFixed(1).padStart(7)} / ${ours.p95.toFixed(1).padStart(6)}   DuckDB ${theirs.p50.toFixed(1).padStart(7)} / ${theirs.p95.toFixed(1).padStart(6)}   ratio ${ratio.toFixed(3)}`,
  )
}

async function times(run: () => Promise<unknown>, count: number): Promise<{ p50: number; p95: number }> {
  for (let i = 0; i < 5; i += 1) await run()
  const taken: number[] = []
  for (let i = 0; i < count; i += 1) {
    const start = performance.now()
    await run()
    taken.push(performance.now() - start)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] as number
  return { p50: at(0.5), p95: at(0.95) }
}

/** Imports 13 generated months the way a user does, and writes the same charges for DuckDB. */
async function load(): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  for (const month of months) {
    const path = join(home, `focus-${month}.csv`)
    await makeFocus(path, Math.ceil(charges / months.length), month.slice(0, 7))
    const begun = await beginFromFiles(client, [path], { createdBy: 'bench', isSample: false, answers: {} })
    if ('unchanged' in begun) continue
    const result = await execute({
      ...begun,
      url: database.url,
      permissions: { replace: true, acceptIssues: false, wait: false },
    })
    await rm(path)
    print(`${month}: ${result.state}`)
  }
  await exportCharges(client, join(home, 'charges.csv'))
  await client.query('VACUUM ANALYZE')
  await client.end()
}

async function exportCharges(client: Client, path: string): Promise<void> {
  const source = client.query(
    copyTo(`COPY (SELECT (c.charge_start AT TIME ZONE 'UTC')::date, m.team, m.project, m.gpu_class, m.currency, c.effective,
      round(c.quantity * m.gpu_hours_numerator / m.gpu_hours_denominator, 6) FROM charge c JOIN meter m ON m.id = c.meter_id) TO STDOUT WITH (FORMAT csv)`),
  )
  await pipeline(source, createWriteStream(path))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
