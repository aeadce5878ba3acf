import { IDLE } from '@/lib/core/dimensions.ts'
import { add, compare } from '@/lib/core/money.ts'
import type { Measure } from '@/lib/core/series.ts'
import type { GpuMatrixRow } from '@/lib/spend/gpu-matrix.ts'

/** A cell is undefined where a project did not use a class, null where the bill does not say how much. */
type Cell = string | null | undefined

export type Matrix = {
  classes: string[]
  lines: { project: string | null; cells: Cell[]; total: string | null }[]
  totals: (string | null)[]
  total: string | null
}

/** Projects by class in one currency, both by size, projects without a name and idle time last. */
export function matrixOf(rows: readonly GpuMatrixRow[], currency: string, measure: Measure): Matrix {
  const own = rows.filter((row) => row.currency === currency)
  const sumOf = (list: readonly GpuMatrixRow[]) =>
    list.reduce<string | null>((sum, row) => plus(sum, row[measure]), null)
  const classes = bySize([...new Set(own.map((row) => row.gpuClass))], (gpuClass) =>
    sumOf(own.filter((row) => row.gpuClass === gpuClass)),
  )
  const projects = bySize([...new Set(own.map((row) => row.project))], (project) =>
    project === null ? '-1' : project === IDLE ? '-2' : sumOf(own.filter((row) => row.project === project)),
  )
  return {
    classes,
    lines: projects.map((project) => {
      const line = own.filter((row) => row.project === project)
      return {
        project,
        cells: classes.map((gpuClass) => line.find((row) => row.gpuClass === gpuClass)?.[measure]),
        total: sumOf(line),
      }
    }),
    totals: classes.map((gpuClass) => sumOf(own.filter((row) => row.gpuClass === gpuClass))),
    total: sumOf(own),
  }
}

function bySize<T>(items: T[], size: (item: T) => string | null): T[] {
  const sizes = new Map(items.map((item) => [item, size(item) ?? '0']))
  return items.sort((a, b) => compare(sizes.get(b) ?? '0', sizes.get(a) ?? '0'))
}

function plus(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null ? a : add(a, b)
}
