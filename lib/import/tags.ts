import type { Loose } from '@/lib/import/loose-json.ts'
import { looseText, readLoose } from '@/lib/import/loose-json.ts'
import { storableText } from '@/lib/import/storable.ts'

export type Tags = Record<string, string>

type Pair = readonly [key: string, value: string]

/** Keys without outer blanks. When two keys become one, the key that had no blanks wins, then the first with a value. */
function toTags(pairs: readonly Pair[]): Tags {
  const kept = new Map<string, { value: string; exact: boolean }>()
  for (const [key, value] of pairs) {
    const name = key.trim()
    const exact = name === key
    const before = kept.get(name)
    if (name === '' || (before && (before.exact || !exact) && before.value !== '')) continue
    kept.set(name, { value: value.trim(), exact })
  }
  return Object.fromEntries([...kept].map(([name, { value }]) => [storableText(name), storableText(value)]))
}

/** `{"key": "team", "value": "ml"}`, the way BigQuery and some APIs write one tag. */
function pairOf(item: Loose): Pair | null {
  if (item === null || typeof item !== 'object' || Array.isArray(item)) return null
  const field = (name: string) => item.entries.find(([key]) => key.toLowerCase() === name)?.[1]
  const key = field('key')
  return typeof key === 'string' ? [key, looseText(field('value') ?? null)] : null
}

function pairsOf(value: Loose): Pair[] | null {
  if (Array.isArray(value)) return value.map(pairOf).filter((pair) => pair !== null)
  if (value === null || typeof value !== 'object') return null
  return value.entries.map(([key, inner]) => [key, looseText(inner)])
}

const salvaged = /"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(true|false|[-+\d.eE]+))/g

/** The `"key": "value"` pairs of text that is damaged elsewhere, for example cut off at a length. */
function salvage(text: string): Pair[] {
  return [...text.matchAll(salvaged)].map(([, key = '', quoted, bare]) => [key, quoted ?? bare ?? ''])
}

/**
 * Tags from one cell: a JSON object, the same without outer braces (Azure), a list of `{key, value}` (BigQuery), or
 * Python's spelling of these. Of unreadable text the readable pairs are kept; it never costs the row.
 */
export function parseTags(text: string | null): Tags {
  const cell = text?.trim() ?? ''
  if (cell === '') return {}
  const read = readLoose(cell) ?? readLoose(`{${cell}}`)
  const pairs = read === undefined ? null : pairsOf(read)
  return toTags(pairs ?? salvage(cell))
}

/** A field of a JSON object cell, its key compared without case; null when it is not there or empty. */
export function jsonField(text: string | null, ...names: string[]): string | null {
  const fields = Object.entries(parseTags(text))
  for (const name of names) {
    const value = fields.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
    if (value) return value
  }
  return null
}

/** Adds values that the bill keeps in columns of their own (a cost centre, a resource group) where no tag has the key. */
export function withColumns(tags: Tags, columns: Record<string, string | null | undefined>): Tags {
  const taken = new Set(Object.keys(tags).map((key) => key.toLowerCase()))
  const added = Object.entries(columns).filter(([key, value]) => value && !taken.has(key.toLowerCase()))
  return { ...tags, ...Object.fromEntries(added.map(([key, value]) => [key, value?.trim() ?? ''])) }
}
