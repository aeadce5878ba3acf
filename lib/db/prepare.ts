import type { Database } from '@/lib/db/embedded.ts'
import { ensureDatabase } from '@/lib/db/embedded.ts'
import { migrate } from '@/lib/db/migrate.ts'

/**
 * What every program that touches the database begins with: makes sure that there is one and that its schema is this
 * version's, and puts its URL into DATABASE_URL for this process and its children.
 */
export async function prepareDatabase(): Promise<Database> {
  const database = await ensureDatabase()
  await migrate(database.url)
  process.env.DATABASE_URL = database.url
  return database
}
