import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '@/lib/db/embedded.ts'
import { migrate } from '@/lib/db/migrate.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The migrated, empty database that every test file gets a copy of. */
    templateUrl: string
  }
}

/** Starts one Postgres for the run, in a home of its own, and stops and removes it at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome('test')
  const environment = { home: process.env.GPU_LEDGER_HOME, url: process.env.DATABASE_URL }
  process.env.GPU_LEDGER_HOME = home.path
  delete process.env.DATABASE_URL
  let stop = async () => {}
  const end = async () => {
    await stop()
    home.remove()
    restore('GPU_LEDGER_HOME', environment.home)
    restore('DATABASE_URL', environment.url)
  }
  try {
    const database = await ensureDatabase()
    stop = database.stop
    await migrate(database.url)
    project.provide('templateUrl', database.url)
    return end
  } catch (error) {
    await end()
    throw error
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
