import { catalogPrices } from '@/lib/catalog/prices.ts'
import type { Day } from '@/lib/core/period.ts'
import { db } from '@/lib/db/client.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { evaluate } from './evaluate.ts'
import type { Facts } from './facts/facts.ts'
import { dayAfterLast, loadFacts } from './facts/load-facts.ts'
import { rules } from './index.ts'
import { closeAbsent, storeFindings } from './store-findings.ts'
import { readSettings } from './stored-settings.ts'
import { verifyDone } from './verify.ts'

/** Two refreshes wait for each other: the second finds nothing left to do. */
const LOCK = 7_214_310
const TIMEOUT_MS = 120_000

/** What findings hang on: imports, rules, rates, clusters, settings and triage. The same text needs no other run. */
const MADE_FROM = `
  SELECT concat_ws('/', (SELECT concat_ws(':', count(*), max(id), max(finished_at)) FROM import WHERE state IN ('published', 'reverted')),
    (SELECT max(id) FROM rule_version), (SELECT concat_ws(':', count(*), max(id), max(ended_at)) FROM rate), (SELECT concat_ws(':', count(*), max(created_at)) FROM exchange_rate),
    (SELECT concat_ws(':', count(*), max(updated_at)) FROM owned_cluster), (SELECT concat_ws(':', count(*), max(updated_at)) FROM setting), (SELECT max(id) FROM host_rule),
    (SELECT max(id) FROM api_price_list), (SELECT max(id) FROM finding_event WHERE actor <> 'engine')) AS text`

/** Whether the newest run was made from what holds now. */
export async function isFresh(run: SqlRunner): Promise<boolean> {
  const [row] = await run(
    `SELECT (SELECT made_from FROM recommendation_run ORDER BY id DESC LIMIT 1) = m.text AS fresh FROM (${MADE_FROM}) m`,
  )
  return row?.fresh === true
}

/**
 * Runs every rule over the newest facts and stores what they say: new findings, changed ones, those that no longer hold, and what became of
 * those that were done. Does nothing where nothing changed since the last run, or where there is no bill. Returns whether it ran.
 */
export async function refreshFindings(): Promise<boolean> {
  return db().$transaction(
    async (transaction) => {
      const run = prismaRunner(transaction)
      await run(`SELECT pg_advisory_xact_lock(${LOCK})::text`)
      if (await isFresh(run)) return false
      const asOf = await dayAfterLast(run)
      if (asOf === null) return false
      await refreshAsOf(run, asOf)
      return true
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  )
}

async function refreshAsOf(run: SqlRunner, asOf: Day): Promise<void> {
  const started = performance.now()
  const [made] = await run(MADE_FROM)
  const facts = await loadFacts(run, asOf)
  const settings = await readSettings(run)
  const hidden = await hiddenKeys(run, asOf)
  const { findings, missing } = evaluate(facts, rules, settings, hidden)
  const [row] = await run(
    `INSERT INTO recommendation_run (as_of, made_from, missing, ms) VALUES ($1::date, $2, $3::jsonb, $4) RETURNING id`,
    [asOf, String(made?.text), JSON.stringify(missing), Math.round(performance.now() - started)],
  )
  await storeFindings(run, Number(row?.id), facts, findings)
  await closeAbsent(run, facts, new Set(findings.map(({ key }) => key)))
  await verifyDone(run, asOf)
}

/** Findings that are not to be found: dismissed until later, or done. */
export async function hiddenKeys(run: SqlRunner, asOf: Day): Promise<Set<string>> {
  const rows = await run(
    `SELECT key FROM finding WHERE state = 'done' OR (state = 'dismissed' AND (dismissed_until IS NULL OR dismissed_until > $1::date))`,
    [asOf],
  )
  return new Set(rows.map(({ key }) => String(key)))
}

/** Facts as of a day that is not stored: for scripts and previews. Null where there is no bill before it. */
export async function factsAsOf(asOf: Day | null): Promise<Facts | null> {
  return db().$transaction(
    async (transaction) => {
      const run = prismaRunner(transaction)
      const day = asOf ?? (await dayAfterLast(run))
      return day === null ? null : loadFacts(run, day)
    },
    { timeout: TIMEOUT_MS, maxWait: 10_000 },
  )
}

/** Facts as they are kept with a finding, which is without the catalogue, with it. */
export function withCatalogue(facts: Facts): Facts {
  return { ...facts, market: { ...facts.market, catalogue: catalogPrices } }
}
