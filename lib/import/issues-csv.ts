import type { Scope } from '@/lib/auth/scope.ts'
import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { csvCell, toCsv } from '@/lib/core/csv.ts'
import { AppError } from '@/lib/core/errors.ts'
import { db } from '@/lib/db/client.ts'
import type { ImportIssueModel } from '@/lib/db/generated/models.ts'
import { assertSeesAmounts } from '@/lib/import/history.ts'

const columns = ['file', 'row', 'column', 'value', 'reason', 'currency', ...costBases] as const
const BATCH = 1000

/**
 * Every issue of an import as CSV, in the order found, read in batches so that any number of them takes the same memory. Amounts
 * are decimal text as in the file; empty where the row has none that can be read. Throws forbidden or not_found.
 */
export async function issuesCsv(scope: Scope, importId: number): Promise<ReadableStream<Uint8Array>> {
  assertSeesAmounts(scope)
  const exists = await db().import.count({ where: { id: importId } })
  if (exists === 0) throw new AppError('not_found', `There is no import ${importId}`)
  const encoder = new TextEncoder()
  let after = 0n
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`${columns.map(csvCell).join(',')}\r\n`)),
    pull: async (controller) => {
      const issues = await db().importIssue.findMany({
        where: { importId, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: BATCH,
      })
      for (const issue of issues) after = issue.id
      if (issues.length > 0) controller.enqueue(encoder.encode(lines(issues)))
      if (issues.length < BATCH) controller.close()
    },
  })
}

function lines(issues: ImportIssueModel[]): string {
  const rows = issues.map(({ file, row, column, value, reason, currency, amounts }) => ({
    ...{ file, row: String(row), column, value, reason, currency },
    ...(amounts as Partial<Record<CostBasis, string | null>>),
  }))
  const text = toCsv(columns, rows)
  return text.slice(text.indexOf('\r\n') + 2)
}
