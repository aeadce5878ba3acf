import { mkdir, rm } from 'node:fs/promises'
import { Client } from 'pg'
import { homePath } from '@/lib/db/home.ts'
import { pgRunner } from '@/lib/db/sql-runner.ts'
import { Duck } from './duck.ts'
import { importLimits } from './limits.ts'
import type { Outcome } from './outcome.ts'
import type { Permissions } from './permissions.ts'
import type { Progress } from './progress.ts'
import { recognise } from './recognise.ts'
import { readingGuarded } from './rejects.ts'
import type { FileSource } from './source.ts'
import { openSource } from './source.ts'
import type { SourceFile } from './unpack.ts'
import { unpack } from './unpack.ts'

/** What to import: files on disk, what the admin said so far, and what may be done without asking. */
export type Job = {
  importId: number
  url: string
  files: SourceFile[]
  answers: Record<string, string>
  permissions: Permissions
}

/**
 * Runs one import from files to a final or waiting state: unpack, recognise, then what its kind does with it, all of the writing in one
 * transaction. Throws Refusal, NeedsAnswer or Cancelled with nothing written but, later, the import's own row.
 */
export async function runImport(job: Job, progress: Progress): Promise<Outcome> {
  const workDir = homePath('work', `import-${job.importId}-${process.pid}`)
  await mkdir(workDir, { recursive: true, mode: 0o700 })
  const duck = await Duck.open(workDir)
  progress.onCancel = () => duck.interrupt()
  const client = new Client({ connectionString: job.url })
  // A lost connection fails the next statement; without a listener it would end the process.
  client.on('error', () => {})
  try {
    progress.step('Unpacked')
    const sources = await openSources(duck, job, workDir, progress)
    progress.done(`${sources.length} ${sources.length === 1 ? 'table' : 'tables'}, ${sources[0]?.part.encoding ?? ''}`)

    await client.connect()
    await client.query(`SET TIME ZONE 'UTC'`)
    const run = pgRunner(client)
    progress.step('Recognised')
    const remembered = async (hash: string) => {
      const [row] = await run('SELECT mapping FROM column_mapping WHERE header_hash = $1', [hash])
      return row ? JSON.stringify(row.mapping) : null
    }
    const recognised = await readingGuarded(duck, sources, () => recognise(duck, sources, job.answers, remembered))
    const { kind, format, answers: settled } = recognised
    progress.kind = kind.id
    await run('UPDATE import SET kind = $2, format = $3 WHERE id = $1', [job.importId, kind.id, format.id])
    return await kind.settle({ ...job, client, duck, sources, format, settled, workDir }, progress)
  } finally {
    await client.end().catch(() => {})
    duck.close()
    await rm(workDir, { recursive: true, force: true })
  }
}

async function openSources(duck: Duck, job: Job, workDir: string, progress: Progress): Promise<FileSource[]> {
  const limits = importLimits()
  const sources: FileSource[] = []
  for (const [n, file] of job.files.entries()) {
    const own = `${workDir}/${n}`
    await mkdir(own)
    const parts = await unpack(file, own, limits, (bytes) => progress.addBytes(bytes))
    for (const part of parts) sources.push({ ...(await openSource(duck, part, sources.length, limits)), file: n })
  }
  return sources
}
