import { addKnown } from '@/components/usage/usage-totals.ts'
import type { WorkloadDayRow } from '@/lib/spend/workload-days.ts'

/** Days or machines of a workload, or all of it. Null where nothing says so. */
export type WorkloadSum = {
  key: string
  machines: Set<string>
  days: Set<string>
  cost: string | null
  gpuHours: string | null
  gpuHoursIdle: string | null
  held: string | null
  measured: string | null
  /** Utilisation x measured hours, for the average. */
  busy: number | null
  tokens: string | null
  firstStart: string | null
  lastEnd: string | null
}

/** Sums the rows of one currency by day, by machine, or altogether; rows without a currency have no bill and count in each. */
export function workloadSums(
  rows: readonly WorkloadDayRow[],
  currency: string,
  by: 'day' | 'host' | 'all',
): WorkloadSum[] {
  const sums = new Map<string, WorkloadSum>()
  for (const row of rows) {
    if (row.currency !== null && row.currency !== currency) continue
    const key = by === 'all' ? '' : (row[by] ?? 'no machine named')
    const sum = sums.get(key) ?? emptySum(key)
    sums.set(key, plus(sum, row))
  }
  return [...sums.values()]
}

/** The average utilisation over the measured hours; null where none was. */
export function utilisationOf({ busy, measured }: WorkloadSum): number | null {
  return busy === null || measured === null || Number(measured) === 0 ? null : busy / Number(measured)
}

function emptySum(key: string): WorkloadSum {
  const nothing = {
    cost: null,
    gpuHours: null,
    gpuHoursIdle: null,
    held: null,
    measured: null,
    busy: null,
    tokens: null,
  }
  return { key, machines: new Set(), days: new Set(), ...nothing, firstStart: null, lastEnd: null }
}

function plus(sum: WorkloadSum, row: WorkloadDayRow): WorkloadSum {
  const busy = row.utilisation === null ? null : row.utilisation * Number(row.measured ?? '0')
  return {
    key: sum.key,
    machines: row.host === null ? sum.machines : new Set([...sum.machines, row.host]),
    days: new Set([...sum.days, row.day]),
    cost: addKnown(sum.cost, row.cost),
    gpuHours: addKnown(sum.gpuHours, row.gpuHours),
    gpuHoursIdle: addKnown(sum.gpuHoursIdle, row.gpuHoursIdle),
    held: addKnown(sum.held, row.held),
    measured: addKnown(sum.measured, row.measured),
    busy: busy === null ? sum.busy : (sum.busy ?? 0) + busy,
    tokens: addKnown(sum.tokens, addKnown(row.tokensIn, row.tokensOut)),
    firstStart: earlier(sum.firstStart, row.firstStart, -1),
    lastEnd: earlier(sum.lastEnd, row.lastEnd, 1),
  }
}

function earlier(a: string | null, b: string | null, sign: 1 | -1): string | null {
  if (a === null || b === null) return a ?? b
  return (a < b ? -1 : 1) === sign ? a : b
}
