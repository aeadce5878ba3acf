import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Migration } from '@/lib/db/schema-engine.ts'

const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')
// Any number of our own; Prisma's engine takes another one (72707369) for itself.
const LOCK = 4_018_311_842

/**
 * Brings the database at `url` to the schema of this version and returns the names of the migrations it applied.
 * Two callers at once apply each migration once. Throws if one fails or differs from what was applied under its name.
 */
export async function migrate(url: string): Promise<string[]> {
  const migrations = readMigrations()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // The engine takes half a second to load: ask first, and again once nobody else is at it.
    if (await isCurrent(client, migrations)) return []
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (await isCurrent(client, migrations)) return []
    await forgetKilledAttempts(client)
    const { applyMigrations } = await import('@/lib/db/schema-engine.ts')
    return await applyMigrations(url, MIGRATIONS, migrations)
  } finally {
    await client.end()
  }
}

/** The migrations of this version, oldest first. */
export function readMigrations(): Migration[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => existsSync(join(MIGRATIONS, name, 'migration.sql')))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8') }))
}

async function isCurrent(client: Client, migrations: Migration[]): Promise<boolean> {
  if (!(await hasHistory(client))) return false
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const unknown = rows.find(({ name }) => !migrations.some((migration) => migration.name === name))
  if (unknown) throw new Error(`The database is of a newer version: it has migration ${unknown.name}.`)
  const edited = migrations.find(({ name, sql }) => applied.has(name) && applied.get(name) !== checksum(sql))
  if (edited) throw new Error(`Migration ${edited.name} was edited after the database had applied it.`)
  return migrations.every(({ name }) => applied.has(name))
}

/** A record without an end is of an attempt that failed or was killed, and rolled back: it may be tried again. */
async function forgetKilledAttempts(client: Client): Promise<void> {
  if (!(await hasHistory(client))) return
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  )
}

async function hasHistory(client: Client): Promise<boolean> {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`)
  return rows[0].found
}

/** What Prisma keeps as a migration's checksum. */
function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
