// Prints spend by one dimension, from the functions that the pages call: see `usage` in spend-arguments.ts.
// Exit 0: printed, perhaps nothing. Exit 1: internal error. Exit 2: the command line is wrong.
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import { AppError } from '@/lib/core/errors.ts'
import { disconnect } from '@/lib/db/client.ts'
import { prepareDatabase } from '@/lib/db/prepare.ts'
import { metrics } from '@/lib/spend/index.ts'
import { spendArguments, usage } from './spend-arguments.ts'

try {
  await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  console.error(`${error.message}\n${usage}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { filter, json } = spendArguments(process.argv.slice(2))
  const database = await prepareDatabase()
  try {
    const everyone = { userId: null, actor: 'spend', role: 'admin', teams: null } as const
    const rows = (await metrics.series(everyone, filter)).map(
      ({ key, bucket, currency, cost, gpuHours, gpuHoursUsed }) => ({
        key: isCode(filter.group) ? key : valueLabel(filter.group, key),
        bucket,
        currency,
        cost,
        gpuHours,
        gpuHoursUsed,
      }),
    )
    console.log(json ? JSON.stringify(rows, null, 2) : table(rows))
  } finally {
    await disconnect()
    await database.stop()
  }
}

/** Dimensions whose values are words of our own: a script gets the word, not what the screen makes of it. */
function isCode(group: DimensionKey): boolean {
  return group === 'usage-state' || group === 'cost-source'
}

/** Columns aligned by spaces, amounts to the right; `-` where there is none. */
function table(rows: readonly Record<string, string | null>[]): string {
  const names = ['key', 'bucket', 'currency', 'cost', 'gpuHours', 'gpuHoursUsed']
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? '-'))]
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)))
  const pad = (text: string, i: number) => (i < 3 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}
