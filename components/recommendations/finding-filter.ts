import type { FindingRow } from '@/lib/recommendations/read-findings.ts'

/** What the list can be narrowed by; in the URL under these names. */
export const filterNames = ['team', 'project', 'rule', 'lever', 'confidence', 'effort'] as const
export type FilterName = (typeof filterNames)[number]
export type FindingFilter = Partial<Record<FilterName, string>>

const read: Record<FilterName, (row: FindingRow) => string> = {
  team: ({ team }) => team ?? '~',
  project: ({ project }) => project ?? '~',
  rule: ({ rule }) => rule,
  lever: ({ lever }) => lever,
  confidence: ({ grade }) => grade,
  effort: ({ effort }) => effort,
}

export function filterOf(query: URLSearchParams): FindingFilter {
  return Object.fromEntries(filterNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])))
}

export function matching(rows: readonly FindingRow[], filter: FindingFilter): FindingRow[] {
  return rows.filter((row) =>
    filterNames.every((name) => filter[name] === undefined || read[name](row) === filter[name]),
  )
}

/** The address of the findings that this keeps. */
export function hrefOf(filter: FindingFilter): string {
  const query = new URLSearchParams(filter)
  return query.size > 0 ? `/recommendations?${query}` : '/recommendations'
}

/** The values that rows have of each, in order, with what to call them. */
export function choicesOf(
  rows: readonly FindingRow[],
  name: FilterName,
  label: (value: string, row: FindingRow) => string,
): { value: string; label: string }[] {
  const found = new Map(rows.map((row) => [read[name](row), label(read[name](row), row)]))
  return [...found].map(([value, text]) => ({ value, label: text })).sort((a, b) => (a.label < b.label ? -1 : 1))
}
