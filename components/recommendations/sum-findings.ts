import { add } from '@/lib/core/money.ts'
import type { Lever, Range } from '@/lib/recommendations/finding.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'

export type Total = { currency: string; counted: Range; frees: string; findings: number }

/** Exact sums of what counts, one for each currency, the one with the most findings first. */
export function sumFindings(rows: readonly FindingRow[]): Total[] {
  const totals = new Map<string, Total>()
  for (const { currency, counted, frees } of rows) {
    const sum = totals.get(currency) ?? {
      currency,
      counted: { low: '0', expected: '0', high: '0' },
      frees: '0',
      findings: 0,
    }
    totals.set(currency, {
      currency,
      counted: {
        low: add(sum.counted.low, counted.low),
        expected: add(sum.counted.expected, counted.expected),
        high: add(sum.counted.high, counted.high),
      },
      frees: add(sum.frees, frees),
      findings: sum.findings + 1,
    })
  }
  return [...totals.values()].sort((a, b) => b.findings - a.findings || (a.currency < b.currency ? -1 : 1))
}

/** Rows by lever and currency, the largest sum first within a currency. */
export function byLever(rows: readonly FindingRow[]): { lever: Lever; total: Total }[] {
  const levers = [...new Set(rows.map(({ lever }) => lever))]
  return levers
    .flatMap((lever) => sumFindings(rows.filter((row) => row.lever === lever)).map((total) => ({ lever, total })))
    .sort((a, b) =>
      a.total.currency < b.total.currency
        ? 1
        : a.total.currency > b.total.currency
          ? -1
          : Number(b.total.counted.expected) - Number(a.total.counted.expected),
    )
}
