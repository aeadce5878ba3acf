import { add } from '@/lib/core/money.ts'
import type { FindingRow } from '@/lib/recommendations/read-findings.ts'

/** Sums of what was predicted and realised, by rule and currency, over findings whose days after are enough to say. */
export function verifiedByRule(
  rows: readonly FindingRow[],
): { title: string; currency: string; predicted: string; realised: string; count: number }[] {
  const sums = new Map<
    string,
    { title: string; currency: string; predicted: string; realised: string; count: number }
  >()
  for (const { title, currency, realised } of rows) {
    if (!realised || realised.verdict === 'too early' || realised.verdict === 'no history') continue
    const key = `${title} ${currency}`
    const sum = sums.get(key) ?? { title, currency, predicted: '0', realised: '0', count: 0 }
    sums.set(key, {
      ...sum,
      predicted: add(sum.predicted, realised.predicted),
      realised: add(sum.realised, realised.realised),
      count: sum.count + 1,
    })
  }
  return [...sums.values()]
}
