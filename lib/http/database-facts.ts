import { db } from '@/lib/db/client.ts'

/** What the database is: its version, its size in bytes, and the newest migration applied. */
export async function readDatabaseFacts(): Promise<{ version: string; bytes: number; migration: string }> {
  const [facts] = await db().$queryRaw<{ version: string; bytes: number; migration: string | null }[]>`
    SELECT current_setting('server_version') AS version,
      pg_database_size(current_database())::float8 AS bytes,
      (SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL
       ORDER BY migration_name DESC LIMIT 1) AS migration`
  return { version: facts?.version ?? '', bytes: facts?.bytes ?? 0, migration: facts?.migration ?? 'none' }
}
