// Import of a 45-column FOCUS file against psql \copy, papaparse and DuckDB alone, in one run: `npm run bench import [ROWS] [--four]`.
// Prints seconds, ratios and the importer's peak memory; --four also imports four times the rows. Needs psql for the yardstick.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Papa from 'papaparse'
import { Client } from 'pg'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { firstRecord } from '@/lib/import/first-record.ts'
import { makeFocus } from './make-focus.ts'

const rows = Number(process.argv.find((a) => /^\d+$/.test(a)) ?? 1_000_000)
const home = await mkdtemp(join(tmpdir(), 'gpu-ledger-bench-'))
process.env.GPU_LEDGER_HOME = home
const database = await prepareDatabase()
process.env.DATABASE_URL = database.url

try {
  const file = join(home, 'bench.csv')
  const bytes = await makeFocus(file, rows)
  print(
    `${rows.toLocaleString('en-US')} rows, 45 columns, ${(bytes / 1e6).toFixed(0)} MB; ${new Date().toISOString().slice(0, 10)}`,
  )
  const before = await seconds(() => psqlCopy(file))
  const own = await importFile(file)
  const after = await seconds(() => psqlCopy(file))
  const psql = (before + after) / 2
  const papa = await seconds(() => papaParse(file))
  const duck = await seconds(() => duckTable(file))
  print(
    `psql \\copy, all-text unlogged table   ${psql.toFixed(2)} s (before ${before.toFixed(2)}, after ${after.toFixed(2)})`,
  )
  print(
    `import, process start to visible      ${own.seconds.toFixed(2)} s   ${(own.seconds / psql).toFixed(2)} x psql   peak memory ${own.peakMiB} MiB`,
  )
  print(
    `papaparse, parsing alone              ${papa.toFixed(2)} s   import / papaparse ${(own.seconds / papa).toFixed(2)}`,
  )
  print(
    `DuckDB, all-text table alone          ${duck.toFixed(2)} s   import / DuckDB ${(own.seconds / duck).toFixed(2)}`,
  )
  if (process.argv.includes('--four')) {
    const large = join(home, 'large.csv')
    await makeFocus(large, rows * 4, '2026-08')
    const four = await importFile(large)
    print(
      `import of ${(rows * 4).toLocaleString('en-US')} rows              ${four.seconds.toFixed(2)} s   ${(four.seconds / own.seconds).toFixed(2)} x the first   peak memory ${four.peakMiB} MiB`,
    )
  }
} finally {
  await database.stop()
  await rm(home, { recursive: true, force: true })
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

async function psqlCopy(file: string): Promise<void> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const head = await new Promise<string>((resolve) =>
    createReadStream(file, { end: 8191 }).once('data', (chunk) => resolve(chunk.toString())),
  )
  const names = firstRecord(head, ',') ?? []
  await client.query('DROP TABLE IF EXISTS bench_raw')
  await client.query(`CREATE UNLOGGED TABLE bench_raw (${names.map((name) => `"${name}" text`).join(', ')})`)
  const psql = spawnSync(
    'psql',
    [database.url, '-q', '-c', `\\copy bench_raw from '${file}' with (format csv, header true)`],
    { encoding: 'utf8' },
  )
  if (psql.status !== 0) throw new Error(`psql: ${psql.error?.message ?? psql.stderr}`)
  await client.query('DROP TABLE bench_raw')
  await client.end()
}

/** Runs the importer as a user does, and watches the resident memory of its process. */
async function importFile(file: string): Promise<{ seconds: number; peakMiB: number }> {
  const start = performance.now()
  const child = spawn(
    '/usr/bin/env',
    ['node', '--import', 'tsx', '--conditions=react-server', 'scripts/import.ts', '--json', file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  let peak = 0
  const watch = setInterval(() => {
    const status = spawnSync('cat', [`/proc/${child.pid}/status`], { encoding: 'utf8' }).stdout
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  }, 250)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  const took = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`import ended with ${code}: ${out}`)
  return { seconds: took, peakMiB: Math.round(peak / 1024) }
}

function papaParse(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    Papa.parse(createReadStream(file), {
      skipEmptyLines: true,
      step: () => {
        count += 1
      },
      complete: () => resolve(count),
      error: reject,
    })
  })
}

async function duckTable(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' })
  const connection = await instance.connect()
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_csv('${file}', all_varchar = true, header = true, delim = ',', quote = '"', escape = '"')`,
  )
  connection.closeSync()
  instance.closeSync()
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
