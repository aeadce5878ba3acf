import { compare } from './money.ts'

/**
 * The currency that a view leads with: the one asked for, else the usual one where the view has it, else that of the largest amount.
 * Amounts of different currencies are compared here to choose an order and nowhere else; they are never added. Null without rows.
 */
export function mainCurrency(
  rows: readonly { currency: string; cost: string | null }[],
  asked: string | null,
  usual: string | null = null,
): string | null {
  if (asked) return asked
  if (usual && rows.some((row) => row.currency === usual)) return usual
  let best: { currency: string; cost: string | null } | null = null
  for (const row of rows) {
    if (!best || size(row.cost, best.cost) > 0) best = row
  }
  return best?.currency ?? null
}

function size(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  return compare(a.replace('-', ''), b.replace('-', ''))
}
