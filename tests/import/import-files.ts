import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { beginFromFiles, beginReceived } from '@/lib/import/begin.ts'
import type { Result } from '@/lib/import/execute.ts'
import { execute } from '@/lib/import/execute.ts'
import type { ImportReport } from '@/scripts/import-report.ts'
import { reportOf } from '@/scripts/import-report.ts'

/** A file to import: what it is called and what is in it. */
export type NamedFile = { name: string; bytes: string | Uint8Array }

export type ImportOptions = {
  yes?: boolean
  acceptIssues?: boolean
  wait?: boolean
  answers?: Record<string, string>
  isSample?: boolean
}

/** What `npm run import -- --json` would print and exit with, and the state that the import's row ended in. */
export type Imported = { report: ImportReport; exitCode: 0 | 1 | 2; importId: number; result: Result | null }

/** Imports files as the parts of one export, in this process, as the shell's importer does it. */
export async function importFiles(
  url: string,
  files: readonly NamedFile[],
  options: ImportOptions = {},
): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'gpu ledger files '))
  try {
    const paths = files.map(({ name }) => join(folder, name))
    for (const [i, { bytes }] of files.entries()) writeFileSync(paths[i] as string, bytes)
    return await importPaths(url, paths, options)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same for files that are on disk. */
export async function importPaths(
  url: string,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<Imported> {
  const { answers = {}, isSample = false } = options
  const begun = await withClient(url, (client) =>
    beginFromFiles(client, paths, { createdBy: 'test', isSample, answers }),
  )
  if ('unchanged' in begun) {
    const report: ImportReport = { status: 'unchanged', importId: begun.unchanged }
    return { report, exitCode: 0, importId: begun.unchanged, result: null }
  }
  return finish(url, begun, options)
}

/** Runs an import that is in state `received`, as the server's importer does it; null when it is not. */
export async function runReceived(url: string, importId: number): Promise<Imported | null> {
  const begun = await withClient(url, (client) => beginReceived(client, importId))
  if (begun === null || 'unchanged' in begun) return null
  return finish(url, begun, { wait: true })
}

async function finish(
  url: string,
  begun: Extract<Awaited<ReturnType<typeof beginFromFiles>>, { importId: number }>,
  { yes = false, acceptIssues = false, wait = false }: ImportOptions,
): Promise<Imported> {
  const result = await execute({ ...begun, url, permissions: { replace: yes, acceptIssues, wait } })
  const report = reportOf(begun.importId, result)
  const exitCode = report.status === 'failed' ? 1 : report.status === 'refused' ? 2 : 0
  return { report, exitCode, importId: begun.importId, result }
}

/** Runs `use` on a connection of its own. */
export async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
