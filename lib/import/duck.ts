import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBInstance } from '@duckdb/node-api'

/** One row of a result: column name to text, number or null. */
export type DuckRow = Record<string, string | number | null>

/**
 * A DuckDB of its own for one import: bounded memory, its tables in a file in `workDir`, never touching the network. In a file they are
 * compressed and what does not fit in memory need only be read again; tables in memory are neither, and spill as they are.
 */
export class Duck {
  private readonly instance: DuckDBInstance
  private readonly connection: DuckDBConnection

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.instance = instance
    this.connection = connection
  }

  static async open(workDir: string): Promise<Duck> {
    const instance = await DuckDBInstance.create(join(workDir, 'rows.duckdb'), {
      threads: '2',
      memory_limit: '280MB',
      temp_directory: workDir,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'true',
    })
    const connection = await instance.connect()
    await connection.run("SET TimeZone = 'UTC'")
    // The file goes with the import.
    await connection.run('PRAGMA disable_checkpoint_on_shutdown')
    return new Duck(instance, connection)
  }

  /** Runs statements without a result. */
  async run(sql: string): Promise<void> {
    await this.connection.run(sql)
  }

  /** All rows of a result that is known to be small. */
  async all(sql: string): Promise<DuckRow[]> {
    const reader = await this.connection.runAndReadAll(sql)
    return reader.getRowObjectsJson() as DuckRow[]
  }

  /** The rows of a result in batches of a few thousand, in constant memory. */
  async *batches(sql: string): AsyncGenerator<DuckRow[]> {
    const result = await this.connection.stream(sql)
    for await (const rows of result.yieldRowObjectJson()) yield rows as DuckRow[]
  }

  /** Share of the running statement that is done, 0..1, or null when DuckDB does not know. */
  progress(): number | null {
    const { percentage } = this.connection.progress
    return percentage >= 0 ? percentage / 100 : null
  }

  /** Stops the running statement, which then throws. */
  interrupt(): void {
    this.connection.interrupt()
  }

  close(): void {
    this.connection.closeSync()
    this.instance.closeSync()
  }
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
