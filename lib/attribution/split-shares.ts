import type { SplitDimension } from '@/lib/core/rule-words.ts'
import { splitDimensions } from '@/lib/core/rule-words.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** A split rule as it is stored: whom its cost is split among, and by what. */
type StoredSplit = {
  id: string
  split?: {
    by: 'percent' | 'even' | 'direct-cost' | 'gpu-hours' | 'tokens'
    to: { team?: string; project?: string; model?: string; percent?: string }[]
  }
}

/**
 * Works out, for every split rule that holds for a meter, whom its cost goes to in each month and currency. Receivers weigh by what is directly
 * theirs in that month: what splits gave them does not count, and neither does less than nothing. Where nobody weighs anything there is
 * no share, and the cost stays unallocated. Call it when daily_spend of all that is not split is up to date. Returns whether any share
 * changed, and the dimensions whose values shares name, now or before.
 */
export async function rebuildSplitShares(run: SqlRunner): Promise<{ changed: boolean; names: SplitDimension[] }> {
  const splits = await usedSplits(run)
  const before = await namedDimensions(run)
  if (splits.length === 0) {
    const gone = await run('DELETE FROM split_share RETURNING 1')
    return { changed: gone.length > 0, names: before }
  }
  const receivers = splits.flatMap(({ id, split }) =>
    split.to.map((to, n) => ({ id, by: split.by, n, weight: to.percent ?? '1', ...to })),
  )
  await run('DROP TABLE IF EXISTS split_receiver, split_month, split_next, direct')
  await run(
    `CREATE TEMP TABLE split_receiver ON COMMIT DROP AS SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS r(id text, by text, n smallint, weight numeric, team text, project text, model text)`,
    [JSON.stringify(receivers)],
  )
  await run(SPLIT_MONTHS)
  await run(receivers.some(({ by }) => by === 'direct-cost' || by === 'gpu-hours') ? DIRECT : NO_DIRECT)
  await run('CREATE TEMP TABLE split_next (LIKE split_share) ON COMMIT DROP')
  await run(SHARES)
  const [differing] = await run(
    '(TABLE split_share EXCEPT TABLE split_next) UNION ALL (TABLE split_next EXCEPT TABLE split_share) LIMIT 1',
  )
  if (differing) {
    await run('DELETE FROM split_share')
    await run('INSERT INTO split_share TABLE split_next')
  }
  await run('DROP TABLE split_receiver, split_month, split_next, direct')
  return { changed: differing !== undefined, names: [...before, ...(await namedDimensions(run))] }
}

async function namedDimensions(run: SqlRunner): Promise<SplitDimension[]> {
  const [row] = await run(
    'SELECT count(team) AS team, count(project) AS project, count(model) AS model FROM split_share',
  )
  return splitDimensions.filter((name) => Number(row?.[name]) > 0)
}

async function usedSplits(run: SqlRunner): Promise<Required<StoredSplit>[]> {
  const used = await run(
    `SELECT split_rule AS id FROM meter WHERE split_rule IS NOT NULL
     UNION SELECT split_rule FROM meter_term WHERE split_rule IS NOT NULL`,
  )
  if (used.length === 0) return []
  const ids = new Set(used.map(({ id }) => String(id)))
  const [row] = await run('SELECT rules FROM rule_version ORDER BY id DESC LIMIT 1')
  const rules = (row?.rules ?? []) as StoredSplit[]
  return rules.filter((rule): rule is Required<StoredSplit> => rule.split !== undefined && ids.has(rule.id))
}

// The months and currencies in which a split rule has something to split.
const SPLIT_MONTHS = `
  CREATE TEMP TABLE split_month ON COMMIT DROP AS
  SELECT DISTINCT o.split_rule AS id, date_trunc('month', d.day::timestamp)::date AS month, coalesce(r.currency, m.currency) AS currency
  FROM meter m
  JOIN meter_day d ON d.meter_id = m.id
  JOIN slice s ON s.live_version_id = d.version_id
  LEFT JOIN meter_term t ON t.meter_id = m.id AND d.day >= t.from_day AND d.day < t.to_day
  LEFT JOIN meter_rate r ON r.meter_id = m.id AND d.day >= r.from_day AND d.day < r.to_day
  CROSS JOIN LATERAL (SELECT CASE WHEN t.meter_id IS NULL THEN m.split_rule ELSE t.split_rule END AS split_rule) o
  WHERE o.split_rule IS NOT NULL
    AND (m.split_rule IS NOT NULL OR EXISTS (SELECT FROM meter_term x WHERE x.meter_id = m.id AND x.split_rule IS NOT NULL))`

// Idle time counts with its owner here, whatever the view, so that weights do not depend on the view.
const DIRECT = `
  CREATE TEMP TABLE direct ON COMMIT DROP AS
  SELECT date_trunc('month', d.day::timestamp)::date AS month, g.currency, g.team, g.project, g.model,
    sum(coalesce(d.effective, d.billed)) AS cost, sum(d.gpu_hours) AS gpu_hours
  FROM daily_spend d JOIN spend_group g ON g.id = d.group_id
  WHERE d.idle_mode IN (0, 3) AND g.split_rule IS NULL
  GROUP BY 1, 2, 3, 4, 5`

const NO_DIRECT = `
  CREATE TEMP TABLE direct (month date, currency text, team text, project text, model text, cost numeric, gpu_hours numeric) ON COMMIT DROP`

const isReceivers = (alias: string) =>
  ['team', 'project', 'model'].map((name) => `(r.${name} IS NULL OR ${alias}.${name} = r.${name})`).join(' AND ')

const SHARES = `
  WITH weighed AS (
    SELECT m.id, m.month, m.currency, r.n, r.team, r.project, r.model, greatest(0, CASE r.by
      WHEN 'percent' THEN r.weight
      WHEN 'even' THEN 1
      WHEN 'direct-cost' THEN coalesce((SELECT sum(d.cost) FROM direct d WHERE d.month = m.month AND d.currency = m.currency AND ${isReceivers('d')}), 0)
      WHEN 'gpu-hours' THEN coalesce((SELECT sum(d.gpu_hours) FROM direct d WHERE d.month = m.month AND ${isReceivers('d')}), 0)
      ELSE coalesce((SELECT sum(coalesce(u.tokens_in, 0) + coalesce(u.tokens_out, 0)) FROM usage_day u
        WHERE u.day >= m.month AND u.day < m.month + interval '1 month' AND ${isReceivers('u')}), 0)
      END) AS weight
    FROM split_month m JOIN split_receiver r ON r.id = m.id
  )
  INSERT INTO split_next (rule_id, month, currency, n, team, project, model, low, high, whole)
  SELECT id, month, currency, n, team, project, model, mark - weight, mark, whole FROM (
    SELECT w.*, sum(weight) OVER (PARTITION BY id, month, currency ORDER BY n) AS mark,
      sum(weight) OVER (PARTITION BY id, month, currency) AS whole FROM weighed w
  ) x WHERE weight > 0`
