import type { SortState } from '@/components/ui/table.tsx'
import { change } from '@/lib/core/format.ts'
import { compare, subtract } from '@/lib/core/money.ts'
import { rateText } from './known.ts'
import type { SpendRow } from './spend-rows.ts'

/** Rows in the order asked for. Others, unknown and absent stay below the named values; what is unknown comes last. */
export function sortRows(rows: readonly SpendRow[], sort: SortState): SpendRow[] {
  const named = rows.filter((row) => row.kind === 'entity')
  const rest = rows.filter((row) => row.kind !== 'entity')
  const inOrder = (list: readonly SpendRow[]) => [...list].sort((a, b) => order(a, b, sort))
  return [...inOrder(named), ...rest.map((row) => ({ ...row, members: inOrder(row.members) }))]
}

function order(a: SpendRow, b: SpendRow, { column, descending }: SortState): number {
  const sign = descending ? -1 : 1
  if (column === 'label') return sign * a.label.localeCompare(b.label)
  const x = amountOf(a, column)
  const y = amountOf(b, column)
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
  return sign * compare(x, y)
}

function amountOf(row: SpendRow, column: string): string | null {
  switch (column) {
    case 'cost':
    case 'share':
      return row.cost
    case 'previous':
      return row.previous
    case 'difference':
      return row.cost === null || row.previous === null ? null : subtract(row.cost, row.previous)
    case 'change': {
      const ratio = row.cost === null || row.previous === null ? null : change(row.cost, row.previous).ratio
      return ratio === null ? null : ratio.toFixed(9)
    }
    case 'gpuHours':
      return row.gpuHours
    case 'rate':
      return rateText(row.gpuCost, row.gpuHours)
    default:
      return null
  }
}
