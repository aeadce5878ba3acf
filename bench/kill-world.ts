// What bench/kill-importer.ts and bench/kill-postgres.ts share: two bills for one slice, an importer to kill, and what must hold after.
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { ensureDatabase } from '@/lib/db/embedded.ts'
import { homePath } from '@/lib/db/home.ts'
import { migrate } from '@/lib/db/migrate.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { dropVersions } from '@/lib/import/publish.ts'
import { endSilentImports } from '@/lib/import/recover.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { focusCsv } from '@/tests/import/focus-file.ts'
import { importFiles, importPaths } from '@/tests/import/import-files.ts'
import { inconsistencies } from '@/tests/import/ledger-check.ts'
import { makeFocus } from './make-focus.ts'

/** The importers that are killed call themselves this towards Postgres. */
const IMPORTER = 'bench importer'
const WHOLE_RUNS = 7
/** The billing account of both bills. */
export const ACCOUNT = '000123456789'

/** How the rounds of a run ended. `old` and `fresh`: the slice showed the bill before, or the one whose importer was killed. */
export type Counts = {
  rounds: number
  old: number
  fresh: number
  wrong: number
  inconsistent: number
  nextImportFailed: number
}

export type World = {
  counts: Counts
  /** Charges and billed cost of the two bills. */
  billed: { rows: number; billed: string }[]
  /** Milliseconds that the importer takes when nobody kills it: the median of several runs. */
  wholeRun: number
  /** Finds out `wholeRun`; call it once, when everything else that will run does. */
  measure(): Promise<void>
  /** Starts the importer on the bill that is not live. */
  start(): ChildProcess
  /** Waits until what was killed is gone, and checks what is visible and that a further import works; `counted` unless told otherwise. */
  check(counted?: boolean): Promise<void>
  /** Ends orphaned imports and checks that they left no files; returns how many there were. */
  finish(): Promise<number>
}

/** An embedded Postgres in a temporary home in which the first of two bills is published. */
export async function openWorld(purpose: string, rows = 50_000): Promise<World> {
  const home = temporaryHome(purpose)
  process.env.GPU_LEDGER_HOME = home.path
  delete process.env.DATABASE_URL
  const first = await ensureDatabase()
  await migrate(first.url)
  const bills = [join(home.path, 'a.csv'), join(home.path, 'b.csv')] as const
  await makeFocus(bills[0], rows, '2026-09', 3000)
  await makeFocus(bills[1], rows - 777, '2026-09', 2900)
  const facts: string[] = []
  const billed: World['billed'] = []
  for (const bill of bills) {
    const { report } = await importPaths(first.url, [bill], { yes: true })
    if (report.status !== 'published') throw new Error(JSON.stringify(report.error))
    const [fact, sums] = await withDatabase(async (client) => [await visible(client), await billedOf(client)] as const)
    facts.push(fact)
    billed.push(sums)
  }
  const counts: Counts = { rounds: 0, old: 0, fresh: 0, wrong: 0, inconsistent: 0, nextImportFailed: 0 }
  let live = 1
  let checks = 0
  const start = () => spawnImporter(bills[1 - live] as string)
  const world: World = { counts, billed, wholeRun: 0, start, measure, check, finish }

  async function check(counted = true): Promise<void> {
    await withDatabase(async (client) => {
      await untilAlone(client)
      if (counted) counts.rounds += 1
      const now = facts.indexOf(await visible(client))
      if (now < 0) counts.wrong += 1
      else if (counted && now === live) counts.old += 1
      else if (counted) counts.fresh += 1
      else if (now === live) throw new Error('the importer was done and its bill is not there')
      if (now >= 0) live = now
      const found = await inconsistencies(client)
      if (found.length > 0) {
        counts.inconsistent += 1
        process.stderr.write(`${found.join('\n')}\n`)
      }
      await dropReplaced(client)
    })
    const { url } = await ensureDatabase()
    checks += 1
    const small = focusCsv([{ BillingAccountId: 'small', BilledCost: `${checks}.5` }])
    const next = await importFiles(url, [{ name: 'small.csv', bytes: small }], { yes: true })
    if (next.report.status !== 'published') counts.nextImportFailed += 1
  }

  async function finish(): Promise<number> {
    const ended = await withDatabase(async (client) => {
      await client.query(`UPDATE import SET heartbeat_at = now() - INTERVAL '1 hour' WHERE state = 'running'`)
      return (await endSilentImports(pgRunner(client))).length
    })
    const left = readdirSync(homePath('work'))
    if (left.length > 0) throw new Error(`temporary files are left: ${left.join(', ')}`)
    const whole = start()
    await once(whole, 'exit')
    if (whole.exitCode !== 0) throw new Error(`the last import ended with exit code ${whole.exitCode}`)
    await check()
    return ended
  }

  async function measure(): Promise<void> {
    const runs: number[] = []
    for (let n = 0; n < WHOLE_RUNS; n += 1) {
      const began = performance.now()
      await once(start(), 'exit')
      runs.push(performance.now() - began)
      await check(false)
    }
    // The first reads everything from disk.
    const warm = runs.slice(1).sort((a, b) => a - b)
    world.wholeRun = warm[Math.floor(warm.length / 2)] as number
  }

  return world
}

