import { compare } from '@/lib/core/money.ts'
import type { WorkloadRow } from '@/lib/spend/workloads.ts'

export type WorkloadColumn =
  | 'workload'
  | 'person'
  | 'gpuHours'
  | 'cost'
  | 'used'
  | 'utilisation'
  | 'firstStart'
  | 'rate'

/** Sorts by one column; what is unknown comes last whichever way. */
export function sortWorkloads(
  rows: readonly WorkloadRow[],
  column: WorkloadColumn,
  descending: boolean,
): WorkloadRow[] {
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const x = figureOf(a, column)
    const y = figureOf(b, column)
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
    return sign * (isAmount(column) ? compare(String(x), String(y)) : String(x).localeCompare(String(y)))
  })
}

const isAmount = (column: WorkloadColumn) => column === 'gpuHours' || column === 'cost'

function figureOf(row: WorkloadRow, column: WorkloadColumn): string | number | null {
  if (column === 'used') return usedShare(row)
  if (column === 'rate') return row.cost === null || !row.gpuHours ? null : Number(row.cost) / Number(row.gpuHours)
  return row[column]
}

/** The share of a workload's billed hours that did not idle; null without hours. */
export function usedShare(row: Pick<WorkloadRow, 'gpuHours' | 'gpuHoursIdle'>): number | null {
  if (row.gpuHours === null || Number(row.gpuHours) === 0) return null
  return 1 - Number(row.gpuHoursIdle ?? '0') / Number(row.gpuHours)
}
