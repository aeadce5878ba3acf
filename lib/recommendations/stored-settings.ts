import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { Settings } from './parameter.ts'

const KEY = 'recommendation-parameters'

/** What was set instead of the defaults, for the organisation and for single findings. */
export async function readSettings(run: SqlRunner): Promise<Settings> {
  const [row] = await run('SELECT value FROM setting WHERE key = $1', [KEY])
  const changed = await run(`SELECT key, assumptions FROM finding WHERE assumptions <> '{}'`)
  return {
    organisation: (row?.value ?? {}) as Record<string, number>,
    findings: Object.fromEntries(
      changed.map(({ key, assumptions }) => [String(key), assumptions as Record<string, number>]),
    ),
  }
}

/** Stores the organisation's values, those alone that differ from the defaults. */
export async function writeOrganisation(run: SqlRunner, values: Readonly<Record<string, number>>): Promise<void> {
  await run(
    `INSERT INTO setting (key, value, updated_at) VALUES ($1, $2::jsonb, now()) ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [KEY, JSON.stringify(values)],
  )
}
