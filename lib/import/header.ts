import { AppError } from '@/lib/core/errors.ts'
import type { Column, Header } from '@/lib/import/format.ts'

/** A column name as it is compared: lower case letters and digits only. */
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function clean(name: string): string {
  const trimmed = name.replace(/^\uFEFF/, '').trim()
  return (/^"(.*)"$/s.exec(trimmed)?.[1] ?? trimmed).trim()
}

function repeated(names: readonly string[]): string[] {
  const named = names.filter((name) => name !== '')
  return [...new Set(named.filter((name, at) => named.indexOf(name) !== at))]
}

function positions(names: readonly string[], keyOf: (name: string) => string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  names.forEach((name, at) => {
    const key = keyOf(name)
    if (key) found.set(key, [...(found.get(key) ?? []), at])
  })
  return found
}

/**
 * The header of a file from its names in file order. Localised names such as `Abonnement-GUID (SubscriptionGuid)` are
 * also found by the text in their last parentheses.
 * @throws AppError `unprocessable` when a name occurs twice: no format can tell which one to read.
 */
export function makeHeader(texts: readonly string[]): Header {
  const names = texts.map(clean)
  const twice = repeated(names)
  if (twice.length > 0) {
    throw new AppError('unprocessable', `The header has these columns more than once: ${twice.join(', ')}.`, {
      columns: twice,
    })
  }
  const byName = positions(names, comparable)
  const byAlias = positions(names, (name) => comparable(/\(([^()]+)\)\s*$/.exec(name)?.[1] ?? ''))
  const found = (name: string) => byName.get(comparable(name)) ?? byAlias.get(comparable(name)) ?? []

  function columnOf(name: string): Column | null {
    const candidates = found(name)
    const [first] = candidates
    if (first === undefined) return null
    if (candidates.length === 1) return `c${first}`
    const exact = candidates.find((at) => names[at] === name)
    if (exact !== undefined) return `c${exact}`
    const alike = candidates.map((at) => names[at] ?? '')
    throw new AppError('unprocessable', `The columns ${alike.join(' and ')} mean the same; keep one of them.`, {
      columns: alike,
    })
  }

  return {
    names,
    column(...wanted) {
      for (const name of wanted) {
        const column = columnOf(name)
        if (column) return column
      }
      return null
    },
    has: (...wanted) => wanted.some((name) => found(name).length > 0),
    matching: (pattern) => names.flatMap((name, at) => (pattern.test(name) ? [{ name, column: `c${at}` }] : [])),
    nameOf: (column) => names[Number(column.slice(1))] ?? column,
  }
}
