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

/** The months that the slices were in at the last rebuild, or are in now. */
const touchedMonths = `
  SELECT month::text FROM month_spend WHERE slice_id = ANY($1::int[])
  UNION
  SELECT date_trunc('month', day::timestamp)::date::text FROM daily_spend WHERE slice_id = ANY($1::int[])`

const fillMonths = `
  INSERT INTO month_spend (slice_id, month, group_id, idle_mode, ${measures.join(', ')})
  SELECT d.slice_id, date_trunc('month', d.day::timestamp)::date, d.group_id, d.idle_mode, ${sums}
  FROM daily_spend d
  WHERE d.slice_id = ANY($1::int[])
  GROUP BY 1, 2, 3, 4`

const emptyDimensions = `
  DELETE FROM dimension_spend s
  USING unnest($1::date[]) month
  WHERE s.dimension = ANY($2::text[]) AND s.day >= month AND s.day < month + interval '1 month'`

const rolledUpColumns = dimensions.filter((d) => isRolledUp(d.key)).map((d) => d.column)
const gpuMeasures = costs.map((cost) => `gpu_${cost}`)

// Groups are first brought down to these dimensions alone, which leaves few rows to add up once for each of them.
const fillDimensions = `
  WITH narrow AS MATERIALIZED (
    SELECT d.day, d.idle_mode, ${rolledUpColumns.map((column) => `g.${column}`).join(', ')}, g.currency,
      ${measures.map((column) => `sum(d.${column}) AS ${column}`).join(', ')}
    FROM unnest($1::date[]) month
    JOIN daily_spend d ON d.day >= month AND d.day < month + interval '1 month'
    JOIN spend_group g ON g.id = d.group_id
    GROUP BY d.day, d.idle_mode, ${rolledUpColumns.map((column) => `g.${column}`).join(', ')}, g.currency
  )
  INSERT INTO dimension_spend (dimension, value, day, currency, idle_mode, ${[...measures, 'gpu_hours_used', ...gpuMeasures].join(', ')})
  SELECT v.dimension, v.value, d.day, d.currency, d.idle_mode, ${sums}, sum(d.gpu_hours) FILTER (WHERE d.usage_state = 'used'),
    ${costs.map((cost) => `sum(d.${cost}) FILTER (WHERE d.gpu_class IS NOT NULL)`).join(', ')}
  FROM narrow d
  CROSS JOIN LATERAL (VALUES ${dimensions
    .filter((d) => isRolledUp(d.key))
    .map((d) => `('${d.key}', d.${d.column})`)
    .join(', ')}) v (dimension, value)
  GROUP BY v.dimension, v.value, d.day, d.currency, d.idle_mode
  ORDER BY v.dimension, d.day`

/** Holds the rollups to the end of this transaction, so that publications take turns. */
export async function lockRollups(run: SqlRunner): Promise<void> {
  // Cast, because Prisma cannot read a column of type void.
  await run(`SELECT pg_advisory_xact_lock(${ROLLUP_LOCK})::text`)
}

/**
 * Brings month_spend and dimension_spend in step with daily_spend, after daily_spend of these slices was rebuilt or emptied.
 * Call it last in that transaction (READ COMMITTED), which must hold the rollups.
 */
export async function finishRollups(run: SqlRunner, sliceIds: readonly number[]): Promise<void> {
  if (sliceIds.length === 0) return
  const months = (await run(touchedMonths, [sliceIds])).map((row) => row.month)
  await run('DELETE FROM month_spend WHERE slice_id = ANY($1::int[])', [sliceIds])
  await run(fillMonths, [sliceIds])
  await run(emptyDimensions, [months, rolledUp])
  await run(fillDimensions, [months])
}
