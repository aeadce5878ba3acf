import { mkdirSync, rmSync } from 'node:fs'
import { Client } from 'pg'
import { addDays } from '@/lib/core/period.ts'
import { disconnect } from '@/lib/db/client.ts'
import { homePath } from '@/lib/db/home.ts'
import { refreshFindings } from '@/lib/recommendations/refresh-findings.ts'
import { usageAnswers, writeSampleUsage } from '@/lib/sample/usage/write-usage.ts'
import { writeSample } from '@/lib/sample/write-sample.ts'
import { runNode } from '@/scripts/child.ts'

/** In `setting` once the sample is in whole: it is not brought back after somebody removed it. */
const DONE = 'sample_imported'

/**
 * Makes the sample's provider files, usage and exchange rates up to yesterday and imports them with the importer, as a person would: one
 * import a provider, then one a file of usage or rates. Does nothing where that has been done before. `say` gets a line for every step.
 */
export async function importSample(databaseUrl: string, scale: number, say: (line: string) => void): Promise<void> {
  if (await isDone(databaseUrl)) return
  const directory = homePath('sample')
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { mode: 0o700 })
  const until = addDays(new Date().toISOString().slice(0, 10), -1)
  say(`Making sample bills up to ${until} ...`)
  const { files, rows } = await writeSample(directory, { until, scale })
  say(`Made ${files.length} files with ${rows.toLocaleString('en-US')} rows.`)
  for (const provider of new Set(files.map((file) => file.provider))) {
    const parts = files.filter((file) => file.provider === provider)
    const total = parts.reduce((sum, file) => sum + file.rows, 0)
    say(`Importing ${provider}: ${parts.length} files, ${total.toLocaleString('en-US')} rows ...`)
    const paths = parts.map((file) => file.path)
    if (!(await importFiles(paths, []))) throw new Error(`The import of the ${provider} sample failed; see above.`)
  }
  const usage = await writeSampleUsage(directory, { until })
  const total = usage.reduce((sum, file) => sum + file.rows, 0)
  say(`Importing GPU usage and exchange rates: ${usage.length} files, ${total.toLocaleString('en-US')} rows ...`)
  const paths = usage.map((file) => file.path)
  const answers = usageAnswers.flatMap((answer) => ['--answer', answer])
  if (!(await importFiles(paths, ['--each', ...answers])))
    throw new Error(`The import of the sample's GPU usage failed; see above.`)
  say('Working out recommendations ...')
  await refreshFindings()
  await disconnect()
  await markDone(databaseUrl)
  rmSync(directory, { recursive: true, force: true })
}

function importFiles(paths: readonly string[], options: readonly string[]): Promise<boolean> {
  const importer = ['--conditions=react-server', 'scripts/run.mjs', 'import', '--yes', '--sample', ...options]
  return runNode([...importer, ...paths], { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function isDone(url: string): Promise<boolean> {
  const rows = await query(url, 'SELECT 1 FROM setting WHERE key = $1', [DONE])
  return rows.length > 0
}

async function markDone(url: string): Promise<void> {
  await query(
    url,
    `INSERT INTO setting (key, value, updated_at) VALUES ($1, 'true', now()) ON CONFLICT (key) DO NOTHING`,
    [DONE],
  )
}

async function query(url: string, text: string, values: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}
