import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** More hours held than billed by less than this are rounding of the sources, not an issue: 36 seconds. */
const EXCESS_HOURS = '0.01'

/**
 * Works out, for these machines and all their days, which part of the hours billed was used, held idle, not held and not measured, and by whom.
 * Billed = used + held idle + not held + not measured, exactly. Held beyond billed is cut in proportion and noted in host_excess.
 * Covered hours = seconds covered by the machine's telemetry x its GPUs, at most the hours billed.
 */
export async function rebuildHostShares(run: SqlRunner, hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return
  await run('DELETE FROM host_share WHERE host = ANY($1::text[])', [hosts])
  await run('DELETE FROM host_excess WHERE host = ANY($1::text[])', [hosts])
  await run('DROP TABLE IF EXISTS host_day, host_holder')
  await run(HOST_DAYS, [hosts])
  await run('ANALYZE host_day')
  await run(HOLDERS, [hosts])
  await run(SHARES)
  await run('DELETE FROM host_span WHERE host = ANY($1::text[])', [hosts])
  await run(SPANS, [hosts])
  await run(
    `INSERT INTO host_excess (host, day, held, billed) SELECT host, day, held, billed FROM host_day WHERE held > billed + ${EXCESS_HOURS}`,
  )
  await run('DROP TABLE host_day, host_holder')
  // Without it the planner takes the tables for empty until the next autovacuum, and reads all of them for every meter and day.
  await run('ANALYZE host_share, host_span')
}

// Hours billed, held and covered of each machine and day that has telemetry.
const HOST_DAYS = `
  CREATE TEMP TABLE host_day ON COMMIT DROP AS
  WITH billed AS (
    SELECT m.host, d.day, greatest(max(m.gpu_count), sum(t.hours) / 24) AS gpus, sum(t.hours) AS billed
    FROM meter m
    JOIN meter_day d ON d.meter_id = m.id
    JOIN slice s ON s.live_version_id = d.version_id
    CROSS JOIN LATERAL (SELECT gpu_hours(d.quantity, m.gpu_hours_numerator, m.gpu_hours_denominator) AS hours) t
    WHERE m.host = ANY($1::text[]) AND m.gpu_class IS NOT NULL AND m.commitment_status IS DISTINCT FROM 'Unused'
    GROUP BY 1, 2
    HAVING sum(t.hours) > 0
  ),
  held AS (
    SELECT host, day, sum(held) AS held FROM usage_day WHERE host = ANY($1::text[]) AND held IS NOT NULL GROUP BY 1, 2
  ),
  windows AS (
    SELECT h.host, unnest(range_agg(tstzrange(c.cover_start, c.cover_end))) AS span
    FROM usage_cover c
    JOIN import i ON i.id = c.import_id AND i.state = 'published'
    JOIN usage_host h ON h.resource = c.resource
    WHERE h.host = ANY($1::text[]) AND c.cover_end > c.cover_start
    GROUP BY 1
  ),
  covered AS (
    SELECT w.host, d::date AS day, sum(extract(epoch FROM least(upper(w.span), (d + interval '1 day') AT TIME ZONE 'UTC')
      - greatest(lower(w.span), d AT TIME ZONE 'UTC')))::numeric AS seconds
    FROM windows w
    CROSS JOIN LATERAL generate_series(date_trunc('day', lower(w.span) AT TIME ZONE 'UTC'),
      (upper(w.span) AT TIME ZONE 'UTC') - interval '1 millisecond', interval '1 day') d
    GROUP BY 1, 2
  )
  SELECT b.host, b.day, b.billed, coalesce(h.held, 0) AS held, least(coalesce(h.held, 0), b.billed) AS taken,
    least(b.billed, coalesce(round(c.seconds * b.gpus / 3600, 12), 0)) AS covered
  FROM billed b
  LEFT JOIN held h USING (host, day)
  LEFT JOIN covered c USING (host, day)
  WHERE h.held > 0 OR c.seconds > 0`

