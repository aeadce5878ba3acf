import { groupedBy } from '@/lib/core/grouped.ts'
import type { Day } from '@/lib/core/period.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Item, Machine } from './facts.ts'
import type { Attempt, Run } from './workloads.ts'

type Row = Record<string, unknown>

const text = (row: Row, name: string) => (row[name] === null || row[name] === undefined ? null : String(row[name]))
const number = (row: Row, name: string) => (text(row, name) === null ? null : Number(text(row, name)))

/** Runs by what their attempts say. Of records with equal keys the one of the newest published import counts. */
export async function readRuns(
  run: SqlRunner,
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
  asOf: Day,
): Promise<Run[]> {
  const rows = await run(
    `WITH attempt AS (
       SELECT DISTINCT ON (u.key) u.workload AS run, u.team, u.project, u.model, u.usage_start, u.usage_end, u.state, u.gpus, u.gpu_class,
         coalesce(u.gpu_hours, u.gpus * extract(epoch FROM u.usage_end - u.usage_start) / 3600) AS gpu_hours, coalesce(u.details, '{}') AS details
       FROM usage_record u JOIN import i ON i.id = u.import_id AND i.state = 'published'
       WHERE u.role = 'run' AND u.usage_start < $1::date ORDER BY u.key, u.import_id DESC
     ),
     price AS (
       SELECT a.run, a.project, a.usage_start, g.currency, sum(d.effective) / nullif(sum(d.gpu_hours), 0) AS price,
         sum(d.billed) / nullif(sum(d.gpu_hours), 0) AS billed
       FROM attempt a
       JOIN spend_group g ON g.project = a.project AND g.gpu_class = a.gpu_class
       JOIN daily_spend d ON d.group_id = g.id AND d.idle_mode IN (0, 3) AND d.day >= (a.usage_start AT TIME ZONE 'UTC')::date AND d.day <= (a.usage_end AT TIME ZONE 'UTC')::date
       GROUP BY 1, 2, 3, 4
     )
     SELECT a.*, to_char(a.usage_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS starts, to_char(a.usage_end AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS ends,
       p.currency, (a.gpu_hours * p.price)::text AS cost, (a.gpu_hours * p.billed)::text AS billed
     FROM attempt a
     LEFT JOIN LATERAL (SELECT currency, price, billed FROM price p WHERE p.run = a.run AND p.project IS NOT DISTINCT FROM a.project AND p.usage_start = a.usage_start
       AND p.price > 0 ORDER BY currency LIMIT 1) p ON true
     ORDER BY a.run, a.usage_start`,
    [asOf],
  )
  const groups = groupedBy(rows, (row) => `${row.run}|${row.project ?? ''}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, attempts]) => runOf(key, attempts, items, machines))
}

function runOf(
  key: string,
  rows: readonly Row[],
  items: Readonly<Record<string, Item>>,
  machines: readonly Machine[],
): Run {
  const last = rows.at(-1) ?? {}
  const details = (last.details ?? {}) as Row
  const attempts = rows.map(attemptOf)
  const project = text(last, 'project')
  const gpuClass = text(last, 'gpu_class')
  const priced = rows.every((row) => row.cost !== null) && new Set(rows.map((row) => row.currency)).size === 1
  const sum = (values: readonly (number | null)[]) =>
    values.some((value) => value === null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return {
    key,
    run: String(last.run),
    kind: text(details, 'kind'),
    team: text(last, 'team'),
    project,
    model: text(last, 'model'),
    paramsB: number(details, 'params_b'),
    precision: text(details, 'precision'),
    checkpointIntervalHours: number(details, 'checkpoint_interval_h'),
    checkpointWriteHours: number(details, 'checkpoint_write_h'),
    restartHours: number(details, 'restart_h'),
    restartable: text(details, 'restartable') === null ? null : text(details, 'restartable') === 'true',
    attempts,
    gpuClass,
    gpus: Math.max(0, ...attempts.map(({ gpus }) => gpus ?? 0)) || null,
    gpuHours: sum(attempts.map(({ gpuHours }) => gpuHours)),
    cost: priced ? (sum(rows.map((row) => Number(row.cost))) ?? 0).toFixed(6) : null,
    billed:
      priced && rows.every((row) => row.billed !== null)
        ? (sum(rows.map((row) => Number(row.billed))) ?? 0).toFixed(6)
        : null,
    currency: priced ? text(last, 'currency') : null,
    items: machines
      .filter((machine) => items[machine.key]?.project === project && machine.gpuClass === gpuClass)
      .map((machine) => machine.key),
  }
}

function attemptOf(row: Row): Attempt {
  const details = (row.details ?? {}) as Row
  return {
    start: String(row.starts),
    end: String(row.ends),
    state: text(row, 'state')?.toLowerCase() ?? null,
    gpus: number(row, 'gpus'),
    gpuClass: text(row, 'gpu_class'),
    gpuHours: number(row, 'gpu_hours'),
    tokensB: number(details, 'tokens_b'),
    usefulHours: number(details, 'useful_h'),
    lastCheckpoint: text(details, 'last_checkpoint'),
  }
}
