// What was planted into the sample and what the rules find of it: `npm run bench planted [UNTIL]`. Makes and imports the whole sample.
import { addDays } from '@/lib/core/period.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import type { FoundFinding } from '@/lib/sample/planted-findings.ts'
import { matchPlanted } from '@/lib/sample/planted-findings.ts'
import { importSample } from '@/scripts/sample-import.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'

const home = temporaryHome('planted')
process.env.GPU_LEDGER_HOME = home.path
const database = await prepareDatabase()
process.env.DATABASE_URL = database.url

try {
  await importSample(database.url, Number(process.argv[2] ?? 1), () => {})
  const [run] = await db().recommendationRun.findMany({ orderBy: { id: 'desc' }, take: 1 })
  if (!run) throw new Error('no run')
  const until = addDays(run.asOf.toISOString().slice(0, 10), -1)
  const { rows, others } = matchPlanted(until, await found())
  print(`Sample up to ${until}: ${rows.length} planted, ${rows.filter(({ found }) => found !== null).length} found.`)
  print('| planted | rule | size, USD | found, USD | |\n| --- | --- | --- | --- | --- |')
  for (const { id, rule, planted, found: amount, how } of rows)
    print(`| ${id} | ${rule} | ${planted} | ${amount ?? ''} | ${how} |`)
  print(`\nBesides: ${others.length} findings about what was not planted.`)
  for (const { rule, subject, saving, currency, grade } of others)
    print(`| ${rule} | ${subject.name} | ${grade} | ${saving.expected} ${currency} |`)
  if (rows.some(({ how }) => how === 'missed')) process.exitCode = 1
} finally {
  await disconnect()
  await database.stop()
  home.remove()
}

function found(): Promise<(FoundFinding & { grade: string; currency: string })[]> {
  return db().$queryRaw`
    SELECT key, rule, body -> 'subject' AS subject, project, grade, currency, frees::text AS frees, body ->> 'cost' AS cost, body -> 'size' AS size,
      jsonb_build_object('low', saving_low::text, 'expected', saving_expected::text, 'high', saving_high::text) AS saving
    FROM finding WHERE state = 'open' ORDER BY rule, saving_expected DESC`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