// Who held them, each with [low, high) marks over the hours that were taken: first what was used, then what idled.
const HOLDERS = `
  CREATE TEMP TABLE host_holder ON COMMIT DROP AS
  WITH holder AS (
    SELECT u.host, u.day, u.team, u.project, u.model, u.workload, u.workload_kind, u.person, sum(u.held) AS held, sum(u.idle) AS idle
    FROM usage_day u JOIN host_day d ON d.host = u.host AND d.day = u.day
    WHERE u.host = ANY($1::text[]) AND u.held > 0
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
  ),
  part AS (
    SELECT h.*, s.state, s.hours FROM holder h
    CROSS JOIN LATERAL (VALUES ('used', h.held - h.idle), ('held-idle', h.idle)) s (state, hours) WHERE s.hours > 0
  ),
  marked AS (
    SELECT p.*, sum(p.hours) OVER w AS mark FROM part p
    WINDOW w AS (PARTITION BY p.host, p.day ORDER BY p.state DESC, p.team, p.project, p.model, p.workload, p.workload_kind, p.person)
  )
  SELECT m.*, amount_below(d.taken, m.mark - m.hours, d.held) AS low, amount_below(d.taken, m.mark, d.held) AS high,
    m.team IS NOT NULL OR m.project IS NOT NULL OR m.model IS NOT NULL OR m.workload IS NOT NULL AS is_held
  FROM marked m JOIN host_day d ON d.host = m.host AND d.day = m.day`

const SHARES = `
  WITH idle AS (
    SELECT d.host, d.day, d.billed, d.held, 'held-idle' AS state, min(h.low) AS low, max(h.high) AS high
    FROM host_day d JOIN host_holder h ON h.host = d.host AND h.day = d.day AND h.state = 'held-idle' GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT host, day, billed, held, 'not-held', taken, greatest(taken, covered) FROM host_day WHERE covered > taken
  ),
  sharer AS (
    SELECT host, day, is_held, team, project, model, workload, workload_kind, person, sum(hours) AS hours,
      sum(sum(hours)) OVER (PARTITION BY host, day ORDER BY is_held, team, project, model, workload, workload_kind, person) AS mark
    FROM host_holder GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  ),
  share AS (
    SELECT host, day, 0 AS mode, state, is_held, team, project, model, workload, workload_kind, person, low, high FROM host_holder WHERE state = 'used'
    UNION ALL
    SELECT host, day, 0, 'not-measured', false, NULL, NULL, NULL, NULL, NULL, NULL, greatest(taken, covered), billed FROM host_day
    UNION ALL
    SELECT host, day, 1, state, true, '~idle', '~idle', '~idle', NULL, NULL, NULL, low, high FROM idle
    UNION ALL
    SELECT i.host, i.day, 2, i.state, true, '~idle', '~idle', '~idle', NULL, NULL, NULL, i.low, i.high FROM idle i WHERE i.held = 0
    UNION ALL
    SELECT i.host, i.day, 2, i.state, s.is_held, s.team, s.project, s.model, s.workload, s.workload_kind, s.person,
      i.low + amount_below(i.high - i.low, s.mark - s.hours, i.held), i.low + amount_below(i.high - i.low, s.mark, i.held)
    FROM idle i JOIN sharer s ON s.host = i.host AND s.day = i.day
    UNION ALL
    SELECT host, day, 3, state, is_held, team, project, model, workload, workload_kind, person, low, high FROM host_holder WHERE state = 'held-idle'
    UNION ALL
    SELECT host, day, 3, state, false, NULL, NULL, NULL, NULL, NULL, NULL, low, high FROM idle WHERE state = 'not-held'
  )
  INSERT INTO host_share (host, day, n, idle_mode, usage_state, is_held, team, project, model, workload, workload_kind, person, low, high, whole)
  SELECT s.host, s.day, row_number() OVER (PARTITION BY s.host, s.day), s.mode, s.state, s.is_held, s.team, s.project, s.model, s.workload,
    s.workload_kind, s.person, s.low, s.high, d.billed
  FROM share s JOIN host_day d ON d.host = s.host AND d.day = s.day
  WHERE s.high > s.low`

// Parts of one owner lie side by side, so that one span holds them all; what the division rounds cancels out between them.
const SPANS = `
  INSERT INTO host_span (host, day, n, idle_mode, usage_state, is_held, team, project, model, low, high, whole)
  SELECT host, day, row_number() OVER (PARTITION BY host, day), idle_mode, usage_state, is_held, team, project, model, low, high, whole FROM (
    SELECT host, day, idle_mode, usage_state, is_held, team, project, model, run, min(low) AS low, max(high) AS high, max(whole) AS whole
    FROM (
      SELECT s.*, row_number() OVER w - row_number() OVER (PARTITION BY host, day, idle_mode, usage_state, is_held, team, project, model ORDER BY low) AS run
      FROM host_share s WHERE host = ANY($1::text[])
      WINDOW w AS (PARTITION BY host, day, idle_mode ORDER BY low)
    ) x
    GROUP BY host, day, idle_mode, usage_state, is_held, team, project, model, run
  ) y`
