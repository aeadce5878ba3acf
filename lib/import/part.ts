import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Encoding } from './encoding.ts'
import { cp1252Refusal, encodingOf, nulRefusal, utf16Of } from './encoding.ts'
import { writeJsonTable } from './json-table.ts'
import type { ImportLimits } from './limits.ts'
import type { LineEnds } from './line-ends.ts'
import { Refusal } from './refusal.ts'
import type { TextScan } from './text-scan.ts'
import { TextScanner } from './text-scan.ts'

const SCAN_BYTES = 1024 ** 2

/** A table ready to be read: UTF-8 text (header included), Parquet, or the records of a JSON as rows without a header, at `path`. */
export type Part = {
  name: string
  path: string
  kind: 'text' | 'parquet' | 'json'
  encoding: Encoding | 'parquet'
  bytes: number
  /** The entry of the zip that it was, or null. */
  entry: string | null
  /** What the line ends of a text tell; null for anything else. */
  ends: LineEnds | null
  /** The columns of a JSON's records; null for anything else. */
  fields: string[] | null
}

/** Called with bytes taken in since the last call; throws to stop. */
export type OnBytes = (bytes: number) => void

/**
 * The table in an unpacked file: Parquet by its first bytes, else text, checked and rewritten to `workDir` where it is not UTF-8. Throws
 * Refusal when it is empty, damaged, neither, or has a line beyond the limit.
 */
export async function tablePart(
  name: string,
  path: string,
  workDir: string,
  limits: ImportLimits,
  onBytes?: OnBytes,
): Promise<Part> {
  const head = await firstBytes(path, 4096)
  if (head.length === 0) throw emptyRefusal(name)
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return parquetPart(name, path)
  const utf16 = utf16Of(head)
  let scan = utf16 === null ? await scanText(path, onBytes) : null
  const encoding = utf16 ?? encodingOf(head, scan as TextScan)
  if (scan?.nul) throw nulRefusal(name, scan.nul.line)
  if (encoding === 'broken') throw cp1252Refusal(name, scan as TextScan)
  let text = path
  if (encoding !== 'utf-8' && encoding !== 'utf-8 with BOM') {
    text = join(workDir, `utf8-${randomUUID()}`)
    await rewrite(name, path, text, encoding)
  }
  if (isJson(await firstBytes(text, 4096))) return jsonPart(name, text, encoding, workDir, limits, onBytes)
  scan ??= await scanText(text)
  const { longest } = scan.ends
  if (longest && longest.bytes > limits.rowBytes) throw tooLong(name, longest.line, limits)
  return {
    name,
    path: text,
    kind: 'text',
    encoding,
    bytes: (await stat(text)).size,
    entry: null,
    ends: scan.ends,
    fields: null,
  }
}

async function scanText(path: string, onBytes?: OnBytes): Promise<TextScan> {
  const scanner = new TextScanner()
  const handle = await open(path)
  try {
    // One buffer: those of a stream would pile up until the next collection.
    const buffer = Buffer.alloc(SCAN_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, SCAN_BYTES, null)
      if (bytesRead === 0) return scanner.result()
      scanner.push(buffer.subarray(0, bytesRead))
      onBytes?.(bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function rewrite(
  name: string,
  from: string,
  to: string,
  encoding: 'utf-16le' | 'utf-16be' | 'windows-1252',
): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  const decode = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        const text = decoder.decode(chunk, { stream: true })
        if (text.includes('\0')) return done(nulRefusal(name, line))
        line += text.split('\n').length - 1
        done(null, text)
      } catch {
        done(
          new Refusal({
            code: 'encoding',
            message: `${name} is not valid ${encoding.toUpperCase()} near line ${line}.`,
            file: name,
            row: line,
            whatToDo: 'Save the file as UTF-8 and upload it again.',
          }),
        )
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode())
      } catch {
        done(
          new Refusal({
            code: 'encoding',
            message: `${name} ends in the middle of a character.`,
            file: name,
            row: line,
          }),
        )
      }
    },
  })
  await pipeline(createReadStream(from), decode, createWriteStream(to))
}

function tooLong(name: string, line: number, { rowBytes }: ImportLimits): Refusal {
  return new Refusal({
    code: 'row_too_long',
    message: `Line ${line} of ${name} is longer than ${rowBytes.toLocaleString('en-US')} bytes.`,
    file: name,
    row: line,
    whatToDo: 'Export the file again, or raise GPU_LEDGER_MAX_ROW_BYTES if the line is what you expect.',
  })
}

/** Whether a text begins as JSON does; no table has a header that begins so. */
function isJson(head: Buffer): boolean {
  return /^\uFEFF?\s*(?:\{|\[\s*[[{\]])/.test(head.toString('utf8'))
}

async function jsonPart(
  name: string,
  path: string,
  encoding: Encoding,
  workDir: string,
  limits: ImportLimits,
  onBytes?: OnBytes,
): Promise<Part> {
  const rows = join(workDir, `json-${randomUUID()}`)
  const fields = await writeJsonTable(name, path, rows, limits, () => onBytes?.(0))
  return { name, path: rows, kind: 'json', encoding, bytes: (await stat(path)).size, entry: null, ends: null, fields }
}

async function parquetPart(name: string, path: string): Promise<Part> {
  return {
    name,
    path,
    kind: 'parquet',
    encoding: 'parquet',
    bytes: (await stat(path)).size,
    entry: null,
    ends: null,
    fields: null,
  }
}

/** The first bytes of a file, fewer when it is shorter. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A file without a byte. */
export function emptyRefusal(name: string): Refusal {
  return new Refusal({ code: 'empty', message: `${name} is empty.`, file: name, whatToDo: 'Export it again.' })
}
