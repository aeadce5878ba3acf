import { UNKNOWN_GPU, valueLabel } from '@/lib/core/dimensions.ts'
import { add, compare } from '@/lib/core/money.ts'
import type { PricingKind } from '@/lib/core/pricing.ts'
import { pricingKind, pricingKinds } from '@/lib/core/pricing.ts'
import type { GpuClassRow } from '@/lib/spend/gpu-classes.ts'

/** A GPU class over the period: decimal text of one currency, null where the bill does not say. */
export type GpuLine = {
  gpuClass: string
  label: string
  gpuHours: string | null
  previousGpuHours: string | null
  cost: string | null
  previousCost: string | null
  /** Charges that do not state the cost. */
  missing: number
  /** GPU hours by how they were bought. */
  hoursBy: Record<PricingKind, string | null>
}

/** The classes of a currency, the one that cost most first and the unknown one last. */
export function gpuLines(rows: readonly GpuClassRow[], currency: string): GpuLine[] {
  const lines = new Map<string, GpuLine>()
  for (const row of rows) {
    if (row.currency !== currency) continue
    const line = lines.get(row.gpuClass) ?? emptyLine(row.gpuClass)
    lines.set(row.gpuClass, merge(line, row))
  }
  return [...lines.values()].sort(byCost)
}

/** All classes as one line. */
export function gpuTotal(lines: readonly GpuLine[]): GpuLine {
  let total = emptyLine('')
  for (const line of lines) {
    const hoursBy = { ...total.hoursBy }
    for (const kind of pricingKinds) hoursBy[kind] = plus(hoursBy[kind], line.hoursBy[kind])
    total = { ...total, ...sums(total, line), hoursBy }
  }
  return total
}

function emptyLine(gpuClass: string): GpuLine {
  const nothing = { gpuHours: null, previousGpuHours: null, cost: null, previousCost: null, missing: 0 }
  const hoursBy = { committed: null, 'on-demand': null, spot: null, other: null }
  return { gpuClass, label: valueLabel('gpu-class', gpuClass), ...nothing, hoursBy }
}

function merge(line: GpuLine, row: GpuClassRow): GpuLine {
  const kind = pricingKind(row.pricingCategory)
  return { ...line, ...sums(line, row), hoursBy: { ...line.hoursBy, [kind]: plus(line.hoursBy[kind], row.gpuHours) } }
}

type Sums = Pick<GpuLine, 'gpuHours' | 'previousGpuHours' | 'cost' | 'previousCost' | 'missing'>

function sums(a: Sums, b: Sums): Sums {
  return {
    gpuHours: plus(a.gpuHours, b.gpuHours),
    previousGpuHours: plus(a.previousGpuHours, b.previousGpuHours),
    cost: plus(a.cost, b.cost),
    previousCost: plus(a.previousCost, b.previousCost),
    missing: a.missing + b.missing,
  }
}

function plus(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : add(a, b)
}

function byCost(a: GpuLine, b: GpuLine): number {
  const unknown = Number(a.gpuClass === UNKNOWN_GPU) - Number(b.gpuClass === UNKNOWN_GPU)
  return unknown || compare(b.cost ?? '0', a.cost ?? '0') || a.label.localeCompare(b.label)
}
