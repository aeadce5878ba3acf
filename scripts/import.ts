// Imports bills, usage and other files: `npm run -s import -- [--json] [--yes] [--accept-issues] [--each] [--answer key=value] FILE...`
// Exit 0: published or already there. Exit 2: refused, nothing written. Exit 1: internal error. `--run ID` runs an upload of the server.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import type { Begun } from '@/lib/import/begin.ts'
import { beginFromFiles, beginReceived } from '@/lib/import/begin.ts'
import { execute } from '@/lib/import/execute.ts'
import { kindHeld } from '@/lib/import/known-bytes.ts'
import { endSilentImports } from '@/lib/import/recover.ts'
import { printResult, reportOf } from './import-report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    'accept-issues': { type: 'boolean', default: false },
    each: { type: 'boolean', default: false },
    sample: { type: 'boolean', default: false },
    answer: { type: 'string', multiple: true, default: [] },
    run: { type: 'string' },
  },
})

const database = await prepareDatabase()
await withClient((client) => endSilentImports(pgRunner(client)))

if (values.run) process.exitCode = await runReceived(Number(values.run))
else if (positionals.length === 0) {
  process.stderr.write(
    'usage: npm run -s import -- [--json] [--yes] [--accept-issues] [--each] [--answer key=value] FILE...\n',
  )
  process.exitCode = 2
} else {
  // npm starts scripts in the project's folder; names are meant from where the caller stands.
  const paths = positionals.map((path) => resolve(process.env.INIT_CWD ?? process.cwd(), path))
  const exports = values.each ? paths.map((path) => [path]) : [paths]
  let worst = 0
  for (const parts of exports) worst = Math.max(worst, await runFiles(parts))
  process.exitCode = worst
}

async function runReceived(importId: number): Promise<number> {
  const begun = await withClient((client) => beginReceived(client, importId))
  if (begun === null || 'unchanged' in begun) return 0
  const result = await execute({
    ...begun,
    url: database.url,
    permissions: { replace: false, acceptIssues: false, wait: true },
  })
  return result.state === 'failed' ? 1 : 0
}

async function runFiles(paths: string[]): Promise<number> {
  const answers = Object.fromEntries(
    values.answer.map((text) => [text.split('=')[0] ?? '', text.slice(text.indexOf('=') + 1)]),
  )
  let begun: Begun | { unchanged: number }
  try {
    begun = await withClient((client) =>
      beginFromFiles(client, paths, { createdBy: 'shell', isSample: values.sample, answers }),
    )
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !['ENOENT', 'EISDIR', 'EACCES'].includes(String(error.code)))
      throw error
    return printResult({ status: 'refused', error: { code: 'no_file', message: error.message } }, values.json)
  }
  if ('unchanged' in begun) {
    const importId = begun.unchanged
    const kind = await withClient((client) => kindHeld(pgRunner(client), importId))
    return printResult({ status: 'unchanged', kind, importId }, values.json)
  }
  const result = await execute({
    ...begun,
    url: database.url,
    permissions: { replace: values.yes, acceptIssues: values['accept-issues'], wait: false },
    ...(process.stderr.isTTY && {
      onProgress: (p) => process.stderr.write(`\r${p.step}: ${p.rowsDone.toLocaleString('en-US')} rows   `),
    }),
  })
  return printResult(reportOf(begun.importId, result), values.json)
}

async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
