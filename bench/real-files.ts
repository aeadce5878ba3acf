// Every billing file of ../shared/data imported through the importer into an empty database, against an independent exact sum of its columns:
// `npm run bench real-files`. Prints a Markdown table, one line a file; exits 1 when a sum differs.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { Client } from 'pg'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { beginFromFiles } from '@/lib/import/begin.ts'
import { execute } from '@/lib/import/execute.ts'
import { temporaryHome } from '@/scripts/temporary-home.ts'
import { canonical, exactSum } from '@/tests/conformance/exact-decimal.ts'

const data = join(import.meta.dirname, '../../shared/data')
/** The column whose sum a cost must have, first one that the file has. */
const columns: Record<string, string[]> = {
  billed: [
    'BilledCost',
    'lineItem/UnblendedCost',
    'line_item_unblended_cost',
    'CostInBillingCurrency',
    'costInBillingCurrency',
    'costinbillingcurrency',
    'Cost',
    'PreTaxCost',
    'cost',
  ],
  effective: ['EffectiveCost', 'Cost'],
}

if (!existsSync(data)) {
  process.stdout.write('../shared/data is not there: nothing to check\n')
  process.exit(0)
}
const home = temporaryHome('real-files')
process.env.GPU_LEDGER_HOME = home.path
delete process.env.DATABASE_URL
const database = await prepareDatabase()
const client = new Client({ connectionString: database.url })
await client.connect()
let wrong = 0
try {
  print('| File | Rows | Read as | Billed, imported | Billed, summed independently | Effective | Outcome |')
  print('| --- | --- | --- | --- | --- | --- | --- |')
  for (const folder of ['focus', 'aws', 'azure', 'gcp']) {
    for (const name of readdirSync(join(data, folder)).sort()) await one(folder, name)
  }
} finally {
  await client.end()
  await database.stop()
  home.remove()
}
process.exitCode = wrong > 0 ? 1 : 0

async function one(folder: string, name: string): Promise<void> {
  const path = join(data, folder, name)
  const answers: Record<string, string> = name === 'opencost-template-values.csv' ? { currency: 'USD' } : {}
  const begun = await beginFromFiles(client, [path], { createdBy: 'bench', isSample: false, answers })
  if ('unchanged' in begun) throw new Error(`${name} was imported twice`)
  const result = await execute({
    ...begun,
    url: database.url,
    permissions: { replace: true, acceptIssues: false, wait: false },
  })
  if (!('receipt' in result)) {
    const reason =
      'error' in result ? result.error.message : 'question' in result ? worded(result.question) : result.state
    print(`| ${folder}/${name} | | | | | | refused: ${reason} |`)
    return
  }
  const { receipt } = result
  if (!('reconciliation' in receipt)) {
    print(`| ${folder}/${name} | ${receipt.rowsRead} | ${receipt.format.variant} | | | | ${receipt.kind}, no bill |`)
    return
  }
  const line = (cost: string) => receipt.reconciliation.filter((l) => l.cost === cost && l.stored !== null)
  const shown = (cost: string) =>
    line(cost)
      .map((l) => `${canonical(l.stored ?? '0')} ${l.currency}`)
      .join(', ') || 'not carried'
  const amortized = name.includes('amortized')
  const sum = independent(path, amortized ? 'effective' : 'billed')
  const own = exactSum(line(amortized ? 'effective' : 'billed').map((l) => l.stored ?? '0'))
  const same = own === sum
  if (!same) wrong += 1
  print(
    `| ${folder}/${name} | ${receipt.rowsRead} | ${receipt.format.variant} | ${shown('billed')} | ${amortized ? `effective: ${sum}` : sum} | ${shown('effective')} | ${same ? 'equal' : 'DIFFERENT'} |`,
  )
}

function worded(question: { kind: string; text?: string; nearest?: { format: string; missing: string[] }[] }): string {
  const nearest = (question.nearest ?? []).map((n) => `${n.format} lacks ${n.missing.join(', ')}`).join('; ')
  return question.text ?? `no format fits; ${nearest}`
}

/** The sum of a column, read with another parser and added with other arithmetic than the product's. */
function independent(path: string, cost: 'billed' | 'effective'): string {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data
  const at = columns[cost]?.map((name) => header.indexOf(name)).find((i) => i >= 0) ?? -1
  return exactSum(rows.flatMap((row) => (row[at] && row[at] !== 'NULL' ? [row[at]] : [])))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
