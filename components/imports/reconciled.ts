import { compare } from '@/lib/core/money.ts'
import type { Receipt, ReconciliationLine } from '@/lib/core/receipt.ts'

/** Whether a line adds up to the last digit; null where the format has no such cost, so that there is nothing to compare. */
export function lineReconciles({ difference }: ReconciliationLine): boolean | null {
  return difference === null ? null : compare(difference, '0') === 0
}

/** Whether every cost of every currency that the format carries adds up. */
export function isReconciled(receipt: Receipt): boolean {
  return receipt.reconciliation.every((line) => lineReconciles(line) !== false)
}
