/** The delimiters that billing exports use. */
export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * The fields of the first record of `text` (RFC 4180: quotes double, line breaks allowed inside them), or null when a quote is never
 * closed or text follows a closing quote. A BOM before the first field is dropped; names are trimmed.
 */
export function firstRecord(text: string, delimiter: Delimiter): string[] | null {
  return recordAt(text, delimiter, text.startsWith('\uFEFF') ? 1 : 0)?.fields ?? null
}

/** As firstRecord, for the record that begins at `from`; `end` is where the next one begins. */
export function recordAt(text: string, delimiter: Delimiter, from: number): { fields: string[]; end: number } | null {
  const fields: string[] = []
  let at = from
  for (;;) {
    let field = ''
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end < 0) return null
      field = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else {
      const start = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
      field = text.slice(start, at)
    }
    fields.push(field.trim())
    const next = text[at]
    if (next === undefined) return { fields, end: at }
    if (next === '\n' || next === '\r') return { fields, end: at + (text.startsWith('\r\n', at) ? 2 : 1) }
    if (next !== delimiter) return null
    at += 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

/** The delimiter that splits the first record into the most fields, with them; null when no delimiter gives a readable record. */
export function sniffDelimiter(text: string): { delimiter: Delimiter; names: string[] } | null {
  let best: { delimiter: Delimiter; names: string[] } | null = null
  for (const delimiter of delimiters) {
    const names = firstRecord(text, delimiter)
    if (names && (best === null || names.length > best.names.length)) best = { delimiter, names }
  }
  return best
}
