import type { CsvValue } from '@/lib/core/csv.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { dimension, valueLabel } from '@/lib/core/dimensions.ts'
import type { MetricParams } from '@/lib/spend/metric.ts'

type Row = Record<string, unknown>

/** Which columns of answers hold values of a dimension, so that an absent one is written as the name of its bucket. */
const dimensionOf: Readonly<Record<string, DimensionKey>> = {
  team: 'team',
  project: 'project',
  model: 'model',
  environment: 'environment',
  gpuClass: 'gpu-class',
  subAccountId: 'sub-account',
  service: 'service',
  region: 'region',
  pricingCategory: 'pricing-category',
}

/**
 * What a metric answered as the rows of a CSV file, amounts in full: the same rows in the same order. Lists and objects become
 * text, and what a list does not list one by one becomes one row a currency. `group` is the dimension that the answer is grouped by.
 */
export function csvRows(
  metric: string,
  answer: unknown,
  group: DimensionKey,
  params: MetricParams,
): Record<string, CsvValue>[] {
  const asked =
    metric === 'movers' ? (params.by ?? 'project') : metric === 'values' ? (params.dimension ?? group) : group
  const by = dimension(asked)?.key ?? group
  const columns: Readonly<Record<string, DimensionKey>> = { ...dimensionOf, key: by, value: by }
  return rowsOf(answer).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value, columns[name])])),
  )
}

/** What a list counts when it sums what it does not list, and the column that then names the sum. */
const counted = [
  { count: 'meters', column: 'meterId', text: 'other meters' },
  { count: 'workloads', column: 'workload', text: 'other workloads' },
  { count: 'hosts', column: 'host', text: 'other machines' },
] as const

function rowsOf(answer: unknown): Row[] {
  if (Array.isArray(answer)) return answer as Row[]
  const { rows, others } = answer as { rows?: Row[]; others?: Row[] }
  if (!rows) return [answer as Row]
  return [...rows, ...(others ?? []).map(nameOthers)]
}

/** No workloads are summed where nothing was in one. */
function nameOthers(row: Row): Row {
  const found = counted.find(({ count }) => count in row)
  if (!found) return row
  const { [found.count]: number, ...sums } = row
  return { [found.column]: number === 0 ? 'In no workload' : `${number} ${found.text}`, ...sums }
}

function cell(value: unknown, by: DimensionKey | undefined): CsvValue {
  if (by && (value === null || typeof value === 'string')) return valueLabel(by, value)
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : (value as CsvValue)
}
