import type { DimensionKey } from '@/lib/core/dimensions.ts'
import { valueLabel } from '@/lib/core/dimensions.ts'
import { add, ratio } from '@/lib/core/money.ts'
import type { SeriesKind } from '@/lib/core/series.ts'
import { kindOf } from '@/lib/core/series.ts'
import type { BreakdownRow } from '@/lib/spend/breakdown.ts'
import { knownCost, knownPrevious, wholeCost } from './known.ts'

/** A line of a spend table. Amounts are decimal text of one currency; null is unknown. */
export type SpendRow = {
  id: string
  kind: SeriesKind
  key: string | null
  label: string
  cost: string | null
  previous: string | null
  gpuHours: string | null
  gpuHoursUsed: string | null
  /** Null also where a part of it is not known. */
  gpuCost: string | null
  /** Share of the total, for display; null where it cannot be told. */
  share: number | null
  members: SpendRow[]
}

/** The named values of a currency, the largest cost first as the server orders them. */
export function rankedKeys(rows: readonly BreakdownRow[], currency: string, dimension: DimensionKey): string[] {
  return rows
    .filter((row) => row.currency === currency && kindOf(row.key, dimension) === 'entity' && row.charges > 0)
    .flatMap((row) => (row.key === null ? [] : [row.key]))
}

/**
 * The table of a breakdown: the first `top` values, Others with its members, then what is unknown, what is nobody's and what was idle. Values that only
 * the period before has come last among the named ones.
 */
export function spendRows(
  rows: readonly BreakdownRow[],
  currency: string,
  dimension: DimensionKey,
  total: string | null,
  top: number,
): SpendRow[] {
  const lines = rows.filter((row) => row.currency === currency).map((row) => toLine(row, dimension, total))
  const named = lines.filter((line) => line.kind === 'entity')
  const rest = named.slice(top)
  const others = rest.length > 1 ? [othersLine(rest, total)] : rest
  return [
    ...named.slice(0, top),
    ...others,
    ...lines.filter((line) => line.kind === 'unknown'),
    ...lines.filter((line) => line.kind === 'absent'),
    ...lines.filter((line) => line.kind === 'idle'),
  ]
}

function toLine(row: BreakdownRow, dimension: DimensionKey, total: string | null): SpendRow {
  const kind = kindOf(row.key, dimension)
  const cost = knownCost(row)
  return {
    id: kind === 'entity' ? `is:${row.key}` : kind,
    kind,
    key: row.key,
    label: valueLabel(dimension, row.key),
    cost,
    previous: knownPrevious(row),
    gpuHours: row.gpuHours,
    gpuHoursUsed: row.gpuHoursUsed,
    gpuCost: wholeCost(row.gpuCost, row.missing),
    share: shareOf(cost, total),
    members: [],
  }
}

function othersLine(members: SpendRow[], total: string | null): SpendRow {
  const sum = (pick: (row: SpendRow) => string | null) =>
    members.reduce<string | null>((all, row) => {
      const value = pick(row)
      return value === null ? all : all === null ? value : add(all, value)
    }, null)
  const cost = sum((row) => row.cost)
  return {
    id: 'others',
    kind: 'others',
    key: null,
    label: `Others (${members.length})`,
    cost,
    previous: sum((row) => row.previous),
    gpuHours: sum((row) => row.gpuHours),
    gpuHoursUsed: sum((row) => row.gpuHoursUsed),
    gpuCost: members.some((row) => row.gpuHours !== null && row.gpuCost === null) ? null : sum((row) => row.gpuCost),
    share: shareOf(cost, total),
    members,
  }
}

function shareOf(cost: string | null, total: string | null): number | null {
  return cost === null || total === null ? null : ratio(cost, total)
}
