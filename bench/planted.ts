// What was planted into the sample and what the rules find of it: `npm run bench planted [SCALE]`. Makes and imports the whole sample; sizes do not
// depend on the scale, which is how finely its bills are cut.
import { addDays } from '@/lib/core/period.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { matchPlanted, openFindings } from '@/lib/sample/planted-findings.ts'
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
  const { rows, others } = matchPlanted(until, await openFindings(prismaRunner(db())))
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

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
