import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Facts } from './facts/facts.ts'
import { factsOf } from './facts-of-finding.ts'
import type { Finding } from './finding.ts'
import { optOutOf } from './guards.ts'

/** Stores what a run found. A finding that is open or planned keeps that; one that was closed, or dismissed until now, opens again. */
export async function storeFindings(
  run: SqlRunner,
  runId: number,
  facts: Facts,
  findings: readonly Finding[],
): Promise<void> {
  const rows = findings.map((finding) => {
    const { key, rule, lever, team, project, model, provider, region, currency, grade, effort, frees } = finding
    const { gpuClass, saving, counted } = finding
    const kept = factsOf(
      facts,
      finding.uses,
      finding.claims.map(({ item }) => item),
    )
    return {
      key,
      rule,
      lever,
      team,
      project,
      model,
      provider,
      region,
      gpu_class: gpuClass,
      currency,
      grade,
      effort,
      saving_low: saving.low,
      saving_expected: saving.expected,
      saving_high: saving.high,
      counted_low: counted.low,
      counted_expected: counted.expected,
      counted_high: counted.high,
      frees,
      body: bodyOf(finding),
      facts: { ...kept, market: { ...kept.market, catalogue: [], apiPrices: [] } },
    }
  })
  const columns = [
    'key',
    'rule',
    'lever',
    'team',
    'project',
    'model',
    'provider',
    'region',
    'gpu_class',
    'currency',
    'grade',
    'effort',
    'saving_low',
    'saving_expected',
    'saving_high',
    'counted_low',
    'counted_expected',
    'counted_high',
    'frees',
    'body',
    'facts',
  ]
  const stored = await run(
    `WITH told AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(key text, rule text, lever text, team text, project text, model text, provider text, region text,
         gpu_class text, currency text, grade text, effort text, saving_low numeric, saving_expected numeric, saving_high numeric, counted_low numeric,
         counted_expected numeric, counted_high numeric, frees numeric, body jsonb, facts jsonb)
     ),
     before AS (SELECT f.id, f.key, f.state FROM finding f JOIN told t USING (key)),
     stored AS (
       INSERT INTO finding (${columns.join(', ')}, first_seen, last_seen, run_id)
       SELECT ${columns.map((column) => `t.${column}`).join(', ')}, $2::date, $2::date, $3 FROM told t
       ON CONFLICT (key) DO UPDATE SET ${columns
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(', ')}, last_seen = excluded.last_seen, run_id = excluded.run_id,
         state = CASE WHEN finding.state IN ('closed', 'dismissed') THEN 'open' ELSE finding.state END,
         closed_reason = CASE WHEN finding.state = 'closed' THEN NULL ELSE finding.closed_reason END
       RETURNING id, key
     )
     SELECT s.id, b.state AS before FROM stored s LEFT JOIN before b USING (key)`,
    [JSON.stringify(rows), facts.asOf, runId],
  )
  const news = stored.filter(({ before }) => before === null || before === 'closed' || before === 'dismissed')
  await addEvents(
    run,
    news.map(({ id, before }) => ({
      id: Number(id),
      action: before === null ? 'found' : 'found again',
      details: { asOf: facts.asOf },
    })),
  )
}

/** What is stored of a finding beside its columns. */
export function bodyOf(finding: Finding) {
  const { key, rule, lever, team, project, model, provider, region, currency, grade, effort, frees, ...rest } = finding
  const { gpuClass, saving, counted, ...body } = rest
  return body
}

/** Closes open and planned findings that the newest facts no longer give, and says why. */
export async function closeAbsent(run: SqlRunner, facts: Facts, found: ReadonlySet<string>): Promise<void> {
  const rows = await run(`SELECT id, key, body -> 'claims' AS claims FROM finding WHERE state IN ('open', 'planned')`)
  const absent = rows.filter(({ key }) => !found.has(String(key)))
  for (const row of absent) {
    const reason = whyGone(facts, (row.claims ?? []) as { item: string }[])
    await run(`UPDATE finding SET state = 'closed', closed_reason = $2 WHERE id = $1`, [Number(row.id), reason])
    await addEvents(run, [{ id: Number(row.id), action: 'closed', details: { reason, asOf: facts.asOf } }])
  }
}

function whyGone(facts: Facts, claims: readonly { item: string }[]): string {
  const items = claims.map(({ item }) => facts.items[item])
  if (items.length > 0 && items.every((item) => item === undefined))
    return `It costs nothing any more: no charge in the 30 days before ${facts.asOf}.`
  const tagged = items.flatMap((item) => (item ? (optOutOf(item) ?? []) : []))[0]
  if (tagged !== undefined) return `It is tagged ${tagged} now.`
  return `It no longer passes the thresholds of its rule, or its saving fell below the floor, as of ${facts.asOf}.`
}

/** Adds what the engine did to the history of findings. */
async function addEvents(
  run: SqlRunner,
  events: readonly { id: number; action: string; details: object }[],
): Promise<void> {
  if (events.length === 0) return
  await run(
    `INSERT INTO finding_event (finding_id, actor, action, details)
     SELECT t.id, 'engine', t.action, t.details FROM jsonb_to_recordset($1::jsonb) AS t(id int, action text, details jsonb)`,
    [JSON.stringify(events)],
  )
}
