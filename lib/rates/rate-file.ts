import type { RateTerms } from '@/lib/core/rate-terms.ts'
import type { CellProblem, TableRead, TextTable } from '@/lib/core/text-table.ts'
import { readTable } from '@/lib/core/text-table.ts'
import { overlap, readRate, sameConditions } from './rate.ts'

/** The columns of a rate file and the terms they hold; docs/rate-cards.md describes them. */
export const rateColumns = {
  provider: 'provider',
  skuId: 'sku',
  gpuClass: 'gpu_class',
  regionId: 'region',
  pricingCategory: 'pricing_category',
  unit: 'unit',
  price: 'price',
  currency: 'currency',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  source: 'source',
} as const satisfies Record<keyof RateTerms, string>

/** The columns that must be there; the others may be left out. */
export const neededRateColumns = ['provider', 'unit', 'price', 'currency', 'valid_from'] as const

/** Reads a rate file. Two rows for the same thing that hold on the same day are a problem that names both. Pure. */
export function readRateFile(table: TextTable): TableRead<RateTerms> {
  const read = readTable<RateTerms>(table, neededRateColumns, (cell, problem) => {
    const fields = Object.entries(rateColumns) as [keyof RateTerms, string][]
    const draft = Object.fromEntries(fields.map(([field, column]) => [field, cell(column)]))
    const said = readRate(draft as Record<keyof RateTerms, string | null>)
    if ('terms' in said) return said.terms
    for (const { field, reason, whatToDo } of said.faults) problem(rateColumns[field], reason, whatToDo)
    return null
  })
  return { ...read, problems: [...read.problems, ...overlaps(table.file, read.rows)] }
}

function overlaps(file: string, rows: readonly (RateTerms & { row: number })[]): CellProblem[] {
  const groups = new Map<string, (RateTerms & { row: number })[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.provider, row.skuId, row.gpuClass, row.regionId, row.pricingCategory])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group) => {
    const sorted = [...group].sort((a, b) =>
      a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.row - b.row,
    )
    return sorted.flatMap((later, at) => {
      const earlier = sorted.slice(0, at).find((row) => sameConditions(row, later) && overlap(row, later))
      if (!earlier) return []
      const [first, second] = earlier.row < later.row ? [earlier, later] : [later, earlier]
      return [
        {
          file,
          row: second.row,
          column: rateColumns.validFrom,
          value: second.validFrom,
          reason: `holds on the same days as row ${first.row}, for the same charges`,
          whatToDo: `Give row ${earlier.row} a valid_to of ${later.validFrom} or earlier, or remove one of rows ${first.row} and ${second.row}.`,
        },
      ]
    })
  })
}
