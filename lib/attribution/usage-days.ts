import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** Held GPUs count as idle below this utilisation, averaged over the hour, unless an admin sets another: 5%. */
export const DEFAULT_IDLE_THRESHOLD = '0.05'

/** The idle threshold as decimal text, 0 to 1. */
export async function idleThreshold(run: SqlRunner): Promise<string> {
  const [row] = await run(`SELECT value #>> '{}' AS value FROM setting WHERE key = 'idle-threshold'`)
  return row ? String(row.value) : DEFAULT_IDLE_THRESHOLD
}

/** Of records with equal keys the one of the newest published import; `u` is usage_record. Those that describe something are no usage. */
const live = (condition: string) => `
  SELECT DISTINCT ON (u.key) u.*, extract(epoch FROM u.usage_end - u.usage_start)::numeric AS seconds
  FROM usage_record u JOIN import i ON i.id = u.import_id AND i.state = 'published'
  WHERE u.role NOT IN ('run', 'item', 'model') AND (${condition})
  ORDER BY u.key, u.import_id DESC`

/** The part of an amount of record `r` that lies in [piece.low, piece.high) seconds of it; a record without length has all of it. */
const partOf = (amount: string) =>
  `CASE WHEN r.seconds > 0 THEN share_of(r.${amount}, p.low, p.high, r.seconds) ELSE r.${amount} END`

/**
 * Works out usage_day anew for these machines, or for all machines when `resources` is null, and for what names no machine. A record is cut at
 * UTC midnight in proportion to time. Utilisation is the record's own, else what was measured on the same machine in the same hours; a
 * machine that is measured by a source which names nobody counts as held by its owner.
 */
export async function rebuildUsageDays(run: SqlRunner, resources: readonly string[] | null): Promise<void> {
  const threshold = await idleThreshold(run)
  await run('DELETE FROM usage_day WHERE $1::text[] IS NULL OR resource IS NULL OR resource = ANY($1::text[])', [
    resources,
  ])
  await run('DROP TABLE IF EXISTS usage_live, usage_piece')
  await run(
    `CREATE TEMP TABLE usage_live ON COMMIT DROP AS
     SELECT r.*, h.host, coalesce(h.host, r.resource) AS machine FROM (${live(
       '$1::text[] IS NULL OR u.resource IS NULL OR u.resource = ANY($1::text[])',
     )}) r
     LEFT JOIN usage_host h ON h.resource = r.resource`,
    [resources],
  )
  await run('CREATE INDEX ON usage_live (machine, usage_start)')
  await run('ANALYZE usage_live')
  await run(PIECES)
  await run('CREATE INDEX ON usage_piece (machine, day)')
  await run('ANALYZE usage_piece')
  await run(DAYS, [threshold])
  await run('DROP TABLE usage_live, usage_piece')
}

// A bare measurement is a holding only where its import names no holder anywhere and no scheduler spoke for the machine.
const PIECES = `
  CREATE TEMP TABLE usage_piece ON COMMIT DROP AS
  WITH naming AS (SELECT DISTINCT import_id FROM usage_live WHERE role = 'hold'),
  spoken AS (
    SELECT DISTINCT coalesce(h.host, c.resource) AS machine FROM usage_cover c
    JOIN import i ON i.id = c.import_id AND i.state = 'published'
    JOIN naming n ON n.import_id = c.import_id
    LEFT JOIN usage_host h ON h.resource = c.resource
  )
  SELECT r.*, d::date AS day, p.low, p.high, ${partOf('gpu_hours')} AS held,
    ${['tokens_in', 'tokens_out', 'requests'].map((name) => `${partOf(name)} AS part_${name}`).join(', ')},
    greatest(r.usage_start, d AT TIME ZONE 'UTC') AS piece_start,
    least(r.usage_end, (d + interval '1 day') AT TIME ZONE 'UTC') AS piece_end
  FROM usage_live r
  CROSS JOIN LATERAL generate_series(
    date_trunc('day', r.usage_start AT TIME ZONE 'UTC'),
    greatest((r.usage_end AT TIME ZONE 'UTC') - interval '1 millisecond', r.usage_start AT TIME ZONE 'UTC'), interval '1 day') d
  CROSS JOIN LATERAL (SELECT
    extract(epoch FROM greatest(r.usage_start, d AT TIME ZONE 'UTC') - r.usage_start)::numeric AS low,
    extract(epoch FROM least(r.usage_end, (d + interval '1 day') AT TIME ZONE 'UTC') - r.usage_start)::numeric AS high) p
  WHERE r.role <> 'measure'
    OR (r.import_id NOT IN (SELECT import_id FROM naming) AND r.machine NOT IN (SELECT machine FROM spoken))`

const DAYS = `
  WITH measured AS (
    SELECT machine, date_trunc('hour', usage_start AT TIME ZONE 'UTC') AS hour,
      sum(utilisation * gpu_hours) / nullif(sum(gpu_hours), 0) AS utilisation
    FROM usage_live WHERE utilisation IS NOT NULL AND usage_end - usage_start <= interval '1 hour'
      AND machine IN (SELECT machine FROM usage_piece WHERE utilisation IS NULL AND held > 0)
    GROUP BY 1, 2
  ),
  borrowed AS (
    SELECT p.key, p.day, sum(t.hours) AS measured, sum(t.hours * h.utilisation) AS utilisation_hours,
      coalesce(sum(t.hours) FILTER (WHERE h.utilisation < $1::numeric), 0) AS idle
    FROM usage_piece p
    JOIN measured h ON h.machine = p.machine AND h.hour < p.piece_end AT TIME ZONE 'UTC'
      AND h.hour + interval '1 hour' > p.piece_start AT TIME ZONE 'UTC'
    CROSS JOIN LATERAL (SELECT round(p.held * extract(epoch FROM least(h.hour + interval '1 hour', p.piece_end AT TIME ZONE 'UTC')
      - greatest(h.hour, p.piece_start AT TIME ZONE 'UTC'))::numeric / (p.high - p.low), 12) AS hours) t
    WHERE p.utilisation IS NULL AND p.held > 0 AND p.high > p.low
    GROUP BY 1, 2
  )
  INSERT INTO usage_day (day, host, resource, team, project, model, workload, workload_kind, person, state, held, idle, measured,
    utilisation_hours, memory_gib_hours, tokens_in, tokens_out, requests, records, first_start, last_end)
  SELECT p.day, p.host, p.resource, p.team, p.project, p.model, p.workload, p.workload_kind, p.person,
    (array_agg(p.state ORDER BY p.usage_end DESC))[1], sum(p.held),
    sum(CASE WHEN p.held IS NULL THEN NULL WHEN p.utilisation IS NOT NULL THEN CASE WHEN p.utilisation < $1::numeric THEN p.held ELSE 0 END
      ELSE least(coalesce(b.idle, 0), p.held) END),
    sum(CASE WHEN p.held IS NULL THEN NULL WHEN p.utilisation IS NOT NULL THEN p.held ELSE least(coalesce(b.measured, 0), p.held) END),
    sum(CASE WHEN p.utilisation IS NOT NULL THEN p.held * p.utilisation ELSE b.utilisation_hours END),
    sum(p.held * p.memory_gib), sum(p.part_tokens_in), sum(p.part_tokens_out), sum(p.part_requests), count(*)::int, min(p.piece_start), max(p.piece_end)
  FROM usage_piece p
  LEFT JOIN borrowed b ON b.key = p.key AND b.day = p.day
  GROUP BY p.day, p.host, p.resource, p.team, p.project, p.model, p.workload, p.workload_kind, p.person`
