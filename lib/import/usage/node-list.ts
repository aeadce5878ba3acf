import type { Duck } from '@/lib/import/duck.ts'
import { literal } from '@/lib/import/duck.ts'
import type { Column } from '@/lib/import/format.ts'
import type { Source } from '@/lib/import/source.ts'

/** More nodes than a list may name: beyond it, the text is no list of nodes. */
const MOST_NODES = 100_000

/**
 * The nodes of a Slurm node list such as `gpu[001-003,007]-ib,login1`; null when the text is none. Several brackets in one name combine.
 * https://slurm.schedmd.com/scontrol.html#SECTION_HOSTLIST
 */
export function expandNodeList(text: string): string[] | null {
  const parts = splitOutside(text.trim())
  if (parts === null) return null
  const nodes: string[] = []
  for (const part of parts) {
    const expanded = expandName(part)
    if (expanded === null || nodes.length + expanded.length > MOST_NODES) return null
    nodes.push(...expanded)
  }
  return nodes.length === 0 ? null : nodes
}

/** Splits at the commas outside of brackets. */
function splitOutside(text: string): string[] | null {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if (character === '[') depth += 1
    if (character === ']') depth -= 1
    if (depth < 0 || depth > 1) return null
    if (character === ',' && depth === 0) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return depth === 0 ? [...parts, part] : null
}

function expandName(name: string): string[] | null {
  const found = /^([^[\]\s]*)\[([^[\]]*)\](.*)$/s.exec(name)
  if (!found) return /^[^[\]\s]+$/.test(name) ? [name] : null
  const [, before = '', ranges = '', after = ''] = found
  const rest = after === '' ? [''] : expandName(after)
  const numbers = ranges.split(',').map(expandRange)
  if (rest === null || numbers.some((range) => range === null)) return null
  const middle = numbers.flatMap((range) => range ?? [])
  if (middle.length * rest.length > MOST_NODES) return null
  return middle.flatMap((number) => rest.map((end) => `${before}${number}${end}`))
}

/** `007` or `001-003`, leading zeros kept. */
function expandRange(range: string): string[] | null {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(range.trim())
  if (!found) return null
  const [, first = '', last = first] = found
  const count = Number(last) - Number(first)
  if (count < 0 || count >= MOST_NODES) return null
  const width = first.startsWith('0') ? first.length : 0
  return Array.from({ length: count + 1 }, (_, i) => String(Number(first) + i).padStart(width, '0'))
}

/**
 * Fills the table `node_names` (node_list, node, nth from 1, nodes: how many) with the node lists of a column, those that can be read. The
 * table is there even without a column.
 */
export async function nameNodes(duck: Duck, source: Source, column: Column | null): Promise<void> {
  await duck.run('CREATE TABLE IF NOT EXISTS node_names (node_list VARCHAR, node VARCHAR, nth INTEGER, nodes INTEGER)')
  if (column === null) return
  const lists = await duck.all(
    `SELECT DISTINCT trim(${column}) AS list FROM ${source.rows} WHERE trim(${column}) NOT IN (SELECT node_list FROM node_names)`,
  )
  for (const { list } of lists) {
    const nodes = list === null || list === undefined ? null : expandNodeList(String(list))
    if (nodes === null) continue
    const values = nodes.map((node, i) => `(${literal(String(list))}, ${literal(node)}, ${i + 1}, ${nodes.length})`)
    for (let i = 0; i < values.length; i += 1000)
      await duck.run(`INSERT INTO node_names VALUES ${values.slice(i, i + 1000).join(', ')}`)
  }
}
