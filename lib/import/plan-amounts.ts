import type { CostBasis } from '@/lib/core/cost-basis.ts'
import { costBases } from '@/lib/core/cost-basis.ts'
import type { Amount, Column, FormatPlan } from './format.ts'

/** A cost or the quantity, as read from one source. */
export type ReadAmount = {
  name: CostBasis | 'quantity'
  /** Columns of the file that a bad value of it may stand in. */
  columns: Column[]
  lists: Column[]
  /** Column of `charge_in_<n>` that holds the text, or null when arithmetic over `kept` columns is needed. */
  text: string | null
  amount: Amount
}

/** Reads amounts that are text as they stand; throws for those that take arithmetic. */
export const textReader = {
  text: (c: Column) => c,
  number: () => {
    throw new NeedsArithmetic()
  },
  sum: () => {
    throw new NeedsArithmetic()
  },
}

class NeedsArithmetic extends Error {}

/** The amounts that a plan reads. */
export function amountsOf(plan: FormatPlan): ReadAmount[] {
  const out: ReadAmount[] = []
  for (const name of [...costBases, 'quantity'] as const) {
    const amount = name === 'quantity' ? plan.quantity : plan.costs[name]
    if (amount === null) continue
    const text = isTextOnly(amount) ? `t_${name}` : null
    out.push({ name, columns: amount.numbers, lists: amount.lists ?? [], text, amount })
  }
  return out
}

function isTextOnly(amount: Amount): boolean {
  try {
    amount.sql(textReader)
    return true
  } catch (error) {
    if (error instanceof NeedsArithmetic) return false
    throw error
  }
}
