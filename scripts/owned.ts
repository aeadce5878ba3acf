// Brings the charges of owned clusters in step with their terms through yesterday: `npm run -s owned [-- --json]`. Exit 0: done, 1: a month failed.
import { parseArgs } from 'node:util'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { generateOwned } from '@/lib/owned/generate.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const database = await prepareDatabase()
try {
  const done = await generateOwned(database.url, new Date().toISOString().slice(0, 10))
  if (values.json) process.stdout.write(`${JSON.stringify(done)}\n`)
  else {
    const { written, undone, unchanged, failed } = done
    process.stdout.write(`${written.length} months written, ${undone.length} undone, ${unchanged} unchanged.\n`)
    for (const line of failed) process.stderr.write(`failed: ${line}\n`)
  }
  process.exitCode = done.failed.length > 0 ? 1 : 0
} finally {
  await disconnect()
}
