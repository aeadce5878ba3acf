import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimensions } from '@/lib/core/dimensions.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'

/** Any number of our own: publications take turns by it. */
const ROLLUP_LOCK = 7_340_125

const rolledUp: readonly DimensionKey[] = ['team', 'project', 'model', 'gpu-class', 'environment', 'usage-state']

/** Whether dimension_spend has this dimension. Those of attribution are in it; each more makes every publication slower. */
export function isRolledUp(key: DimensionKey): boolean {
  return rolledUp.includes(key)
}

const costs = ['billed', 'effective', 'list', 'contracted']
const measures = [...costs, 'gpu_hours', 'charges', ...costs.map((cost) => `no_${cost}`)]
const sums = measures.map((column) => `sum(d.${column})`).join(', ')

/** The months of month_spend in which these slices or groups are. */
const monthsOf =
  'SELECT DISTINCT month::text FROM month_spend WHERE slice_id = ANY($1::int[]) OR group_id = ANY($2::int[])'

const emptyMonths = 'DELETE FROM month_spend WHERE slice_id = ANY($1::int[]) OR group_id = ANY($2::int[])'

const fillMonths = `
  INSERT INTO month_spend (slice_id, month, group_id, idle_mode, ${measures.join(', ')})
  SELECT d.slice_id, date_trunc('month', d.day::timestamp)::date, d.group_id, d.idle_mode, ${sums}
  FROM daily_spend d
  WHERE d.slice_id = ANY($1::int[]) OR d.group_id = ANY($2::int[])
  GROUP BY 1, 2, 3, 4`

const emptyDimensions = `
  DELETE FROM dimension_spend s
  USING unnest($1::date[]) month
  WHERE s.dimension = ANY($2::text[]) AND s.day >= month AND s.day < month + interval '1 month'`

const gpuMeasures = costs.map((cost) => `gpu_${cost}`)

/** Fills dimension_spend of the months in $1, the first of which is $2 and the last $3, for these dimensions. Groups are first brought down to these alone, which leaves few rows to add up once for each. */
function fillDimensions(keys: readonly DimensionKey[]): string {
  const filled = dimensions.filter((d) => keys.includes(d.key))
  const columns = filled.map((d) => `g.${d.column}`).join(', ')
  return `
  WITH narrow AS MATERIALIZED (
    SELECT d.day, d.idle_mode, ${columns}, g.currency, g.gpu_class IS NOT NULL AS is_gpu, g.usage_state = 'used' AS is_used,
      ${measures.map((column) => `sum(d.${column}) AS ${column}`).join(', ')}
    FROM daily_spend d
    JOIN spend_group g ON g.id = d.group_id
    WHERE d.day >= $2::date AND d.day < $3::date + interval '1 month' AND date_trunc('month', d.day::timestamp)::date = ANY($1::date[])
    GROUP BY d.day, d.idle_mode, ${columns}, g.currency, g.gpu_class IS NOT NULL, g.usage_state = 'used'
  )
  INSERT INTO dimension_spend (dimension, value, day, currency, idle_mode, ${[...measures, 'gpu_hours_used', ...gpuMeasures].join(', ')})
  SELECT v.dimension, v.value, d.day, d.currency, d.idle_mode, ${sums}, sum(d.gpu_hours) FILTER (WHERE d.is_used),
    ${costs.map((cost) => `sum(d.${cost}) FILTER (WHERE d.is_gpu)`).join(', ')}
  FROM narrow d
  CROSS JOIN LATERAL (VALUES ${filled.map((d) => `('${d.key}', d.${d.column})`).join(', ')}) v (dimension, value)
  GROUP BY v.dimension, v.value, d.day, d.currency, d.idle_mode
  ORDER BY v.dimension, d.day`
}

/** Holds the rollups to the end of this transaction, so that publications take turns. */
export async function lockRollups(run: SqlRunner): Promise<void> {
  // Cast, because Prisma cannot read a column of type void.
  await run(`SELECT pg_advisory_xact_lock(${ROLLUP_LOCK})::text`)
}

/** What of daily_spend changed: whole slices, days of some groups, or only the values that some groups stand for. */
export type RollupChange = {
  slices: readonly number[]
  groups?: readonly number[]
  renamed?: readonly number[]
  /** The only dimensions whose values moved; null: any. */
  changed?: readonly DimensionKey[] | null
}

/**
 * Brings month_spend and dimension_spend in step with daily_spend. Call it last in the transaction that changed that (READ COMMITTED), which
 * must hold the rollups.
 */
export async function finishRollups(run: SqlRunner, change: RollupChange): Promise<void> {
  const { slices, groups = [], renamed = [], changed = null } = change
  const keys = (changed ?? rolledUp).filter(isRolledUp)
  const months = new Set((await run(monthsOf, [slices, [...groups, ...renamed]])).map((row) => row.month))
  if (slices.length + groups.length > 0) {
    await run(emptyMonths, [slices, groups])
    await run(fillMonths, [slices, groups])
    for (const { month } of await run(monthsOf, [slices, groups])) months.add(month)
  }
  if (keys.length === 0 || months.size === 0) return
  const sorted = [...months].map(String).sort()
  await run(emptyDimensions, [sorted, keys])
  await run(fillDimensions(keys), [sorted, sorted.at(0), sorted.at(-1)])
}
