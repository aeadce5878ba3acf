// Prints findings: `npm run -s recommend -- [--json] [--as-of DATE]`. Without --as-of the stored findings are brought up to date first; with it
// they are worked out as of that day (the first without data) and nothing is stored. Exit 0: printed. Exit 2: the command line is wrong.
import { parseArgs } from 'node:util'
import { isDay } from '@/lib/core/period.ts'
import { db, disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { prismaRunner } from '@/lib/db/sql-runner.ts'
import { evaluate } from '@/lib/recommendations/evaluate.ts'
import type { Finding } from '@/lib/recommendations/finding.ts'
import { ruleById, rules } from '@/lib/recommendations/index.ts'
import { factsAsOf, hiddenKeys, refreshFindings } from '@/lib/recommendations/refresh-findings.ts'
import { readSettings } from '@/lib/recommendations/stored-settings.ts'

const usage = 'usage: npm run -s recommend -- [--json] [--as-of YYYY-MM-DD]'

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, 'as-of': { type: 'string' } } })
  const asOf = values['as-of'] ?? null
  if (asOf !== null && !isDay(asOf)) throw new RangeError(`--as-of ${asOf}: expected a day, as 2026-11-25`)
  await main(asOf, values.json)
} catch (error) {
  if (!(error instanceof TypeError || error instanceof RangeError)) throw error
  console.error(`${error.message}\n${usage}`)
  process.exitCode = 2
}

async function main(asOf: string | null, json: boolean): Promise<void> {
  const database = await prepareDatabase()
  try {
    if (asOf === null) await refreshFindings()
    const facts = await factsAsOf(asOf)
    if (facts === null) {
      console.log(
        json
          ? JSON.stringify({ asOf: null, findings: [], totals: [], missing: [] }, null, 2)
          : 'No bill has been imported.',
      )
      return
    }
    const { findings, totals, missing } = await db().$transaction(async (transaction) => {
      const run = prismaRunner(transaction)
      return evaluate(facts, rules, await readSettings(run), await hiddenKeys(run, facts.asOf))
    })
    const numbered = findings.map((finding) => ({ number: ruleById(finding.rule)?.number ?? '', ...finding }))
    console.log(
      json ? JSON.stringify({ asOf: facts.asOf, findings: numbered, totals, missing }, null, 2) : text(numbered),
    )
  } finally {
    await disconnect()
    await database.stop()
  }
}

function text(findings: readonly (Finding & { number: string })[]): string {
  return findings
    .map(({ number, grade, currency, saving, counted, sentence }) =>
      [
        number.padEnd(4),
        grade,
        currency.padEnd(4),
        saving.expected.padStart(12),
        counted.expected.padStart(12),
        ` ${sentence}`,
      ].join(' '),
    )
    .join('\n')
}
