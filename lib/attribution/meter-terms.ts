import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { OwnershipTerm } from './attribute.ts'

/** Whom a meter's money is for in some months. */
export type MeterTerm = OwnershipTerm & { meterId: string }

const columns = 'meter_id, from_day, to_day, team, project, model, environment, split_rule, attributed_by'
const given = `SELECT "meterId", "fromDay", "toDay", team, project, model, environment, "splitRule", "attributedBy"
  FROM jsonb_to_recordset($1::jsonb) AS n("meterId" uuid, "fromDay" date, "toDay" date, team text, project text, model text, environment text,
    "splitRule" text, "attributedBy" jsonb)`

/** Stores the terms of meters that are new. */
export async function addTerms(run: SqlRunner, terms: readonly MeterTerm[]): Promise<void> {
  if (terms.length === 0) return
  await run(`INSERT INTO meter_term (${columns}) ${given} ON CONFLICT DO NOTHING`, [JSON.stringify(terms)])
}

/** Makes these the terms of all meters. Returns the ids of the meters whose terms changed. */
export async function replaceTerms(run: SqlRunner, terms: readonly MeterTerm[]): Promise<string[]> {
  const [any] = await run('SELECT 1 FROM meter_term LIMIT 1')
  if (!any && terms.length === 0) return []
  await run('DROP TABLE IF EXISTS meter_term_next')
  await run('CREATE TEMP TABLE meter_term_next (LIKE meter_term) ON COMMIT DROP')
  await run(`INSERT INTO meter_term_next (${columns}) ${given}`, [JSON.stringify(terms)])
  const changed = await run(
    `SELECT DISTINCT meter_id::text AS id FROM (
       (TABLE meter_term EXCEPT TABLE meter_term_next) UNION ALL (TABLE meter_term_next EXCEPT TABLE meter_term)) d`,
  )
  await run('DELETE FROM meter_term')
  await run('INSERT INTO meter_term TABLE meter_term_next')
  await run('DROP TABLE meter_term_next')
  return changed.map(({ id }) => String(id))
}
