import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import { add } from '@/lib/core/money.ts'
import type { CostTotals } from '@/lib/core/receipt.ts'

export type Totals = Record<string, CostTotals>

/** The cost to lead with: effective, else the first that any currency carries. Null where there is no cost at all. */
export function headlineBasis(totals: readonly Totals[]): CostBasis | null {
  const lines = totals.flatMap((t) => Object.values(t))
  return costBases.find((basis) => lines.some((line) => line[basis] !== null)) ?? null
}

/** Sum of one cost per currency over several totals; null where none of them carries it. Currencies in alphabetical order. */
export function sumByCurrency(
  totals: readonly Totals[],
  basis: CostBasis,
): { currency: string; amount: string | null }[] {
  const currencies = [...new Set(totals.flatMap((t) => Object.keys(t)))].sort()
  return currencies.map((currency) => {
    const amounts = totals.map((t) => t[currency]?.[basis] ?? null).filter((amount) => amount !== null)
    return { currency, amount: amounts.length > 0 ? amounts.reduce(add) : null }
  })
}