/** Prints how a run ended and sets the exit code: 1 when anything was lost, doubled or half visible. */
export function report(what: string, counts: Counts, more: Record<string, number>): void {
  const { rounds, old, fresh, wrong, inconsistent, nextImportFailed } = counts
  process.stdout.write(
    `${what}: ${rounds} kills, ${old} left the old bill, ${fresh} the new one, ${wrong} anything else, ` +
      `${inconsistent} inconsistent, ${nextImportFailed} further imports failed\n`,
  )
  process.stdout.write(`${JSON.stringify({ bench: what, ...counts, ...more })}\n`)
  process.exitCode = wrong + inconsistent + nextImportFailed > 0 ? 1 : 0
}

async function withDatabase<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const { url } = await ensureDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

function spawnImporter(file: string): ChildProcess {
  const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', '--json', '--yes', file]
  return spawn(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: '', PGAPPNAME: IMPORTER },
  })
}

/** Rows and sums that are visible of the two bills' slice, from the charges and from the rollup. */
async function visible(client: Client): Promise<string> {
  const sums = 'sum(x.billed)::text, sum(x.effective)::text, sum(x.list)::text'
  const charges = await client.query({
    rowMode: 'array',
    text: `SELECT count(*), ${sums} FROM charge x JOIN slice s ON s.live_version_id = x.version_id WHERE s.billing_account_id = $1`,
    values: [ACCOUNT],
  })
  const rollup = await client.query({
    rowMode: 'array',
    text: `SELECT sum(x.charges), ${sums} FROM daily_spend x JOIN slice s ON s.id = x.slice_id WHERE s.billing_account_id = $1`,
    values: [ACCOUNT],
  })
  return JSON.stringify([charges.rows, rollup.rows])
}

async function billedOf(client: Client): Promise<{ rows: number; billed: string }> {
  const sums = await client.query<{ rows: number; billed: string }>(
    `SELECT count(*)::int AS rows, sum(x.billed)::text AS billed
     FROM charge x JOIN slice s ON s.live_version_id = x.version_id WHERE s.billing_account_id = $1`,
    [ACCOUNT],
  )
  return sums.rows[0] as { rows: number; billed: string }
}

/** A killed importer's transaction ends when Postgres notices that nobody is there. */
async function untilAlone(client: Client): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const others = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1',
      [IMPORTER],
    )
    if (others.rows.length === 0) return
    await sleep(50)
  }
  throw new Error('the killed importer is still connected')
}

/** Keeps the database small over hundreds of rounds. */
async function dropReplaced(client: Client): Promise<void> {
  const run = pgRunner(client)
  const old = await run(
    `SELECT v.id FROM slice_version v JOIN slice s ON s.id = v.slice_id WHERE s.live_version_id IS DISTINCT FROM v.id`,
  )
  await dropVersions(
    run,
    old.map((row) => Number(row.id)),
  )
  await run('VACUUM charge, meter_day')
}
