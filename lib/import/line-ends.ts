/** What the line ends of a text file tell. Lines count from 1 and end at each line feed, within quotes too. */
export type LineEnds = {
  /** The longest line, or null when the file has no line feed. */
  longest: { line: number; bytes: number } | null
  /** Whether a line ends in an empty field or a word for "no value": DuckDB passes over one such field too many. */
  endsEmpty: boolean
  /** First line that ends otherwise than the first one does (CRLF or LF), or null. */
  otherEnd: { line: number } | null
}

const TAIL = 8
const EMPTY_END = /(?:[,;\t|]|(?:^|[,;\t|])"?(?:NULL|null|None|N\/A)"?|[,;\t|]"")$/

/** Looks at the ends of lines, chunk by chunk. */
export class LineEndScanner {
  /** The line that the next byte is in. */
  line = 1
  private since = 0
  private tail: Buffer = Buffer.alloc(0)
  private firstIsCrlf: boolean | null = null
  private readonly found: LineEnds = { longest: null, endsEmpty: false, otherEnd: null }

  push(data: Buffer): void {
    let from = 0
    for (let at = data.indexOf(0x0a); at >= 0; at = data.indexOf(0x0a, from)) {
      this.end(data, at, this.since + at - from)
      from = at + 1
      this.since = 0
    }
    this.since += data.length - from
    this.tail = Buffer.from(this.lastBytes(data, data.length))
  }

  result(): LineEnds {
    if (this.firstIsCrlf !== null && this.since > 0) this.measure(this.since)
    if (this.since > 0 && EMPTY_END.test(this.tail.toString('latin1'))) this.found.endsEmpty = true
    return this.found
  }

  private end(data: Buffer, at: number, bytes: number): void {
    const last = at > 0 ? data[at - 1] : this.tail.at(-1)
    const isCrlf = last === 0x0d
    this.firstIsCrlf ??= isCrlf
    if (isCrlf !== this.firstIsCrlf) this.found.otherEnd ??= { line: this.line }
    this.measure(bytes)
    if (!this.found.endsEmpty) {
      const text = this.lastBytes(data, at).toString('latin1').replace(/\r$/, '')
      if (EMPTY_END.test(text)) this.found.endsEmpty = true
    }
    this.line += 1
  }

  private measure(bytes: number): void {
    if (bytes > (this.found.longest?.bytes ?? -1)) this.found.longest = { line: this.line, bytes }
  }

  private lastBytes(data: Buffer, end: number): Buffer {
    if (end >= TAIL) return data.subarray(end - TAIL, end)
    return Buffer.concat([this.tail, data.subarray(0, end)]).subarray(-TAIL)
  }
}
