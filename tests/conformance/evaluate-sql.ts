import { DuckDBInstance } from '@duckdb/node-api'

/** Evaluates an expression over the column `c0` for each text, in order; results as text or null. */
export async function evaluateSql(sql: string, texts: readonly (string | null)[]): Promise<(string | null)[]> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  try {
    // Zones must not depend on the session's own.
    await connection.run("SET TimeZone = 'America/New_York'")
    await connection.run('CREATE TABLE cells (c0 VARCHAR)')
    const appender = await connection.createAppender('cells')
    for (const text of texts) {
      if (text === null) appender.appendNull()
      else appender.appendVarchar(text)
      appender.endRow()
    }
    appender.closeSync()
    const result = await connection.runAndReadAll(`SELECT CAST(${sql} AS VARCHAR) FROM cells`)
    return result.getRowsJson().map(([value]) => (value === null ? null : String(value)))
  } finally {
    connection.closeSync()
    database.closeSync()
  }
}
