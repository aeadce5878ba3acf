import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type * as EngineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'

/** One migration: its directory's name and the SQL in it. */
export interface Migration {
  name: string
  sql: string
}

const NO_FILTER = { externalTables: [], externalEnums: [] }
// Part of the migration's own transaction, so that a record without an end means that nothing was applied.
const MARK_FINISHED = `UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`

/**
 * Applies the migrations that the database at `url` lacks and records them in `_prisma_migrations`, as
 * `prisma migrate deploy` does, each whole or not at all. Returns the names applied. Throws if one fails.
 */
export async function applyMigrations(url: string, directory: string, migrations: Migration[]): Promise<string[]> {
  const names = new Map(migrations.map(({ name, sql }) => [sql, name]))
  const run = async (pool: Pool, script: string) => {
    const name = names.get(script)
    try {
      await pool.query(name ? `${script}\n;${MARK_FINISHED}` : script)
    } catch (error) {
      throw new Error(`Migration ${name ?? 'bookkeeping'} failed: ${(error as Error).message}`, { cause: error })
    }
  }
  return withEngine(url, run, async (engine) => {
    const output = await engine.applyMigrations({
      filters: NO_FILTER,
      migrationsList: {
        baseDir: directory,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
    })
    return output.appliedMigrationNames
  })
}

/** The SQL that turns the database of the Prisma schema `from` (empty if undefined) into that of `to`. */
export async function diffSchemas(url: string, from: string | undefined, to: string): Promise<string> {
  return withEngine(url, refuseToRun, async (engine) => {
    const output = await engine.diff({
      from: from === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [schemaFile(from)] },
      to: { tag: 'schemaDatamodel', files: [schemaFile(to)] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    return output.stdout ?? ''
  })
}

async function refuseToRun(): Promise<void> {
  throw new Error('Comparing schemas runs no SQL')
}

function schemaFile(content: string) {
  return { path: 'schema.prisma', content }
}

async function withEngine<T>(
  url: string,
  run: (pool: Pool, script: string) => Promise<void>,
  use: (engine: EngineModule.SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine()
  // The engine does not close the adapter's pool; a pool of ours can be.
  const pool = new Pool({ connectionString: url, max: 1 })
  const factory = new PrismaPg(pool)
  let failure: unknown
  const connect = async () => {
    const adapter = await factory.connect()
    // The adapter's own executeScript cuts at every semicolon, also inside functions and strings, and sends the
    // pieces one by one. Sent whole, a script is one transaction.
    adapter.executeScript = (script) =>
      run(pool, script).catch((error: unknown) => {
        failure = error
        throw error
      })
    return adapter
  }
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: connect,
  })
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)
    return await use(engine)
  } catch (error) {
    // The engine only says that something outside it failed.
    throw failure ?? error
  } finally {
    await pool.end()
  }
}

/** The engine leaves a timer of ten seconds behind (its lock's timeout); it must not keep the program alive. */
function unattendedTimers(engine: object): WebAssembly.ModuleImports {
  const name = Object.keys(engine).find((key) => key.startsWith('__wbg_setTimeout_'))
  if (!name) return {}
  return { [name]: (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref() }
}

let loaded: Promise<typeof EngineModule> | undefined

/** The schema engine as WebAssembly. Its own entry point needs a bundler's `import` of .wasm, so it is linked here. */
function loadEngine(): Promise<typeof EngineModule> {
  loaded ??= (async () => {
    const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
    const require = createRequire(import.meta.url)
    const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
    const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(readFileSync(file)), {
      './schema_engine_bg.js': { ...(engine as unknown as WebAssembly.ModuleImports), ...unattendedTimers(engine) },
    })
    engine.__wbg_set_wasm(exports)
    ;(exports.__wbindgen_start as () => void)()
    return engine
  })()
  return loaded
}
