import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { add, compare, subtract } from '@/lib/core/money.ts'
import type { CostTotals, ReconciliationLine } from '@/lib/core/receipt.ts'

/** Adds up totals per currency; null only where nothing has the cost. */
export function addTotals(parts: readonly Record<string, CostTotals>[]): Record<string, CostTotals> {
  const out: Record<string, CostTotals> = {}
  for (const part of parts) {
    for (const [currency, totals] of Object.entries(part)) {
      out[currency] ??= { billed: null, effective: null, list: null, contracted: null }
      for (const cost of costBases) out[currency][cost] = plus(out[currency][cost], totals[cost])
    }
  }
  return out
}

function plus(a: string | null, b: string | null): string | null {
  if (a === null) return b
  return b === null ? a : add(a, b)
}

/** Per currency and cost: sum over the file, sum stored, sum in issues, and the difference, which has to be 0. */
export function reconcile(
  file: Record<string, CostTotals>,
  stored: Record<string, CostTotals>,
  issues: Record<string, CostTotals>,
): ReconciliationLine[] {
  const currencies = [...new Set([...Object.keys(file), ...Object.keys(stored), ...Object.keys(issues)])].sort()
  const of = (totals: Record<string, CostTotals>, currency: string, cost: CostBasis) => totals[currency]?.[cost] ?? null
  return currencies.flatMap((currency) =>
    (['effective', 'billed', 'list', 'contracted'] as const).map((cost) => {
      const inFile = of(file, currency, cost)
      const inStore = of(stored, currency, cost)
      const inIssues = of(issues, currency, cost)
      const none = inFile === null && inStore === null && inIssues === null
      const rest = subtract(subtract(inFile ?? '0', inStore ?? '0'), inIssues ?? '0')
      return { currency, cost, file: inFile, stored: inStore, issues: inIssues, difference: none ? null : rest }
    }),
  )
}

/** Whether every line adds up to the last digit. */
export function reconciles(lines: readonly ReconciliationLine[]): boolean {
  return lines.every((line) => line.difference === null || compare(line.difference, '0') === 0)
}
