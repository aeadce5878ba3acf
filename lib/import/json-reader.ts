import type { FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { Refusal } from './refusal.ts'

const CHUNK = 1 << 18

/**
 * Reads JSON text piece by piece: structure one character at a time, values as whole texts, so that a file of any size takes the memory of
 * its largest value. A BOM must have been taken off or is passed over. Throws Refusal that names the line.
 */
export class JsonReader {
  private readonly handle: FileHandle
  private readonly name: string
  private readonly mostChars: number
  private readonly buffer = Buffer.alloc(CHUNK)
  private readonly decoder = new StringDecoder('utf8')
  private text = ''
  private at = 0
  private line = 1
  private ended = false
  /** How many records were read so far, for messages. */
  records = 0
  onChunk: () => void = () => {}

  /** `mostChars` is the longest value that is read. */
  constructor(handle: FileHandle, name: string, mostChars: number) {
    this.handle = handle
    this.name = name
    this.mostChars = mostChars
  }

  /** The next character that is no blank, which stays next; empty at the end of the file. */
  async peek(): Promise<string> {
    for (;;) {
      const blanks = /[^ \t\r\n\uFEFF]/g
      blanks.lastIndex = this.at
      const found = blanks.exec(this.text)
      this.consume(found ? found.index : this.text.length)
      if (found) return found[0]
      if (!(await this.more())) return ''
    }
  }

  /** Takes this character if it is next. */
  async take(character: string): Promise<boolean> {
    if ((await this.peek()) !== character) return false
    this.consume(this.at + 1)
    return true
  }

  /** Takes this character. Throws Refusal when another is next. */
  async expect(character: string): Promise<void> {
    if (!(await this.take(character))) throw this.broken(`${JSON.stringify(character)} is missing`)
  }

  /** The next value, parsed. Throws Refusal when it is not JSON or longer than the limit. */
  async value(): Promise<unknown> {
    const from = this.line
    const text = await this.rawValue()
    try {
      return JSON.parse(text) as unknown
    } catch {
      this.line = from
      throw this.broken(`${JSON.stringify(text.slice(0, 60))} is no value`)
    }
  }

  /** What is wrong with the file, where it is read now. */
  broken(reason: string): Refusal {
    const record = `after ${this.records.toLocaleString('en-US')} ${this.records === 1 ? 'record' : 'records'}`
    return new Refusal({
      code: 'json',
      message: `${this.name} is not the JSON of an export: ${reason}, in line ${this.line}, ${record}.`,
      file: this.name,
      row: this.line,
      whatToDo: 'Export the file again; a download that was cut off ends in the middle of a record.',
    })
  }

  private async rawValue(): Promise<string> {
    if ((await this.peek()) === '') throw this.broken('the file ends where a value must stand')
    const scan = new ValueScan()
    for (;;) {
      const end = scan.endIn(this.text, this.at)
      if (end !== null) {
        const text = this.text.slice(this.at, end)
        this.consume(end)
        return text
      }
      if (this.text.length - this.at > this.mostChars)
        throw this.broken(`one value is longer than ${this.mostChars.toLocaleString('en-US')} characters`)
      const before = this.at
      if (!(await this.more())) {
        if (scan.isPlain) {
          const text = this.text.slice(this.at)
          this.consume(this.text.length)
          return text
        }
        throw this.broken('the file ends in the middle of a value')
      }
      scan.moved(before - this.at)
    }
  }

  private consume(to: number): void {
    for (let at = this.text.indexOf('\n', this.at); at >= 0 && at < to; at = this.text.indexOf('\n', at + 1))
      this.line += 1
    this.at = to
  }

  /** Reads on; false at the end of the file. What was consumed is dropped. */
  private async more(): Promise<boolean> {
    if (this.ended) return false
    this.onChunk()
    const { bytesRead } = await this.handle.read(this.buffer, 0, CHUNK, null)
    this.ended = bytesRead === 0
    const chunk = this.ended ? this.decoder.end() : this.decoder.write(this.buffer.subarray(0, bytesRead))
    this.text = this.text.slice(this.at) + chunk
    this.at = 0
    return !this.ended || chunk !== ''
  }
}

/** Finds where a value ends in text that comes in pieces. */
class ValueScan {
  private next: number | null = null
  private depth = 0
  private inString = false
  /** A number or a word, which may end with the file. */
  isPlain = false

  /** Where the value that begins at `from` ends, or null when the text does not reach so far. */
  endIn(text: string, from: number): number | null {
    let at = this.next ?? from
    for (; at < text.length; at += 1) {
      const character = text.charCodeAt(at)
      if (this.inString) {
        if (character === 0x5c) {
          // A text that ends between a backslash and what it escapes is looked at again from the backslash.
          if (at + 1 >= text.length) break
          at += 1
        } else if (character === 0x22) {
          this.inString = false
          if (this.depth === 0) return at + 1
        }
      } else if (character === 0x22) {
        if (this.isPlain) return at
        this.inString = true
      } else if (character === 0x7b || character === 0x5b) {
        if (this.isPlain) return at
        this.depth += 1
      } else if (character === 0x7d || character === 0x5d) {
        if (this.depth === 0) return at
        this.depth -= 1
        if (this.depth === 0) return at + 1
      } else if (this.depth === 0) {
        if (character === 0x2c || character === 0x3a || character <= 0x20) return at
        this.isPlain = true
      }
    }
    this.next = at
    return null
  }

  /** The text before the value was dropped: it now begins `by` characters earlier. */
  moved(by: number): void {
    if (this.next !== null) this.next -= by
  }
}
