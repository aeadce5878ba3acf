import { Refusal } from './refusal.ts'
import type { TextScan } from './text-scan.ts'

export type Encoding = 'utf-8' | 'utf-8 with BOM' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** UTF-16 by its BOM, or by the NUL in every second byte that Latin text in UTF-16 has; null for anything else. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(64, head.length >> 1)
  if (pairs < 4) return null
  let low = 0
  let high = 0
  for (let i = 0; i < pairs; i += 1) {
    if (head[2 * i] === 0 && head[2 * i + 1] !== 0) high += 1
    if (head[2 * i] !== 0 && head[2 * i + 1] === 0) low += 1
  }
  if (low === pairs) return 'utf-16le'
  return high === pairs ? 'utf-16be' : null
}

/**
 * The encoding of a file that is not UTF-16. Bytes that break UTF-8 mean cp1252 (what a spreadsheet writes in Western Europe), unless
 * well-formed multi-byte UTF-8 stands beside them: then the file is damaged, and guessing would change text.
 */
export function encodingOf(head: Buffer, scan: TextScan): Encoding | 'broken' {
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
  if (scan.invalidUtf8 === null) return bom ? 'utf-8 with BOM' : 'utf-8'
  if (bom || scan.hasMultibyte || scan.undefinedInCp1252 !== null) return 'broken'
  return 'windows-1252'
}

/** A NUL byte is never part of a bill: the file is damaged or not text. */
export function nulRefusal(name: string, line: number): Refusal {
  return new Refusal({
    code: 'nul',
    message: `${name} has a NUL byte in line ${line}, so it is damaged or not a text file.`,
    file: name,
    row: line,
    value: '\\0',
    whatToDo: 'Export the file again, or upload CSV, gzip, zip or Parquet.',
  })
}

/** Bytes that are neither UTF-8 nor cp1252. */
export function cp1252Refusal(name: string, scan: TextScan): Refusal {
  const line = scan.invalidUtf8?.line ?? scan.undefinedInCp1252?.line ?? 1
  return new Refusal({
    code: 'encoding',
    message: `${name} has bytes in line ${line} that are not valid UTF-8.`,
    file: name,
    row: line,
    whatToDo: 'Save the file as UTF-8 and upload it again.',
  })
}
