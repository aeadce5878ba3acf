import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '@/lib/db/migrate.ts'
import { diffSchemas } from '@/lib/db/schema-engine.ts'
import { testDatabase } from '@/tests/setup/database.ts'

const { url } = await testDatabase()

/** What Prisma's client relies on. Constraints, indexes and computed columns may go beyond its schema. */
const COLUMNS = `
  SELECT table_name, column_name, data_type, udt_name, character_maximum_length, numeric_precision, numeric_scale,
         datetime_precision, is_nullable, column_default
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND is_generated = 'NEVER'
     AND table_name NOT IN (SELECT table_name FROM information_schema.views WHERE table_schema = 'public')
   ORDER BY table_name, column_name`
const ENUMS = `
  SELECT typname, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
   WHERE typnamespace = 'public'::regnamespace
   GROUP BY typname ORDER BY typname`

async function connected<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

test('the migrations build the tables that the Prisma schema describes', async () => {
  const script = await diffSchemas(url, undefined, readFileSync('prisma/schema.prisma', 'utf8'))
  await connected(async (client) => {
    const columnsAndEnums = async () => [...(await client.query(COLUMNS)).rows, ...(await client.query(ENUMS)).rows]
    const migrated = await columnsAndEnums()
    await client.query('BEGIN')
    await client.query('ALTER SCHEMA public RENAME TO migrated')
    await client.query(script)
    const described = await columnsAndEnums()
    await client.query('ROLLBACK')
    expect(migrated.length).toBeGreaterThan(0)
    expect(migrated).toEqual(described)
  })
})

test('a migrated database is left alone, also by two starters at once', async () => {
  expect(await migrate(url)).toEqual([])
  expect(await Promise.all([migrate(url), migrate(url)])).toEqual([[], []])
})

test('two starters of an empty database apply every migration once', async () => {
  await connected(async (client) => {
    await client.query('DROP SCHEMA public CASCADE')
    await client.query('CREATE SCHEMA public')
    const applied = (await Promise.all([migrate(url), migrate(url)])).flat()
    expect(applied).toEqual(readMigrations().map(({ name }) => name))
  })
})

test('an edited migration is refused by name', async () => {
  await connected(async (client) => {
    await client.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64)`)
    await expect(migrate(url)).rejects.toThrow(`Migration ${readMigrations()[0]?.name} was edited`)
  })
})
