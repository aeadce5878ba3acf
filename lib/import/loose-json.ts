/** What a JSON-like cell holds; numbers stay text, so that no digit is lost. */
export type Loose = string | boolean | null | Loose[] | { entries: [string, Loose][] }

const literals = new Map<string, Loose>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
])
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

class Unreadable extends Error {}

class Reader {
  private at = 0
  constructor(private readonly text: string) {}

  whole(): Loose {
    const value = this.value()
    this.blanks()
    if (this.at < this.text.length) throw new Unreadable()
    return value
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1
  }

  private take(character: string): boolean {
    this.blanks()
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private value(): Loose {
    if (this.take('{')) return { entries: this.list('}', () => this.entry()) }
    if (this.take('[')) return this.list(']', () => this.value())
    if (this.text[this.at] === '"' || this.text[this.at] === "'") return this.quoted()
    const word = /^[^\s,:{}[\]"']+/.exec(this.text.slice(this.at, this.at + 64))?.[0]
    if (word === undefined) throw new Unreadable()
    this.at += word.length
    if (literals.has(word)) return literals.get(word) ?? null
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(word)) return word
    throw new Unreadable()
  }

  private entry(): [string, Loose] {
    const key = this.value()
    if (typeof key !== 'string' || !this.take(':')) throw new Unreadable()
    return [key, this.value()]
  }

  private list<T>(end: string, item: () => T): T[] {
    const items: T[] = []
    while (!this.take(end)) {
      if (items.length > 0 && !this.take(',')) throw new Unreadable()
      if (items.length > 0 && this.take(end)) break
      items.push(item())
    }
    return items
  }

  private quoted(): string {
    const mark = this.text[this.at]
    let result = ''
    for (this.at += 1; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? ''
      if (character === mark) {
        this.at += 1
        return result
      }
      result += character === '\\' ? this.escaped() : character
    }
    throw new Unreadable()
  }

  private escaped(): string {
    this.at += 1
    const character = this.text[this.at] ?? ''
    const digits = { u: 4, x: 2 }[character]
    if (digits === undefined) return escapes[character] ?? character
    const code = this.text.slice(this.at + 1, this.at + 1 + digits)
    if (!/^[0-9a-f]+$/i.test(code) || code.length < digits) throw new Unreadable()
    this.at += digits
    return String.fromCharCode(Number.parseInt(code, 16))
  }
}

/** Reads JSON, or the way Python prints the same (`{'key': None}`); undefined when the text is neither. */
export function readLoose(text: string): Loose | undefined {
  try {
    return new Reader(text).whole()
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined
    throw error
  }
}

/** A value as one text: nested values as JSON, null as empty text. */
export function looseText(value: Loose): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  return JSON.stringify(plainValue(value))
}

function plainValue(value: Loose): unknown {
  if (Array.isArray(value)) return value.map(plainValue)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(value.entries.map(([key, inner]) => [key, plainValue(inner)]))
  }
  return value
}
