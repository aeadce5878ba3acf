import { isAscii, isUtf8 } from 'node:buffer'
import type { LineEnds } from './line-ends.ts'
import { LineEndScanner } from './line-ends.ts'

/** What a pass over all bytes of a text file found. Offsets are bytes from the start; lines count from 1. */
export type TextScan = {
  /** First byte that breaks UTF-8, or null. */
  invalidUtf8: { line: number } | null
  /** Whether any multi-byte UTF-8 sequence is well formed: then one broken byte is damage, not another encoding. */
  hasMultibyte: boolean
  /** First NUL byte, or null. */
  nul: { line: number } | null
  /** First byte that cp1252 leaves undefined, or null. */
  undefinedInCp1252: { line: number } | null
  ends: LineEnds
}

const UNDEFINED_CP1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
const MULTIBYTE = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/

/** Looks at a text file chunk by chunk, in constant memory. Feed every chunk in order, then read `result()`. */
export class TextScanner {
  private readonly ends = new LineEndScanner()
  private carry: Buffer = Buffer.alloc(0)
  private readonly found: Omit<TextScan, 'ends'> = {
    invalidUtf8: null,
    hasMultibyte: false,
    nul: null,
    undefinedInCp1252: null,
  }

  push(chunk: Buffer): void {
    if (this.found.nul === null) {
      const at = chunk.indexOf(0)
      if (at >= 0) this.found.nul = { line: this.ends.line + newlines(chunk, at) }
    }
    const data = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk
    const end = completeEnd(data)
    const whole = data.subarray(0, end)
    this.carry = Buffer.from(data.subarray(end))
    if (!isAscii(whole)) this.inspect(whole)
    this.ends.push(whole)
  }

  result(): TextScan {
    if (this.carry.length > 0) this.inspect(this.carry)
    this.ends.push(this.carry)
    this.carry = Buffer.alloc(0)
    return { ...this.found, ends: this.ends.result() }
  }

  private inspect(data: Buffer): void {
    if (isUtf8(data)) this.found.hasMultibyte = true
    else this.inspectBroken(data)
    if (this.found.invalidUtf8 !== null && this.found.undefinedInCp1252 === null) {
      const at = data.findIndex((byte) => UNDEFINED_CP1252.includes(byte))
      if (at >= 0) this.found.undefinedInCp1252 = { line: this.ends.line + newlines(data, at) }
    }
  }

  private inspectBroken(data: Buffer): void {
    let from = 0
    for (let line = this.ends.line; from < data.length; line += 1) {
      const newline = data.indexOf(0x0a, from)
      const to = newline < 0 ? data.length : newline + 1
      const part = data.subarray(from, to)
      if (!isUtf8(part)) this.found.invalidUtf8 ??= { line }
      if (MULTIBYTE.test(part.toString('latin1'))) this.found.hasMultibyte = true
      from = to
    }
  }
}

function newlines(data: Buffer, end: number): number {
  let count = 0
  for (let at = data.indexOf(0x0a); at >= 0 && at < end; at = data.indexOf(0x0a, at + 1)) count += 1
  return count
}

/** Where to cut so that a multi-byte sequence that continues in the next chunk stays whole. */
function completeEnd(data: Buffer): number {
  for (let back = 1; back <= Math.min(3, data.length); back += 1) {
    const byte = data[data.length - back] as number
    if ((byte & 0xc0) === 0x80) continue
    const need = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return need > back ? data.length - back : data.length
  }
  return data.length
}
