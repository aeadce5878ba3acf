import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'

/** A test file's own database and home, both gone when the file is done. */
export interface TestDatabase {
  url: string
  home: string
}

/**
 * A migrated, empty database for the calling test file. DATABASE_URL and GPU_LEDGER_HOME point to it from here on, also
 * for programs that the tests start. Call it once, at the top: `const { url } = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`)
  const home = mkdtempSync(join(tmpdir(), 'gpu ledger home '))
  const url = Object.assign(new URL(template), { pathname: `/${name}` }).href
  process.env.DATABASE_URL = url
  process.env.GPU_LEDGER_HOME = home
  afterAll(async () => {
    const { disconnect } = await import('@/lib/db/client.ts')
    await disconnect()
    // Not WITH (FORCE): only a superuser may end a worker of autovacuum so. This waits for whoever is leaving.
    await administer(template, `DROP DATABASE ${name}`)
    rmSync(home, { recursive: true, force: true })
  })
  return { url, home }
}

async function administer(template: URL, statement: string): Promise<void> {
  const client = new Client({ connectionString: Object.assign(new URL(template), { pathname: '/postgres' }).href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
